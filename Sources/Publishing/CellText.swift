internal import Notebook

/// The usual text of a cell: its fences, its option lines and its source.
struct CellText {
  /// What runs it.
  var kind: Cell.Kind
  /// Its options without their sign: `id: data`.
  var options: [String]
  /// What runs, without the last line break.
  var source: String

  /// The block without a line break at its end.
  var block: String {
    let fence = String(repeating: "`", count: max(3, Self.longestRun(of: "`", in: source) + 1))
    let lines = options.map { "\(sign) \($0)\n" }.joined()
    let code = source.isEmpty ? "" : source + "\n"
    return fence + (kind == .swift ? "swift\n" : "sh\n") + lines + code + fence
  }

  private var sign: String { kind == .swift ? "//|" : "#|" }

  /// A cell of these parts.
  init(kind: Cell.Kind, options: [String], source: String) {
    (self.kind, self.options, self.source) = (kind, options, source)
  }

  /// The parts of a cell that was written; written as usual again, its text may be another.
  init(_ cell: Cell) {
    kind = cell.kind
    source = cell.source.withoutLastBreak
    options = []
    let sign = Array(sign.utf8)
    for line in cell.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
    {
      guard line.starts(with: sign) else { break }
      let rest = line.dropFirst(sign.count)
      options.append(String(decoding: rest.first == 0x20 ? rest.dropFirst() : rest, as: UTF8.self))
    }
  }

  /// The most of a character that stand in a row, where they are three or more; else 0.
  static func longestRun(of character: Character, in text: String) -> Int {
    let byte = character.asciiValue
    var (longest, run) = (0, 0)
    for other in text.utf8 {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest < 3 ? 0 : longest
  }
}
