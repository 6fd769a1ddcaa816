struct Stop: Error {}
func run(_ n: Int) throws -> Int {
  defer { print("cleanup", n) }
  if n == 0 { return 0 }
  if n < 0 { throw Stop() }
  return n * 2
}
print(try! run(0), try! run(4))
do { _ = try run(-1) } catch { print("caught", error) }
