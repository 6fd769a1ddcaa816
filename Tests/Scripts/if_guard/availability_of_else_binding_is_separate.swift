func first(of xs: [Int]) -> String {
  if let x = xs.first {
    return "first \(x)"
  } else if xs.isEmpty, case let n = xs.count, n == 0 {
    return "empty \(n)"
  }
  return "unreachable"
}
print(first(of: [4]), first(of: []))
