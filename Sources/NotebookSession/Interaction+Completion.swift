public import CellLanguage
internal import Notebook
internal import SystemFiles

/// What could stand at a place in an entry.
public struct EntryCompletions: Sendable, Equatable {
  /// The part of the entry, in UTF-8, that a candidate replaces.
  public var replaced: Range<Int>
  /// What could stand there, the likeliest first.
  public var candidates: [Candidate]

  /// Something that could stand at a place.
  public struct Candidate: Sendable, Equatable {
    /// What is put in.
    public var text: String
    /// What it is, in a few words: a type, a declaration, what a command does.
    public var detail: String
    /// What it names; nil where it is no name.
    public var kind: NameSummary.Kind?
    /// Whether the cells or the person have declared it.
    public var isOwn: Bool

    /// A candidate.
    public init(
      _ text: String, detail: String = "", kind: NameSummary.Kind? = nil, isOwn: Bool = false
    ) {
      self.text = text
      self.detail = detail
      self.kind = kind
      self.isOwn = isOwn
    }
  }
}

extension Interaction {
  /// Whether an entry can end where it does: commands can, and source where the language says so.
  public static func completeness(of entry: String) -> Completeness {
    entry.hasPrefix(":") ? .complete : CellRunner.completeness(of: entry)
  }

  /// What could stand at `offset` (in UTF-8) of an entry.
  public func completions(in entry: String, at offset: Int) -> EntryCompletions {
    let typed = String(decoding: entry.utf8.prefix(offset), as: UTF8.self)
    guard typed.hasPrefix(":") else { return sourceCompletions(in: entry, at: offset) }
    guard let space = typed.firstIndex(of: " ") else {
      let found = commands.filter { (":" + $0.name).hasPrefix(typed) }
      return EntryCompletions(
        replaced: 0..<offset, candidates: found.map { .init(":" + $0.name, detail: $0.help) })
    }
    let name = typed[..<space].dropFirst()
    guard let command = commands.first(where: { $0.names.contains(String(name)) }) else {
      return EntryCompletions(replaced: offset..<offset, candidates: [])
    }
    return argumentCompletions(of: command, in: entry, typed: typed, at: offset)
  }

  private func argumentCompletions(
    of command: PromptCommand, in entry: String, typed: String, at offset: Int
  ) -> EntryCompletions {
    let word = typed.suffix(while: { $0 != " " && $0 != "," })
    let replaced = (offset - word.utf8.count)..<offset
    func words(_ candidates: [EntryCompletions.Candidate]) -> EntryCompletions {
      EntryCompletions(
        replaced: replaced, candidates: candidates.filter { $0.text.hasPrefix(word) })
    }
    switch command.completion {
    case .none: return words([])
    case .cell(let others):
      let session = driver.session
      let cells = session.document.cells.enumerated().map { index, cell in
        EntryCompletions.Candidate(cell.name, detail: session.life(ofCell: index).rawValue)
      }
      return words(cells + others.map { .init($0) })
    case .file: return files(beginning: String(word), replacing: replaced)
    case .parameter:
      let names = driver.session.document.parameterNames + ["data", "seed"]
      return words(names.map { .init($0 + "=") })
    case .topic:
      let topics = driver.runner.topics(in: driver.session.current)
      return words(
        topics.map { .init($0.topic, detail: "topic") }
          + commands.map { .init($0.name, detail: $0.help) })
    case .source:
      // As if it stood alone, and back to where it stands.
      let lead = typed.prefix { $0 != " " }.utf8.count + 1
      let source = String(decoding: entry.utf8.dropFirst(lead), as: UTF8.self)
      var found = sourceCompletions(in: source, at: offset - lead)
      found.replaced = (found.replaced.lowerBound + lead)..<(found.replaced.upperBound + lead)
      return found
    }
  }

  private func sourceCompletions(in entry: String, at offset: Int) -> EntryCompletions {
    let found = driver.runner.completions(in: entry, at: offset, from: driver.session.current)
    if let literal = found.literal { return completions(of: literal, replacing: found.replacing) }
    return EntryCompletions(
      replaced: found.replacing,
      candidates: found.candidates.map {
        .init($0.text, detail: $0.detail, kind: $0.kind, isOwn: $0.isOwn)
      })
  }

  /// What could stand in a text, by what it is an argument of.
  private func completions(
    of literal: CompletionList.Literal, replacing replaced: Range<Int>
  ) -> EntryCompletions {
    guard let parameter = literal.parameter else {
      return EntryCompletions(replaced: replaced, candidates: [])
    }
    if let words = settings.argumentWords[parameter] {
      let fitting = words.filter { $0.hasPrefix(literal.content) }
      return EntryCompletions(replaced: replaced, candidates: fitting.map { .init($0) })
    }
    guard ["path", "folder", "file"].contains(parameter) else {
      return EntryCompletions(replaced: replaced, candidates: [])
    }
    return files(beginning: literal.content, replacing: replaced)
  }

  /// How the call that the cursor is in can be made; nil where it is in none.
  public func hint(in entry: String, at offset: Int) -> CallHint? {
    guard !entry.hasPrefix(":") else { return nil }
    return driver.runner.signature(in: entry, at: offset, from: driver.session.current).first
  }

  /// The files whose paths begin with what was typed, folders with a slash at the end.
  func files(beginning typed: String, replacing replaced: Range<Int>) -> EntryCompletions {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let names = (try? FileAccess.everywhere.names(in: folder.isEmpty ? "." : folder)) ?? []
    let shown = names.sorted().filter {
      $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix("."))
    }
    return EntryCompletions(
      replaced: replaced,
      candidates: shown.prefix(200).map { name in
        let isFolder = (try? FileAccess.everywhere.kind(of: folder + name)) == .folder
        return .init(folder + name + (isFolder ? "/" : ""), detail: isFolder ? "folder" : "file")
      })
  }
}

extension String {
  /// The characters at the end for which a condition holds.
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    let end = reversed().prefix(while: holds).count
    return suffix(end)
  }
}
