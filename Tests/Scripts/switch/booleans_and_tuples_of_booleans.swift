for (a, b) in [(true, true), (true, false), (false, false)] {
  switch (a, b) {
  case (true, true): print("both")
  case (true, false), (false, true): print("one")
  case (false, false): print("neither")
  }
}
