internal import CellLanguage

/// Input that is no terminal: it is read whole, and cut into entries as the language reads a text, so
/// that a line may go on with `.map`, `else` or an operator on the next.
///
/// Lines that begin with `:` are commands. To a stepper a line with nothing on it says that the next cell
/// is to run.
public final class PipedInput: InputReader {
  private let read: () -> String?
  private let blankLinesCount: Bool
  /// What is still to be handed out, the last first; nil before the input is read.
  private var entries: [Entry]?
  /// How many lines of input came before the entry that was read last.
  public private(set) var lineOffset = 0

  /// What messages call it.
  public let name: String

  /// Nobody is there.
  public var isInteractive: Bool { false }

  private struct Entry {
    let text: String
    let firstLine: Int
  }

  /// Input that is read when the first entry is asked for.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - blankLinesCount: whether a line with nothing on it is an entry.
  ///   - read: reads all of it; nil where a signal came instead.
  public init(
    named name: String = "stdin", blankLinesCount: Bool, read: @escaping () -> String?
  ) {
    self.name = name
    self.blankLinesCount = blankLinesCount
    self.read = read
  }

  /// The next entry.
  public func readInput(prompt: String) -> SessionInput {
    if entries == nil {
      guard let text = read() else { return .interrupted }
      entries = self.entries(of: text).reversed()
    }
    guard let entry = entries?.popLast() else { return .endOfInput }
    lineOffset = entry.firstLine
    return .text(entry.text)
  }

  private func entries(of text: String) -> [Entry] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine)
    var entries: [Entry] = []
    var start = 0
    for (index, line) in lines.enumerated() where Self.isCommand(line) {
      // The colon of a choice stands on a line that goes on.
      let before = lines[start..<index].joined(separator: "\n")
      if CellRunner.completeness(of: before) == .incomplete { continue }
      entries += source(lines[start..<index])
      entries.append(Entry(text: String(line), firstLine: index))
      start = index + 1
    }
    // What ends in a line break has no line after it.
    let end = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    return start < end ? entries + source(lines[start..<end]) : entries
  }

  /// The entries of lines without commands.
  private func source(_ lines: ArraySlice<Substring>) -> [Entry] {
    var entries: [Entry] = []
    var next = lines.startIndex
    func skip(to end: Int) {
      guard blankLinesCount else { return }
      for index in next..<max(next, end) where lines[index].allSatisfy(\.isWhitespace) {
        entries.append(Entry(text: "", firstLine: index))
      }
    }
    for range in CellRunner.entries(of: lines.joined(separator: "\n")) {
      let first = lines.startIndex + range.lowerBound
      let end = min(lines.startIndex + range.upperBound, lines.endIndex)
      skip(to: first)
      let text = lines[first..<end].joined(separator: "\n")
      entries.append(Entry(text: text, firstLine: first))
      next = end
    }
    skip(to: lines.endIndex)
    return entries
  }

  private static func isCommand(_ line: Substring) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    return text.first == ":" && text.dropFirst().first?.isLetter == true
  }

  private static func endsLine(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}
