func report(_ n: Int) -> Void {
  if n < 0 { return print("negative") }
  print("fine")
}
report(-1); report(1)
let result: () = report(2)
print(result)
