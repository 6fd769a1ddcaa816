let text = """
  first line
  second line

  fourth line
  """
let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
for (number, line) in lines.enumerated() {
  print(number + 1, line.isEmpty ? "(empty)" : line)
}
