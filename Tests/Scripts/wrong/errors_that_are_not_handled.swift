struct Bad: Error {}
func risky() throws -> Int { throw Bad() }
func careful() -> Int {
  return try risky()
//       ^ error: errors thrown from here are not handled
}
print(careful())
