struct Bad: Error {}
func risky() throws -> Int { throw Bad() }
func careful() -> Int {
  return risky()
//       ^ error: call can throw, but it is not marked with 'try' and the error is not handled
}
print(careful())
