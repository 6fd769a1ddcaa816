var calls = 0
func stamp() -> Int {
  calls += 1
  return calls
}
func log(_ text: String, number: Int = stamp()) { print(number, text) }
log("a")
log("b", number: 100)
log("c")
