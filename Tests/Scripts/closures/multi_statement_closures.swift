let label = [1, 5, 10].map { n -> String in
  var text = ""
  if n < 3 { text = "few" } else if n < 8 { text = "some" } else { text = "many" }
  return "\(n) \(text)"
}
print(label)
let sorted = ["bb", "a", "ccc"].sorted { left, right in
  if left.count == right.count { return left < right }
  return left.count > right.count
}
print(sorted)
