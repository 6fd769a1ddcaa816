struct Bad: Error {}
func value(_ n: Int) throws -> String {
  let text: String = if n < 0 { throw Bad() } else { switch n { case 0: "none"; case 1: "one"; default: "many" } }
  return text + "!"
}
for n in [0, 1, 2, -1] { print((try? value(n)) ?? "bad") }
