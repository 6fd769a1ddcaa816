struct ParseError: Error { let line: Int; let text: String }
func number(_ s: String, line: Int) throws -> Int {
  guard let n = Int(s) else { throw ParseError(line: line, text: s) }
  return n
}
func sum(_ lines: [String]) throws -> Int {
  var total = 0
  for (i, s) in lines.enumerated() { total += try number(s, line: i + 1) }
  return total
}
do {
  print(try sum(["1", "2"]))
  print(try sum(["1", "two", "3"]))
} catch let e as ParseError {
  print("line \(e.line): '\(e.text)'")
}
