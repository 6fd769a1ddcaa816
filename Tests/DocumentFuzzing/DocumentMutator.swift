import Notebook
import Publishing

/// Makes files that nobody would write out of ones that somebody did.
///
/// A file is a pure function of the mutator's seed and texts and of the file's number, so that the one
/// that shows a fault can be made again.
public struct DocumentMutator: Sendable {
  private let seed: UInt64
  private let texts: [[UInt8]]

  /// The most bytes that are taken of one text. Only one file in 500 is larger, and repeats one piece.
  private static let size = 2_000

  /// A mutator.
  ///
  /// - Parameter texts: Markdown and notebooks to start from, beside those that are generated.
  public init(seed: UInt64, texts: [String]) {
    self.seed = seed
    self.texts = texts.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  /// The file of a number.
  public func document(_ number: Int) -> MutatedDocument {
    var choice = SeededChoice(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number))
    switch choice.below(10) {
    case 0: return MutatedDocument(kind: .jupyter, bytes: jupyter(&choice))
    case 1: return MutatedDocument(kind: .outputs, bytes: outputs(&choice))
    default: return MutatedDocument(kind: .notebook, bytes: notebook(&choice))
    }
  }
}

// MARK: - Notebooks

extension DocumentMutator {
  private func notebook(_ choice: inout SeededChoice) -> [UInt8] {
    if choice.below(500) == 0 { return Self.repeated(&choice) }
    var bytes = text(&choice)
    for _ in 0..<choice.below(7) { change(&bytes, &choice) }
    return bytes
  }

  private func text(_ choice: inout SeededChoice) -> [UInt8] {
    switch choice.below(texts.isEmpty ? 2 : 6) {
    case 0: return Array(GeneratedNotebook(seed: choice.next()).text.utf8)
    case 1: return Array((0..<choice.below(12)).map { _ in Self.block(&choice) }.joined().utf8)
    default:
      let text = choice.one(of: texts)
      guard text.count > Self.size else { return text }
      let start = choice.below(text.count - Self.size / 2)
      let line = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? start
      return Array(text[line..<min(text.count, line + 200 + choice.below(Self.size))])
    }
  }

  /// A block of Markdown or of a notebook, which may have no end.
  private static func block(_ choice: inout SeededChoice) -> String {
    let fence = String(
      repeating: choice.one(of: ["`", "`", "~"]), count: choice.one(of: [2, 3, 3, 3, 4, 7]))
    let lines = (0..<choice.below(5)).map { _ in choice.one(of: MutationPieces.lines) }
    let block =
      [choice.one(of: MutationPieces.indents) + fence + choice.one(of: MutationPieces.infos)]
      + lines
      + (choice.below(6) == 0 ? [] : [fence + choice.one(of: ["", "", " ", "`", "~", " x"])])
    let prefix = choice.one(of: MutationPieces.prefixes)
    let text = choice.below(2) == 0 ? lines : block
    return text.map { prefix + $0 + "\n" }.joined()
      + choice.one(of: ["", "\n", "\n\n", "\r", " \n"])
  }

  /// One piece very often: what is nested a thousand deep, or open a thousand times.
  private static func repeated(_ choice: inout SeededChoice) -> [UInt8] {
    let piece = choice.one(of: MutationPieces.spans + MutationPieces.lines.map { $0 + "\n" })
    let count = 1 + choice.below(16_000 / piece.utf8.count)
    let start = choice.one(of: ["", "---\n", "```swift\n", "> ", "x "])
    return Array(
      (start + String(repeating: piece, count: count) + choice.one(of: ["", "\n", "x\n"])).utf8)
  }

  private func change(_ bytes: inout [UInt8], _ choice: inout SeededChoice) {
    let place = choice.below(bytes.count + 1)
    let range = choice.range(in: bytes.count, atMost: 40)
    switch choice.below(16) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: bytes[range], at: place)
    case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8(choice.below(7)) }
    case 3: if place < bytes.count { bytes[place] = UInt8(choice.below(128)) }
    case 4: bytes.removeSubrange(place...)
    case 5: bytes.removeSubrange(..<place)
    case 6: bytes.insert(contentsOf: choice.one(of: MutationPieces.fronts).utf8, at: 0)
    case 7: bytes = Self.withLineEnds(bytes, &choice)
    case 8: bytes = Self.withPrefix(choice.one(of: MutationPieces.prefixes), bytes, &choice)
    case 9: bytes.insert(contentsOf: Self.block(&choice).utf8, at: Self.lineStart(bytes, place))
    case 10, 11:
      let line = choice.one(of: MutationPieces.lines) + "\n"
      bytes.insert(contentsOf: line.utf8, at: Self.lineStart(bytes, place))
    case 12:
      // Bytes that are no text end the reading, so they are rare.
      if choice.below(6) == 0 {
        bytes.insert(contentsOf: choice.one(of: MutationPieces.noText), at: place)
      }
    case 13:
      let other = text(&choice)
      bytes.insert(
        contentsOf: other[choice.range(in: other.count, atMost: 300)],
        at: Self.lineStart(bytes, place))
    default:
      let piece = choice.one(of: MutationPieces.spans)
      bytes.replaceSubrange(range.prefix(choice.below(9)), with: piece.utf8)
    }
  }

  private static func lineStart(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private static func withLineEnds(_ bytes: [UInt8], _ choice: inout SeededChoice) -> [UInt8] {
    let end: [UInt8] = choice.one(of: [[0x0D, 0x0A], [0x0D], [0x0A, 0x0A], [0x0D, 0x0D, 0x0A]])
    let share = choice.one(of: [1, 1, 2, 7])
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 0x0A, choice.below(share) == 0 { result += end } else { result.append(byte) }
    }
    return result
  }

  /// The text with something before each of some lines.
  private static func withPrefix(
    _ prefix: String, _ bytes: [UInt8], _ choice: inout SeededChoice
  ) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in choice.range(in: lines.count, atMost: 12) {
      lines[index] = prefix.utf8 + lines[index]
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}

// MARK: - JSON

extension DocumentMutator {
  private func jupyter(_ choice: inout SeededChoice) -> [UInt8] {
    if choice.below(3) == 0 { return changedJSON(choice.one(of: MutationPieces.jupyter), &choice) }
    let text = String(decoding: notebook(&choice), as: UTF8.self)
    let outputs = try? Sidecar(parsing: choice.one(of: MutationPieces.outputs))
    let document = JupyterDocument(
      Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: outputs))
    return changedJSON(document.text, &choice)
  }

  private func outputs(_ choice: inout SeededChoice) -> [UInt8] {
    changedJSON(choice.one(of: MutationPieces.outputs), &choice)
  }

  /// JSON with a few lines, values or bytes that are others.
  private func changedJSON(_ text: String, _ choice: inout SeededChoice) -> [UInt8] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<choice.below(4) {
      let place = choice.below(lines.count)
      let range = choice.range(in: lines.count, atMost: 4)
      switch choice.below(8) {
      case 0: lines.removeSubrange(range)
      case 1: lines.insert(contentsOf: lines[range], at: place)
      case 2: if !lines.isEmpty { lines.swapAt(place, choice.below(lines.count)) }
      case 3:
        guard !lines.isEmpty else { break }
        let from = choice.range(in: lines[place].count, atMost: 5)
        lines[place].replaceSubrange(from, with: choice.one(of: MutationPieces.inJSON).utf8)
      default:
        guard !lines.isEmpty else { break }
        // Another value behind the key, so that the whole is JSON still.
        let line = lines[place]
        let start =
          line.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 }
          ?? line.firstIndex(of: UInt8(ascii: "\"")) ?? 0
        let end = line.last == UInt8(ascii: ",") ? line.count - 1 : line.count
        let opens = line.last == UInt8(ascii: "{") || line.last == UInt8(ascii: "[")
        if opens || start > end { break }
        lines[place].replaceSubrange(
          start..<end, with: choice.one(of: MutationPieces.values).utf8)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
