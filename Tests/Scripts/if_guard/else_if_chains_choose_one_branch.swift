func grade(_ mark: Int) -> String {
  if mark >= 90 { return "A" }
  else if mark >= 75 { return "B" }
  else if mark >= 50 { return "C" }
  else { return "F" }
}
print([95, 80, 50, 12].map(grade))
