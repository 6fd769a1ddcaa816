/// A YAML mapping of scalars and short lists, each with the line it stands on: what front matter
/// and option lines are read into before their keys are known.
struct Settings {
  /// One key with its value.
  struct Entry {
    let key: String
    let value: Value
    /// The line of the file that the key is on.
    let line: Int
  }

  /// A value as YAML has it, its type still open: `yes`, `1` and `"1"` are scalars.
  enum Value: Equatable {
    case scalar(String)
    case list([String])
    /// Something deeper than a list of scalars.
    case nested
  }

  /// The entries in the order of the file.
  private(set) var entries: [Entry] = []
  /// What is wrong with the text.
  private(set) var problems: [NotebookProblem] = []

  /// Reads `yaml`, whose first line is line `firstLine` of the file.
  init(yaml: String, firstLine: Int) {
    let found: [YAMLMapping.Entry]
    do throws(YAMLError) {
      found = try YAMLMapping(yaml).entries
    } catch {
      // An error at the very end of the text is reported one line past it.
      let last = max(1, Lines(yaml).all.count) - 1
      problems = [NotebookProblem(line: firstLine + min(error.line, last), kind: error.kind)]
      return
    }
    var lines: [String: Int] = [:]
    for entry in found {
      let line = firstLine + entry.line
      guard let key = entry.key else {
        problems.append(NotebookProblem(line: line, kind: .notAMapping))
        continue
      }
      if let first = lines.updateValue(line, forKey: key) {
        entries = []
        problems = [NotebookProblem(line: line, kind: .duplicateKey(key, firstLine: first))]
        return
      }
      entries.append(Entry(key: key, value: entry.value, line: line))
    }
  }
}

extension Settings.Value {
  /// The value as an author would recognise it in an error.
  var shown: String {
    switch self {
    case .scalar(let text): "'\(text)'"
    case .list(let items): "[\(items.joined(separator: ", "))]"
    case .nested: "something nested"
    }
  }

  /// The text of a scalar that is not empty.
  var text: String? {
    if case .scalar(let text) = self, !text.isEmpty { text } else { nil }
  }

  /// The truth value that YAML 1.2 reads: `true` or `false`.
  var bool: Bool? {
    switch self {
    case .scalar("true"), .scalar("True"), .scalar("TRUE"): true
    case .scalar("false"), .scalar("False"), .scalar("FALSE"): false
    default: nil
    }
  }
}
