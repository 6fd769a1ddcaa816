internal import Text

/// Something that the notebook format does not allow, and the line it is on.
public struct NotebookProblem: Error, Equatable, Sendable {
  /// The line of the file, counted from 1.
  public let line: Int
  /// What is wrong there.
  public let kind: Kind

  /// The ways in which a file can be wrong.
  public enum Kind: Equatable, Sendable {
    /// Front matter that has no second `---`.
    case frontMatterNotClosed
    /// Text that YAML cannot read, with the parser's reason.
    case invalidYAML(String)
    /// YAML that is not keys with values.
    case notAMapping
    /// A key that appears twice, with the line of its first appearance.
    case duplicateKey(String, firstLine: Int)
    /// A key that front matter does not have, with the nearest that it has.
    case unknownFrontMatterKey(String, nearest: String?)
    /// A key that no cell option has, with the nearest that one has.
    case unknownOption(String, nearest: String?)
    /// A value of the wrong type.
    case badValue(key: String, found: String, expected: String)
    /// Two cells of one name, with the line of the first.
    case duplicateID(String, firstLine: Int)
    /// An option below the code of its cell, with the sign of option lines.
    case misplacedOption(String)
    /// An option with another sign than those of its cell.
    case foreignOption(found: String, expected: String)
    /// Something behind the language of a cell.
    case fenceAttributes(String, language: String, sign: String)
    /// A block that asks to be run by another shell than `sh`.
    case otherShell(String)
    /// A cell whose fence is never closed, so that the rest of the file is in it.
    case cellNotClosed
  }

  init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

extension NotebookProblem: CustomStringConvertible {
  /// The problem in words, without its place.
  public var description: String {
    switch kind {
    case .frontMatterNotClosed:
      "the front matter has no closing '---'"
    case .invalidYAML(let reason):
      "not YAML: \(reason)"
    case .notAMapping:
      "expected 'key: value'"
    case .duplicateKey(let key, let firstLine):
      "'\(key)' is given twice; the first is on line \(firstLine)"
    case .unknownFrontMatterKey(let key, let nearest):
      "unknown key '\(key)' in the front matter"
        + Self.suggestion(nearest, among: FrontMatter.keys)
    case .unknownOption(let key, let nearest):
      "unknown cell option '\(key)'" + Self.suggestion(nearest, among: CellOptions.keys)
    case .badValue(let key, let found, let expected):
      "'\(key)' expects \(expected), got \(found)"
    case .duplicateID(let id, let firstLine):
      "two cells are named '\(id)'; the first is on line \(firstLine)"
    case .misplacedOption(let sign):
      "an option line ('\(sign) key: value') stands above the code of its cell"
    case .foreignOption(let found, let expected):
      "an option line of this cell begins with '\(expected)', got '\(found)'"
    case .fenceAttributes(let text, let language, let sign):
      "expected nothing behind '\(language)', got '\(text)'"
        + "; options are lines '\(sign) key: value' above the code"
    case .otherShell(let language):
      "a block that runs is written in 'sh', got '\(language)'"
    case .cellNotClosed:
      "the cell that begins here has no closing fence"
    }
  }

  private static func suggestion(_ nearest: String?, among keys: [String]) -> String {
    if let nearest {
      Text.suggestion(of: nearest)
    } else {
      "; it may be one of \(keys.joined(separator: ", "))"
    }
  }
}
