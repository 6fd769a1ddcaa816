internal import Yams

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
    do {
      // No rules for types: a title `1.0` stays text, and no regular expression is compiled.
      let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return }
      guard case .mapping(let mapping) = root else {
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
        problems.append(NotebookProblem(line: firstLine, kind: .notAMapping))
        return
      }
      for (key, value) in mapping {
        let line = firstLine - 1 + (key.mark?.line ?? 1)
        guard case .scalar(let name) = key else {
          problems.append(NotebookProblem(line: line, kind: .notAMapping))
          continue
        }
        entries.append(Entry(key: name.string, value: Value(value), line: line))
      }
    } catch let error as YamlError {
      problems.append(
        Self.problem(error, in: yaml, firstLine: firstLine))
    } catch {
      problems.append(NotebookProblem(line: firstLine, kind: .invalidYAML("\(error)")))
    }
  }

  private static func problem(
    _ error: YamlError, in yaml: String, firstLine: Int
  ) -> NotebookProblem {
    func invalid(_ text: String, _ mark: Mark?) -> NotebookProblem {
      // An error at the very end of the text is reported one line past it.
      let last = max(1, Lines(yaml).all.count)
      return NotebookProblem(
        line: firstLine - 1 + min(mark?.line ?? 1, last), kind: .invalidYAML(text))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return invalid(problem, mark)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      return invalid(problem, nil)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let lines = linesOfKey(key, in: yaml).map { firstLine - 1 + $0 }
      let first = lines.first ?? firstLine - 1 + context.mark.line
      let second = lines.dropFirst().first ?? first
      return NotebookProblem(line: second, kind: .duplicateKey(key, firstLine: first))
    default:
      return invalid("\(error)", nil)
    }
  }

  /// The lines that begin with `key`, for an error that YAML reports without them.
  private static func linesOfKey(_ key: String, in yaml: String) -> [Int] {
    Lines(yaml).all.enumerated().compactMap { index, line in
      let head = line.prefix { $0 != ":" }
      let name = head.trimmingPrefix { $0 == " " }
      return name == key ? index + 1 : nil
    }
  }
}

extension Settings.Value {
  fileprivate init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.string)
    case .sequence(let sequence):
      let items = sequence.compactMap { item in
        if case .scalar(let scalar) = item { scalar.string } else { nil }
      }
      self = items.count == sequence.count ? .list(items) : .nested
    case .mapping, .alias: self = .nested
    }
  }

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
