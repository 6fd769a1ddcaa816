func work() {
  print("open")
  defer { print("close") }
  print("work")
}
work()
do {
  defer { print("left the block") }
  print("in the block")
}
print("after")
