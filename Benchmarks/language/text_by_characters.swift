func workload() -> Int {
  let source = String(repeating: "The quick brown fox. ", count: 2_000)
  var result = ""
  for character in source {
    if character == " " {
      result.append("_")
    } else if character.isLetter {
      result.append(character)
    }
  }
  return result.count
}
