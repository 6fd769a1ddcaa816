func risky() throws {
  throw "something went wrong"
//      ^ error: thrown expression type 'String' does not conform to 'Error'
}
try risky()
