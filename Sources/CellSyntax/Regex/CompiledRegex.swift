internal import Synchronization

/// A regular expression ready to match: Swift's own, made from its text when it is first needed.
package final class CompiledRegex: @unchecked Sendable {
  // Sharing is safe: what is kept of a pattern's text has no code of the program's in it, and Swift stores
  // the program that it lowers the pattern to in one atomic step.

  /// How a pattern is read and matched; the bits that the library's `Regex` counts with.
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let ignoresCase = Options(rawValue: 1)
    package static let dotMatchesNewlines = Options(rawValue: 2)
    package static let anchorsMatchLineEndings = Options(rawValue: 4)
    package static let simpleWordBoundaries = Options(rawValue: 8)
    package static let unicodeScalars = Options(rawValue: 16)
    package static let reluctant = Options(rawValue: 32)
    package static let possessive = Options(rawValue: 64)
    package static let asciiDigits = Options(rawValue: 128)
    package static let asciiWords = Options(rawValue: 256)
    package static let asciiSpaces = Options(rawValue: 512)
    package static let asciiClasses = Options(rawValue: 1024)
  }

  package let regex: Regex<AnyRegexOutput>
  /// How the time of a match grows with the length of the text.
  package let growth: RegexGrowth

  private init(_ pattern: String, _ options: Options) throws(RegexError) {
    growth = RegexGrowth(of: pattern)
    guard growth.depth <= RegexGrowth.deepest else { throw .tooDeep }
    let plain: Regex<AnyRegexOutput>
    do { plain = try Regex(pattern) } catch { throw RegexError(error, in: pattern) }
    regex = plain.with(options)
  }

  private struct Key: Hashable {
    package let pattern: String
    package let options: Options
  }

  private static let known = Mutex<[Key: CompiledRegex]>([:])

  /// The expression of a pattern, which is kept for a while.
  package static func of(_ pattern: String, _ options: Options = []) throws(RegexError)
    -> CompiledRegex
  {
    let key = Key(pattern: pattern, options: options)
    if let known = known.withLock({ $0[key] }) { return known }
    let new = try CompiledRegex(pattern, options)
    known.withLock { known in
      if known.count >= 256 { known = [:] }
      known[key] = new
    }
    return new
  }
}

/// Why a text is no regular expression.
package enum RegexError: Error {
  /// What Swift says, and which part of the pattern it speaks of, in bytes.
  case refused(String, place: Range<Int>?)
  case tooDeep

  package init(_ error: any Error, in pattern: String) {
    // The place is no part of what Swift publishes of the error; without it the whole is pointed at.
    let location = Mirror(reflecting: error).children.first { $0.label == "location" }?.value
    let range =
      location.flatMap { Mirror(reflecting: $0).children.first?.value as? Range<String.Index> }
    self = .refused(
      "\(error)",
      place: range.map {
        pattern.utf8.distance(
          from: pattern.startIndex, to: $0.lowerBound)..<pattern.utf8.distance(
            from: pattern.startIndex, to: $0.upperBound)
      })
  }

  package var text: String {
    switch self {
    case .refused(let text, _): text
    case .tooDeep: "groups are nested too deeply; break the pattern up"
    }
  }
}

extension Regex<AnyRegexOutput> {
  fileprivate func with(_ options: CompiledRegex.Options) -> Regex<AnyRegexOutput> {
    var result = self
    if options.contains(.ignoresCase) { result = result.ignoresCase() }
    if options.contains(.dotMatchesNewlines) { result = result.dotMatchesNewlines() }
    if options.contains(.anchorsMatchLineEndings) { result = result.anchorsMatchLineEndings() }
    if options.contains(.simpleWordBoundaries) { result = result.wordBoundaryKind(.simple) }
    if options.contains(.unicodeScalars) { result = result.matchingSemantics(.unicodeScalar) }
    if options.contains(.reluctant) { result = result.repetitionBehavior(.reluctant) }
    if options.contains(.possessive) { result = result.repetitionBehavior(.possessive) }
    if options.contains(.asciiDigits) { result = result.asciiOnlyDigits() }
    if options.contains(.asciiWords) { result = result.asciiOnlyWordCharacters() }
    if options.contains(.asciiSpaces) { result = result.asciiOnlyWhitespace() }
    if options.contains(.asciiClasses) { result = result.asciiOnlyCharacterClasses() }
    return result
  }
}
