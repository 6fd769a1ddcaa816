/// What gnuplot is asked to draw: a script, and the numbers that it refers to.
///
/// The script reads its data from the file named by the gnuplot variable `data`, each run of numbers
/// at its own offset, and draws into the file named by `picture`; who runs the script sets both.
public struct GnuplotScript: Sendable, Equatable {
  /// A run of data.
  public enum Block: Sendable, Equatable {
    /// Numbers of eight bytes, in the machine's order.
    case doubles([Double])
    /// Bytes.
    case bytes([UInt8])

    /// How many bytes the block takes.
    public var byteCount: Int {
      switch self {
      case .doubles(let numbers): numbers.count * 8
      case .bytes(let bytes): bytes.count
      }
    }
  }

  /// The commands, one a line.
  public internal(set) var text: String

  /// The data, in the order of their offsets.
  public internal(set) var blocks: [Block]

  /// Where the next block starts.
  private var offset = 0

  /// An empty script.
  init() {
    text = ""
    blocks = []
  }
}

// MARK: - Writing

extension GnuplotScript {
  /// Adds lines of one's own at the end, for what figures cannot say.
  package mutating func append(_ line: String) { command(line) }

  /// Adds a command.
  mutating func command(_ line: String) {
    text += line
    text += "\n"
  }

  /// Adds a command unless its argument is absent.
  mutating func command(_ start: String, text argument: String?, _ end: String = "") {
    guard let argument, !argument.isEmpty else { return }
    command("\(start) \(GnuplotScript.quoted(argument))\(end.isEmpty ? "" : " ")\(end)")
  }

  /// Adds columns of equal length as records, and returns how a plot command reads them.
  mutating func records(_ columns: [[Double]]) -> String {
    let count = columns.first?.count ?? 0
    var numbers: [Double] = []
    numbers.reserveCapacity(count * columns.count)
    for row in 0..<count {
      // An infinite number would stretch an automatic range; a gap is what the reader expects.
      for column in columns { numbers.append(column[row].isFinite ? column[row] : .nan) }
    }
    let format = String(repeating: "%double", count: columns.count)
    return reference(.doubles(numbers), "record=\(count) format='\(format)'")
  }

  /// Adds a matrix, row by row from the top, and returns how a plot command reads it.
  ///
  /// Gnuplot draws no image that is one element wide or high: such a one gets a second column or row
  /// of nothing, which lies outside the axes.
  mutating func matrix(_ numbers: [Double], width: Int, height: Int) -> String {
    let finite = numbers.map { $0.isFinite ? $0 : .nan }
    let (padded, width, height) = Self.padded(finite, with: .nan, width, height, elements: 1)
    return reference(.doubles(padded), "array=(\(width),\(height)) format='%double'")
  }

  /// Adds the red, green and blue bytes of a picture, and returns how a plot command reads it.
  mutating func picture(_ bytes: [UInt8], width: Int, height: Int) -> String {
    let (padded, width, height) = Self.padded(bytes, with: 255, width, height, elements: 3)
    return reference(.bytes(padded), "array=(\(width),\(height)) format='%uchar'")
  }

  private static func padded<Number>(
    _ numbers: [Number], with filler: Number, _ width: Int, _ height: Int, elements: Int
  ) -> ([Number], Int, Int) {
    guard width < 2 || height < 2 else { return (numbers, width, height) }
    var result: [Number] = []
    for row in 0..<max(2, height) {
      let start = row * width * elements
      let line = row < height ? Array(numbers[start..<start + width * elements]) : []
      let missing = max(2, width) * elements - line.count
      result += line + Array(repeating: filler, count: missing)
    }
    return (result, max(2, width), max(2, height))
  }

  private mutating func reference(_ block: Block, _ layout: String) -> String {
    defer { offset += block.byteCount }
    blocks.append(block)
    return "data binary skip=\(offset) \(layout)"
  }
}

// MARK: - Text

extension GnuplotScript {
  /// A gnuplot expression for the text, which gnuplot shows and never reads as anything else.
  ///
  /// Between single quotes gnuplot expands neither back quotes nor escapes. Of macros (`@name`) it looks
  /// for quotes by a count of its own, in which a `'` between double quotes opens a string (5.4.4). So a
  /// text with any character that means something between quotes is written with double ones and their
  /// codes, and no quote stands in the script that is not one. Control characters become spaces.
  package static func quoted(_ text: String) -> String {
    let lines = ShownText.lines(of: text)
    guard lines.count > 1 || text.utf8.contains(where: special.contains) else {
      return "'\(lines[0])'"
    }
    let coded = lines.map { line in
      line.utf8.reduce(into: [UInt8]()) { coded, byte in
        if special.contains(byte) {
          coded += "\\\(String(Int(byte) + 0o1000, radix: 8).dropFirst())".utf8
        } else {
          coded.append(byte)
        }
      }
    }
    return "\"\(coded.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\n"))\""
  }

  /// The characters that end a string, or mean something else than themselves in one kind of string.
  private static let special = Set("'\"\\`@$".utf8)

  /// A gnuplot expression for text that must stay on one line.
  static func quotedLine(_ text: String) -> String { quoted(ShownText.line(text)) }

  /// The lines of a text, whatever ends them.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
  }
}
