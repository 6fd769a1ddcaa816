enum Bad: Error { case one, two }
func risky() throws { throw Bad.one }
func careful() {
  do {
    try risky()
//  ^ error: errors thrown from here are not handled because the enclosing catch is not exhaustive
  } catch Bad.one {
    print("one")
  }
}
careful()
