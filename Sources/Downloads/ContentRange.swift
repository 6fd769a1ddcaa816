/// Which bytes of a file a server sends.
///
///     ContentRange("bytes 100-199/1000")   → start 100, total 1000
///     ContentRange("bytes */1000")         → start nil, total 1000: there are no such bytes
struct ContentRange: Equatable {
  /// Where they begin; nil where there are none.
  let start: Int?
  /// How many bytes the file has; nil where the server does not know.
  let total: Int?

  /// Takes the line `Content-Range` apart; nil where it is no range of bytes.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
    let halves = words[1].split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    start = halves[0].split(separator: "-").first.flatMap { Int($0) }
    total = Int(halves[1])
    guard start != nil || halves[0] == "*" else { return nil }
  }
}
