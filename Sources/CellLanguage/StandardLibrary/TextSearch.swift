internal import CellSyntax

/// A search for a text or a regular expression with Foundation's options.
struct TextSearch {
  struct Options: OptionSet {
    let rawValue: Int
    static let caseInsensitive = Options(rawValue: 1)
    static let literal = Options(rawValue: 2)
    static let backwards = Options(rawValue: 4)
    static let anchored = Options(rawValue: 8)
    static let numeric = Options(rawValue: 64)
    static let forcedOrdering = Options(rawValue: 512)
    static let regularExpression = Options(rawValue: 1024)
    static let known: Options = [
      .caseInsensitive, .literal, .backwards, .anchored, .regularExpression,
    ]
  }

  /// Where something was found, with the groups of an expression.
  struct Match {
    let range: Range<String.Index>
    var groups: [Substring?] = []
  }

  private let wanted: String
  private let options: Options
  private let regex: CompiledRegex?

  /// A search; a fault of `call` where it is not known to find what Foundation finds.
  init(_ wanted: String, _ options: Options, _ call: NativeCall) throws {
    guard options.isSubset(of: .known) else {
      throw call.fault(
        "cells search by '.caseInsensitive', '.literal', '.backwards', '.anchored' and '.regularExpression' alone"
      )
    }
    self.wanted = wanted
    self.options = options
    guard options.contains(.regularExpression) else {
      regex = nil
      return
    }
    var reading: CompiledRegex.Options = [.unicodeScalars, .simpleWordBoundaries]
    if options.contains(.caseInsensitive) { reading.insert(.ignoresCase) }
    do {
      regex = try CompiledRegex.of(wanted, reading)
    } catch {
      throw call.fault("cannot parse regular expression '\(wanted)': \(error.text)")
    }
  }

  /// What is found, in the order of the text; at most one match when `onlyFirst`, the last when backwards.
  func matches(in part: Substring, onlyFirst: Bool, _ call: NativeCall) throws -> [Match] {
    if let regex { return try matches(of: regex, in: part, onlyFirst: onlyFirst, call) }
    if options.isEmpty, !wanted.isEmpty, !wanted.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
      let ranges =
        onlyFirst ? part.firstRange(of: wanted).map { [$0] } ?? [] : part.ranges(of: wanted)
      return ranges.map { Match(range: $0) }
    }
    let text = try elements(of: part, call)
    let pattern = try elements(of: wanted[...], call).map(\.key)
    guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
    let ends = text.dropFirst().map(\.start) + [part.endIndex]
    let isBackwards = options.contains(.backwards)
    let isAnchored = options.contains(.anchored)
    var found: [Match] = []
    let last = text.count - pattern.count
    var position = isBackwards ? last : 0
    var steps = 0
    while position >= 0, position <= last {
      steps += 1
      if steps & 0xFFF == 0 { try call.machine.stopIfWished(call.site) }
      let isThere = pattern.indices.allSatisfy { text[position + $0].key == pattern[$0] }
      if isThere {
        found.append(
          Match(range: text[position].start..<ends[position + pattern.count - 1]))
        if onlyFirst { break }
      } else if isAnchored {
        break
      }
      let step = isThere ? pattern.count : 1
      position += isBackwards ? -step : step
    }
    return isBackwards ? found.reversed() : found
  }

  private func matches(
    of regex: CompiledRegex, in part: Substring, onlyFirst: Bool, _ call: NativeCall
  ) throws -> [Match] {
    let isAnchored = options.contains(.anchored)
    let extent: RegexSearch.Extent = !onlyFirst ? .all : isAnchored ? .prefix : .first
    let found = try RegexSearch(regex: regex, text: part, extent: extent).matches(for: call)
      .map { Match(range: $0.range, groups: $0.groups.map(\.text)) }
    guard isAnchored else { return found }
    // One after the other from the beginning, without a gap.
    var start = part.startIndex
    return Array(
      found.prefix { match in
        defer { start = match.range.upperBound }
        return match.range.lowerBound == start
      })
  }

  /// What is compared with what: characters, or code points where the search is literal.
  private func elements(
    of part: Substring, _ call: NativeCall
  ) throws -> [(key: String, start: String.Index)] {
    var result: [(key: String, start: String.Index)] = []
    func add(_ text: Substring) throws {
      result.append((try key(of: text, call), text.startIndex))
    }
    var index = part.startIndex
    while index < part.endIndex {
      let next = part.index(after: index)
      // A line's end "\r\n" is one character of Swift's, and two of Foundation's.
      if options.contains(.literal) || part[index] == "\r\n" {
        var inner = index
        while inner < next {
          let after = part.unicodeScalars.index(after: inner)
          try add(part[inner..<after])
          inner = after
        }
      } else {
        try add(part[index..<next])
      }
      index = next
    }
    return result
  }

  private func key(of text: Substring, _ call: NativeCall) throws -> String {
    guard options.contains(.caseInsensitive) else { return String(text) }
    let capital = text.uppercased()
    guard capital.count <= 1 else {
      throw call.fault(
        "how '\(text)', of which '\(capital)' is the capital, is found by Foundation is not known in cells"
      )
    }
    return capital.lowercased()
  }
}

extension TextSearch.Match {
  /// A template with the groups in place of `$0`, `$1`, …; `\` takes the meaning from what follows it.
  ///
  /// As many digits belong to a group's number as the number of groups has.
  func filling(_ template: String) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var rest = template.unicodeScalars[...]
    let most = String(max(groups.count - 1, 1)).count
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        if let next = rest.popFirst() { result.append(next) }
        continue
      }
      let digits = rest.prefix(most).prefix { ("0"..."9").contains($0) }
      guard scalar == "$", let number = Int(String(Substring(digits))) else {
        result.append(scalar)
        continue
      }
      rest = rest.dropFirst(digits.count)
      if groups.indices.contains(number), let group = groups[number] {
        result.append(contentsOf: group.unicodeScalars)
      }
    }
    return result
  }
}
