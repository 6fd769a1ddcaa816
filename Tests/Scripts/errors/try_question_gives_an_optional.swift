enum E: Error { case bad }
func risky(_ n: Int) throws -> Int {
  guard n > 0 else { throw E.bad }
  return n
}
print((try? risky(1)) as Any, (try? risky(0)) as Any, (try? risky(0)) ?? 99)
if let n = try? risky(5) { print("ok", n) }
let n = try! risky(3)
print(n)
