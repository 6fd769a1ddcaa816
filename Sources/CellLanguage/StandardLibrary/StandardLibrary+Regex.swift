internal import CellChecking
internal import CellSyntax

/// Regular expressions: `Regex`, its matches, and what texts do with it.
enum RegexChunk {
  static let all: [LibraryChunk] = [
    .with("regex", regex, addRegex), LibraryChunk("regex options", options),
    LibraryChunk("regex in texts", texts), LibraryChunk("regex changes", changes),
  ]

  private static let regex = #"""
    protocol RegexComponent {
      associatedtype RegexOutput
      var regex: Regex<RegexOutput> { get }
    }
    struct Regex<Output>: RegexComponent, CustomStringConvertible {
      typealias RegexOutput = Output
      let _pattern: String
      let _options: Int
      init(_pattern: String, _options: Int) {
        self._pattern = _pattern
        self._options = _options
      }
      init(_literal: String) {
        self._pattern = _literal
        self._options = 0
      }
      init(_ pattern: String, as type: Output.Type) throws {
        if let problem = _regexProblem(pattern, Output.self) { throw _RegexError(description: problem) }
        self._pattern = pattern
        self._options = 0
      }
      var regex: Regex<Output> { self }
      var description: String {
        _stop("Fatal error", "how Swift prints a regular expression is not known in cells")
      }
      struct Match: CustomStringConvertible {
        let range: Range<String.Index>
        let output: Output
        init(_range: Range<String.Index>, _output: Output) {
          self.range = _range
          self.output = _output
        }
        var description: String {
          _stop("Fatal error", "how Swift prints a match is not known in cells; print its 'output'")
        }
      }
      func _matches(_ text: Substring, _ extent: Int) -> [Regex<Output>.Match] {
        _regexMatches(_pattern, _options, text, extent, Output.self).map {
          Regex<Output>.Match(_range: $0.lower..<$0.upper, _output: $0.output)
        }
      }
      func firstMatch(in text: String) throws -> Regex<Output>.Match? { _matches(text[...], 0).first }
      func firstMatch(in text: Substring) throws -> Regex<Output>.Match? { _matches(text, 0).first }
      func wholeMatch(in text: String) throws -> Regex<Output>.Match? { _matches(text[...], 1).first }
      func wholeMatch(in text: Substring) throws -> Regex<Output>.Match? { _matches(text, 1).first }
      func prefixMatch(in text: String) throws -> Regex<Output>.Match? { _matches(text[...], 2).first }
      func prefixMatch(in text: Substring) throws -> Regex<Output>.Match? { _matches(text, 2).first }
    }
    extension Regex where Output == AnyRegexOutput {
      init(_ pattern: String) throws {
        if let problem = _regexProblem(pattern, AnyRegexOutput.self) {
          throw _RegexError(description: problem)
        }
        self._pattern = pattern
        self._options = 0
      }
    }
    extension Regex where Output == Substring {
      init(verbatim text: String) {
        self._pattern = _verbatim(text)
        self._options = 0
      }
    }
    extension Regex.Match where Output == AnyRegexOutput {
      subscript(position: Int) -> AnyRegexOutput.Element { output[position] }
      subscript(name: String) -> AnyRegexOutput.Element? { output[name] }
    }
    struct _RegexError: Error, CustomStringConvertible { let description: String }
    struct AnyRegexOutput: RandomAccessCollection, CustomStringConvertible {
      struct Element {
        let name: String?
        let substring: Substring?
        var range: Range<String.Index>? {
          guard let text = substring else { return nil }
          return text.startIndex..<text.endIndex
        }
        var value: Any? { if let text = substring { text } else { nil } }
      }
      typealias Index = Int
      typealias Iterator = ArrayIterator<AnyRegexOutput.Element>
      let _groups: [(name: String?, text: Substring?)]
      var startIndex: Int { 0 }
      var endIndex: Int { _groups.count }
      var count: Int { _groups.count }
      subscript(position: Int) -> AnyRegexOutput.Element {
        AnyRegexOutput.Element(name: _groups[position].name, substring: _groups[position].text)
      }
      subscript(name: String) -> AnyRegexOutput.Element? { _elements().first { $0.name == name } }
      func _elements() -> [AnyRegexOutput.Element] {
        _groups.map { AnyRegexOutput.Element(name: $0.name, substring: $0.text) }
      }
      func makeIterator() -> ArrayIterator<AnyRegexOutput.Element> {
        ArrayIterator(_elements: _elements())
      }
      var description: String {
        _stop("Fatal error", "how Swift prints the groups of a match is not known in cells; print their 'substring'")
      }
    }
    func _regexProblem(_ pattern: String, _ output: Any.Type) -> String?
    func _verbatim(_ text: String) -> String
    func _regexMatches<Output>(
      _ pattern: String, _ options: Int, _ text: Substring, _ extent: Int, _ output: Output.Type
    ) -> [(lower: String.Index, upper: String.Index, output: Output)]
    """#

  private static let options = #"""
    enum RegexWordBoundaryKind { case simple, `default` }
    enum RegexSemanticLevel { case graphemeCluster, unicodeScalar }
    enum RegexRepetitionBehavior { case eager, reluctant, possessive }
    extension Regex {
      func _with(_ bit: Int, _ isOn: Bool) -> Regex<Output> {
        Regex<Output>(_pattern: _pattern, _options: isOn ? _options | bit : _options & ~bit)
      }
      func ignoresCase(_ isOn: Bool = true) -> Regex<Output> { _with(1, isOn) }
      func dotMatchesNewlines(_ isOn: Bool = true) -> Regex<Output> { _with(2, isOn) }
      func anchorsMatchLineEndings(_ isOn: Bool = true) -> Regex<Output> { _with(4, isOn) }
      func wordBoundaryKind(_ kind: RegexWordBoundaryKind) -> Regex<Output> { _with(8, kind == .simple) }
      func matchingSemantics(_ level: RegexSemanticLevel) -> Regex<Output> {
        _with(16, level == .unicodeScalar)
      }
      func repetitionBehavior(_ behavior: RegexRepetitionBehavior) -> Regex<Output> {
        _with(32, behavior == .reluctant)._with(64, behavior == .possessive)
      }
      func asciiOnlyDigits(_ isOn: Bool = true) -> Regex<Output> { _with(128, isOn) }
      func asciiOnlyWordCharacters(_ isOn: Bool = true) -> Regex<Output> { _with(256, isOn) }
      func asciiOnlyWhitespace(_ isOn: Bool = true) -> Regex<Output> { _with(512, isOn) }
      func asciiOnlyCharacterClasses(_ isOn: Bool = true) -> Regex<Output> { _with(1024, isOn) }
    }
    """#

  private static let texts = #"""
    extension StringProtocol {
      func firstMatch<Output>(of regex: Regex<Output>) -> Regex<Output>.Match? {
        regex._matches(self[...], 0).first
      }
      func wholeMatch<Output>(of regex: Regex<Output>) -> Regex<Output>.Match? {
        regex._matches(self[...], 1).first
      }
      func prefixMatch<Output>(of regex: Regex<Output>) -> Regex<Output>.Match? {
        regex._matches(self[...], 2).first
      }
      func matches<Output>(of regex: Regex<Output>) -> [Regex<Output>.Match] {
        regex._matches(self[...], 3)
      }
      func contains<Output>(_ regex: Regex<Output>) -> Bool { !regex._matches(self[...], 0).isEmpty }
      func starts<Output>(with regex: Regex<Output>) -> Bool { !regex._matches(self[...], 2).isEmpty }
      func ranges<Output>(of regex: Regex<Output>) -> [Range<String.Index>] {
        matches(of: regex).map { $0.range }
      }
      func firstRange<Output>(of regex: Regex<Output>) -> Range<String.Index>? {
        firstMatch(of: regex)?.range
      }
      func trimmingPrefix<Output>(_ regex: Regex<Output>) -> Substring {
        guard let match = prefixMatch(of: regex) else { return self[...] }
        return self[match.range.upperBound...]
      }
      func split<Output>(
        separator: Regex<Output>, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [Substring] {
        var parts: [Substring] = []
        var start = startIndex
        for range in ranges(of: separator) {
          if parts.count >= maxSplits { break }
          let part = self[start..<range.lowerBound]
          start = range.upperBound
          if part.isEmpty && omittingEmptySubsequences { continue }
          parts.append(part)
        }
        let rest = self[start...]
        if !(rest.isEmpty && omittingEmptySubsequences) { parts.append(rest) }
        return parts
      }
      func replacing<Output>(
        _ regex: Regex<Output>, with other: String, maxReplacements: Int = Int.max
      ) -> String {
        _replacing(ranges(of: regex), maxReplacements) { _ in other }
      }
      func replacing<Output>(
        _ regex: Regex<Output>, maxReplacements: Int = Int.max,
        with replacement: (Regex<Output>.Match) throws -> String
      ) rethrows -> String {
        let found = matches(of: regex)
        return try _replacing(found.map { $0.range }, maxReplacements) { try replacement(found[$0]) }
      }
      func _replacing(
        _ ranges: [Range<String.Index>], _ count: Int, _ replacement: (Int) throws -> String
      ) rethrows -> String {
        if count < 0 { _stop("Fatal error", "The number of replacements cannot be negative") }
        var result = ""
        var start = startIndex
        for (index, range) in ranges.enumerated() {
          if index >= count { break }
          result.append(self[start..<range.lowerBound])
          result.append(try replacement(index))
          start = range.upperBound
        }
        result.append(self[start...])
        return result
      }
    }
    """#

  private static let changes = #"""
    extension String {
      mutating func replace<Output>(
        _ regex: Regex<Output>, with other: String, maxReplacements: Int = Int.max
      ) {
        self = replacing(regex, with: other, maxReplacements: maxReplacements)
      }
      mutating func replace<Output>(
        _ regex: Regex<Output>, maxReplacements: Int = Int.max,
        with replacement: (Regex<Output>.Match) throws -> String
      ) rethrows {
        self = try replacing(regex, maxReplacements: maxReplacements, with: replacement)
      }
      mutating func trimPrefix<Output>(_ regex: Regex<Output>) { self = String(trimmingPrefix(regex)) }
    }
    extension Substring {
      mutating func trimPrefix<Output>(_ regex: Regex<Output>) { self = trimmingPrefix(regex) }
    }
    """#

  private static func addRegex(_ natives: inout NativeTable) {
    natives.add("_regexProblem(_:_:)") { call in
      guard case .metatype(let object) = call[1] else { return .none }
      do {
        _ = try CompiledRegex.of(call.string(0))
        let groups = RegexGroup.all(of: call.string(0))
        guard object.type.nominal?.name != "AnyRegexOutput" else { return .none }
        let (wanted, known) = (RegexGroup.spelled(object.type), RegexGroup.spelled(groups))
        guard wanted != known else { return .none }
        return .string("Cast to incorrect type 'Regex<\(wanted)>', expected 'Regex<\(known)>'")
      } catch let error as RegexError {
        return .string(error.text)
      }
    }
    natives.add("_verbatim(_:)") { call in
      // Every character by itself, so that no text ends the quotation.
      .string(
        call.string(0).unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined())
    }
    natives.add("_regexMatches(_:_:_:_:_:)") { call in
      let options = CompiledRegex.Options(rawValue: call.int(1))
      guard let extent = RegexSearch.Extent(rawValue: call.int(3)) else { return .values([]) }
      do {
        let regex = try CompiledRegex.of(call.string(0), options)
        let search = RegexSearch(regex: regex, text: call.view(2), extent: extent)
        guard let output = call.matchOutput else { return .values([]) }
        return .values(
          try search.matches(for: call).map { match in
            .tuple(
              .stringIndex(match.range.lowerBound), .stringIndex(match.range.upperBound),
              call.machine.output(of: match, as: output))
          })
      } catch let error as RegexError {
        throw call.fault(error.text)
      }
    }
  }
}

extension NativeCall {
  /// The type of the output in an array of matches.
  fileprivate var matchOutput: Type? {
    guard case .tuple(let elements)? = resultType.arrayElement else { return nil }
    return elements.last?.type
  }
}

extension Machine {
  /// What the groups of a match are as a value: of one text, of a tuple, or of any number.
  fileprivate func output(of match: RegexSearch.Match, as type: Type) -> Datum {
    func text(_ group: RegexSearch.Match.Group) -> Datum {
      group.text.map { .substring($0) } ?? .none
    }
    switch type {
    case .tuple: return .tuple(TupleObject(match.groups.map(text)))
    case .nominal(let nominal, _) where nominal !== Nominal.substring:
      let groups = match.groups.map { group in
        Datum.tuple(group.name.map { .string($0) } ?? .none, text(group))
      }
      return .structure(StructObject(typeObject(type), [.values(groups)]))
    default: return match.groups.first.map(text) ?? .none
    }
  }
}
