package import SwiftSyntax

/// Turns SwiftSyntax's tree into ours: the only code that knows both.
///
/// What the cell language leaves out is refused here, by name and at its place. Each `…(_ node:)`
/// method answers our node for one of theirs and reports what is wrong on the way; it never fails.
package final class SyntaxReader {
  let source: SourceText
  let maximumDepth: Int
  private(set) var problems: [Problem] = []
  /// The highest `$n` seen in each closure being read, innermost last.
  var shorthandCounts: [Int] = []
  /// Whether a declaration with a parameter pack was refused.
  var hasRefusedPacks = false
  private var depth = 0

  /// Something wrong at a place.
  package struct Problem {
    package var message: String
    package var range: SourceRange
    package var isError = true
    package var notes: [(message: String, range: SourceRange)] = []
  }

  package init(_ source: SourceText, maximumDepth: Int) {
    self.source = source
    self.maximumDepth = maximumDepth
  }

  /// The statements of a whole file.
  package func file(_ file: SourceFileSyntax) -> [Statement] { statements(file.statements) }

  func report(_ message: String, at range: SourceRange) {
    problems.append(Problem(message: message, range: range))
  }

  func report(_ message: String, at node: some SyntaxProtocol) {
    report(message, at: range(of: node))
  }

  /// Refuses a part of Swift that is not part of the cell language.
  func unsupported(_ what: String, _ node: some SyntaxProtocol) {
    report("\(what) not part of the cell language", at: node)
  }

  /// The stretch of a node without the blanks and comments around it.
  func range(of node: some SyntaxProtocol) -> SourceRange {
    SourceRange(
      start: Int32(clamping: node.positionAfterSkippingLeadingTrivia.utf8Offset),
      end: Int32(clamping: node.endPositionBeforeTrailingTrivia.utf8Offset))
  }

  /// Runs `body` one level deeper, or answers `fallback` where the source is nested too deeply.
  func nested<T>(_ node: some SyntaxProtocol, fallback: T, _ body: () -> T) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= maximumDepth else {
      if depth == maximumDepth + 1, problems.last?.message != SyntaxReader.tooDeep {
        report(SyntaxReader.tooDeep, at: node)
      }
      return fallback
    }
    return body()
  }

  static let tooDeep = "source is nested too deeply; break it up into smaller parts"
}

extension TokenSyntax {
  /// The name that the token stands for, without backquotes.
  var name: String { identifier?.name ?? text }
}
