for mark in [35, 50, 69, 70, 100] {
  switch mark {
  case ..<50: print(mark, "fail")
  case 50..<70: print(mark, "pass")
  case 70...: print(mark, "good")
  default: break
  }
}
print(1...3 ~= 2, (0.0..<1.0) ~= 1.0)
