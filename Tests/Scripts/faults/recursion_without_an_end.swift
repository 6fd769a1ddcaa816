func down(_ n: Int) -> Int {
  return 1 + down(n + 1)
// fault: stack overflow
}
print("starting")
print(down(0))
