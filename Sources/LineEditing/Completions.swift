/// What could stand at a place in an entry.
public struct Completions: Sendable, Equatable {
  /// The part of the entry, in UTF-8, that a candidate replaces: the word so far.
  public var replaced: Range<Int>
  /// Whole words, in the order in which to list them.
  public var candidates: [Candidate]

  /// A word that could stand there.
  public struct Candidate: Sendable, Equatable {
    /// The word.
    public var text: String
    /// Its type or signature, shown beside it; empty for none.
    public var detail: String
    /// What it names.
    public var kind: Style?
    /// Whether the person defined it.
    public var isOwn: Bool

    /// A word that could stand somewhere.
    public init(_ text: String, detail: String = "", kind: Style? = nil, isOwn: Bool = false) {
      self.text = text
      self.detail = detail
      self.kind = kind
      self.isOwn = isOwn
    }
  }

  /// Candidates for a part of the entry.
  public init(replacing replaced: Range<Int>, candidates: [Candidate]) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// Candidates of which only the words are known.
  public init(replacing replaced: Range<Int>, candidates: [String]) {
    self.init(replacing: replaced, candidates: candidates.map { Candidate($0) })
  }

  /// What every candidate begins with.
  package var sharedPrefix: String {
    guard var shared = candidates.first.map({ $0.text[...] }) else { return "" }
    for candidate in candidates.dropFirst() where !candidate.text.hasPrefix(shared) {
      let length = zip(shared, candidate.text).prefix { $0 == $1 }.count
      shared = shared.prefix(length)
    }
    return String(shared)
  }
}
