internal import CellSyntax
internal import Dispatch
internal import Synchronization

/// A search for a regular expression in a text.
struct RegexSearch: Sendable {
  /// Where matches are looked for, and how many.
  enum Extent: Int, Sendable { case first, whole, prefix, all }

  /// One match: where it is, and what its groups are.
  struct Match: Sendable {
    struct Group: Sendable {
      let name: String?
      /// Nil where the group took no part in the match.
      let text: Substring?
    }

    let range: Range<String.Index>
    /// All of the match, and its groups.
    let groups: [Group]
  }

  let regex: CompiledRegex
  let text: Substring
  let extent: Extent

  /// The matches, on this thread, however long it takes.
  func matches() -> [Match] {
    do {
      switch extent {
      case .first: return try regex.regex.firstMatch(in: text).map { [Match($0)] } ?? []
      case .whole: return try regex.regex.wholeMatch(in: text).map { [Match($0)] } ?? []
      case .prefix: return try regex.regex.prefixMatch(in: text).map { [Match($0)] } ?? []
      case .all: return text.matches(of: regex.regex).map { Match($0) }
      }
    } catch {
      // Only parts of an expression that are written in Swift throw, and patterns have none.
      return []
    }
  }
}

extension RegexSearch.Match {
  fileprivate init(_ match: Regex<AnyRegexOutput>.Match) {
    range = match.range
    groups = match.output.map { Group(name: $0.name, text: $0.substring) }
  }
}

// MARK: - Matches that can be given up

extension RegexSearch {
  /// The searches that were given up and still run.
  private static let abandoned = Atomic(0)
  private static let mostAbandoned = 4

  /// The matches; a search that may take long can be interrupted.
  ///
  /// Swift's matcher looks at no flag. So a search that is not sure to be short has a thread of its own, and
  /// this one looks now and then whether there is a reason to stop. The search is then given up: its thread
  /// goes on by itself and comes back when it is done. While several such go on no more are begun.
  func matches(for call: NativeCall) throws -> [Match] {
    if regex.growth.isShort(for: text.utf8.count) { return matches() }
    guard Self.abandoned.load(ordering: .relaxed) < Self.mostAbandoned else {
      throw call.fault(
        "\(Self.mostAbandoned) matches that were interrupted still run, as regular expressions cannot be stopped; start the session again, or wait"
      )
    }
    guard let thread = LargeStackThread.take() else { return matches() }
    let search = self
    let work = Work { _ in search.matches() }
    thread.begin(work)
    do {
      while !thread.finish(within: .milliseconds(5)) { try call.machine.stopIfWished(call.site) }
    } catch {
      Self.abandoned.add(1, ordering: .relaxed)
      thread.giveUp { Self.abandoned.subtract(1, ordering: .relaxed) }
      throw error
    }
    let result = work.result ?? []
    thread.giveBack()
    try call.allow(count: result.count, of: 64)
    return result
  }
}
