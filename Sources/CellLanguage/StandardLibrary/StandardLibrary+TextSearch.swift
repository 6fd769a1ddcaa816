/// Searches, replacements and comparisons of texts with options, as Foundation has them.
enum TextSearchChunk {
  static let all: [LibraryChunk] = [
    .with("compare options", options, addSearches), .with("comparisons of texts", order, addOrder),
  ]

  private static let options = #"""
    extension String {
      struct CompareOptions: OptionSet {
        let rawValue: UInt
        init(rawValue: UInt) { self.rawValue = rawValue }
        static var caseInsensitive: String.CompareOptions { String.CompareOptions(rawValue: 1) }
        static var literal: String.CompareOptions { String.CompareOptions(rawValue: 2) }
        static var backwards: String.CompareOptions { String.CompareOptions(rawValue: 4) }
        static var anchored: String.CompareOptions { String.CompareOptions(rawValue: 8) }
        static var numeric: String.CompareOptions { String.CompareOptions(rawValue: 64) }
        static var diacriticInsensitive: String.CompareOptions { String.CompareOptions(rawValue: 128) }
        static var widthInsensitive: String.CompareOptions { String.CompareOptions(rawValue: 256) }
        static var forcedOrdering: String.CompareOptions { String.CompareOptions(rawValue: 512) }
        static var regularExpression: String.CompareOptions { String.CompareOptions(rawValue: 1024) }
      }
    }
    extension StringProtocol {
      func range(
        of text: some StringProtocol, options: String.CompareOptions,
        range: Range<String.Index>? = nil
      ) -> Range<String.Index>? {
        let part = range ?? startIndex..<endIndex
        let found = _foundRanges(
          self[part.lowerBound..<part.upperBound], String(text), Int(options.rawValue), false)
        return found.isEmpty ? nil : found[0]..<found[1]
      }
      func range(of text: some StringProtocol, range: Range<String.Index>?) -> Range<String.Index>? {
        self.range(of: text, options: [], range: range)
      }
      func replacingOccurrences(
        of text: some StringProtocol, with other: some StringProtocol,
        options: String.CompareOptions, range: Range<String.Index>? = nil
      ) -> String {
        let part = range ?? startIndex..<endIndex
        let middle = _replacedText(
          self[part.lowerBound..<part.upperBound], String(text), String(other), Int(options.rawValue))
        return self[..<part.lowerBound] + middle + self[part.upperBound...]
      }
      func localizedCaseInsensitiveContains(_ other: some StringProtocol) -> Bool {
        range(of: other, options: .caseInsensitive) != nil
      }
      func localizedStandardContains(_ other: some StringProtocol) -> Bool {
        _stop("Fatal error", "'localizedStandardContains' is not part of the cell language; use 'range(of:options:)'")
      }
    }
    func _foundRanges(_ part: Substring, _ text: String, _ options: Int, _ all: Bool) -> [String.Index]
    func _replacedText(_ part: Substring, _ text: String, _ other: String, _ options: Int) -> String
    """#

  private static let order = #"""
    enum ComparisonResult: Int { case orderedAscending = -1, orderedSame, orderedDescending }
    extension StringProtocol {
      func compare(
        _ other: some StringProtocol, options: String.CompareOptions = [],
        range: Range<String.Index>? = nil
      ) -> ComparisonResult {
        let part = range ?? startIndex..<endIndex
        let order = _textOrder(
          String(self[part.lowerBound..<part.upperBound]), String(other), Int(options.rawValue))
        return order < 0 ? .orderedAscending : order == 0 ? .orderedSame : .orderedDescending
      }
      func caseInsensitiveCompare(_ other: some StringProtocol) -> ComparisonResult {
        compare(other, options: .caseInsensitive)
      }
      func localizedCompare(_ other: some StringProtocol) -> ComparisonResult { compare(other) }
      func localizedCaseInsensitiveCompare(_ other: some StringProtocol) -> ComparisonResult {
        compare(other, options: .caseInsensitive)
      }
      func localizedStandardCompare(_ other: some StringProtocol) -> ComparisonResult {
        let order = compare(other, options: [.caseInsensitive, .numeric])
        return order == .orderedSame ? compare(other, options: .numeric) : order
      }
      func commonPrefix(with other: some StringProtocol) -> String {
        var result = ""
        for (a, b) in zip(self, other) {
          if a != b { break }
          result.append(a)
        }
        return result
      }
      var localizedCapitalized: String { capitalized }
      var localizedUppercase: String { uppercased() }
      var localizedLowercase: String { lowercased() }
    }
    func _textOrder(_ text: String, _ other: String, _ options: Int) -> Int
    """#

  private static func addSearches(_ natives: inout NativeTable) {
    natives.add("_foundRanges(_:_:_:_:)") { call in
      let search = try TextSearch(call.string(1), TextSearch.Options(rawValue: call.int(2)), call)
      let ranges = try search.matches(in: call.view(0), onlyFirst: !call.bool(3), call).map(\.range)
      return .values(ranges.flatMap { [.stringIndex($0.lowerBound), .stringIndex($0.upperBound)] })
    }
    natives.add("_replacedText(_:_:_:_:)") { call in
      let options = TextSearch.Options(rawValue: call.int(3))
      let search = try TextSearch(call.string(1), options, call)
      let part = call.view(0)
      let template = call.string(2)
      let matches = try search.matches(in: part, onlyFirst: false, call)
      try call.allow(count: matches.count, of: template.utf8.count)
      var result = String.UnicodeScalarView()
      var start = part.startIndex
      for match in matches {
        result.append(contentsOf: part.unicodeScalars[start..<match.range.lowerBound])
        result.append(
          contentsOf: options.contains(.regularExpression)
            ? match.filling(template) : template.unicodeScalars)
        start = match.range.upperBound
      }
      result.append(contentsOf: part.unicodeScalars[start...])
      return .string(String(result))
    }
  }

  private static func addOrder(_ natives: inout NativeTable) {
    natives.add("_textOrder(_:_:_:)") { call in
      let options = TextSearch.Options(rawValue: call.int(2))
      guard options.isSubset(of: [.caseInsensitive, .literal, .numeric, .forcedOrdering]) else {
        throw call.fault("cells compare texts by case, by numbers, or as they are")
      }
      let (left, right) = (call.string(0), call.string(1))
      if left == right { return .int(0) }
      guard left.utf8.allSatisfy({ $0 < 128 }), right.utf8.allSatisfy({ $0 < 128 }) else {
        throw call.fault(
          "how Foundation orders letters beyond ASCII is not known in cells; use '<'")
      }
      return .int(order(Array(left.utf8), Array(right.utf8), options))
    }
  }

  /// −1, 0 or 1 for two texts of ASCII.
  private static func order(_ left: [UInt8], _ right: [UInt8], _ options: TextSearch.Options) -> Int
  {
    func folded(_ byte: UInt8) -> UInt8 {
      options.contains(.caseInsensitive) && (65...90).contains(byte) ? byte + 32 : byte
    }
    func digits(_ text: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
      text[start...].prefix { (48...57).contains($0) }
    }
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if options.contains(.numeric) {
        let (a, b) = (digits(left, i), digits(right, j))
        if !a.isEmpty, !b.isEmpty {
          let (x, y) = (a.drop { $0 == 48 }, b.drop { $0 == 48 })
          if x.count != y.count { return x.count < y.count ? -1 : 1 }
          if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) ? -1 : 1 }
          (i, j) = (a.endIndex, b.endIndex)
          continue
        }
      }
      let (a, b) = (folded(left[i]), folded(right[j]))
      if a != b { return a < b ? -1 : 1 }
      i += 1
      j += 1
    }
    if i < left.count { return 1 }
    if j < right.count { return -1 }
    guard options.contains(.forcedOrdering), left != right else { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
