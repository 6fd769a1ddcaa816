func area(_ width: String, _ height: String) -> String {
  guard let w = Int(width) else { return "bad width" }
  guard let h = Int(height), h > 0 else { return "bad height" }
  return "\(w * h)"
}
print(area("3", "4"), area("x", "4"), area("3", "-1"))
