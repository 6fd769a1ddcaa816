func stack() {
  defer { print("first in") }
  defer { print("second in") }
  print("body")
}
stack()
