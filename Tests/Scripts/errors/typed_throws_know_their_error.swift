enum Reason: Error { case empty, tooLong(Int) }
func check(_ name: String) throws(Reason) -> String {
  if name.isEmpty { throw .empty }
  if name.count > 5 { throw .tooLong(name.count) }
  return name
}
for name in ["Ann", "", "Bartholomew"] {
  do {
    print(try check(name))
  } catch {
    switch error {
    case .empty: print("empty")
    case .tooLong(let n): print("too long:", n)
    }
  }
}
