/// `String`, `Substring` and `Character`.
enum StringChunk {
  static let all: [LibraryChunk] = [
    .with("string", text, StringNatives.addBasics),
    .with("string making", making, StringNatives.addMaking),
    .with("string indices", indices, StringNatives.addIndices),
    .with("string changes", changes, StringNatives.addChanges),
    .with("character", character, StringNatives.addCharacter),
  ]

  private static let text = #"""
    protocol StringProtocol: BidirectionalCollection, Hashable, Comparable, LosslessStringConvertible {}
    extension String: StringProtocol, RangeReplaceableCollection, TextOutputStream,
      ExpressibleByStringInterpolation
    {
      typealias Element = Character
      typealias SubSequence = Substring
      typealias Iterator = ArrayIterator<Character>
    }
    extension Substring: StringProtocol, RangeReplaceableCollection {
      typealias Element = Character
      typealias Index = String.Index
      typealias SubSequence = Substring
      typealias Iterator = ArrayIterator<Character>
    }
    extension StringProtocol {
      var description: String { get }
      var debugDescription: String { get }
      var count: Int { get }
      var isEmpty: Bool { get }
      var first: Character? { get }
      var last: Character? { get }
      func _elements() -> [Character]
      func makeIterator() -> ArrayIterator<Character> { ArrayIterator(_elements: _elements()) }
      func hasPrefix(_ prefix: some StringProtocol) -> Bool
      func hasSuffix(_ suffix: some StringProtocol) -> Bool
      func contains(_ element: Character) -> Bool
      func contains(_ other: String) -> Bool
      func contains(_ other: Substring) -> Bool
      func uppercased() -> String
      func lowercased() -> String
      func prefix(_ count: Int) -> Substring
      func suffix(_ count: Int) -> Substring
      func dropFirst(_ count: Int = 1) -> Substring
      func dropLast(_ count: Int = 1) -> Substring
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String {
        var result = ""
        for character in _elements() { if try isIncluded(character) { result.append(character) } }
        return result
      }
      func split(
        separator: Character, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [Substring]
      @_disfavoredOverload
      func split(
        separator: String, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
      ) -> [Substring]
      func split(
        maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
        whereSeparator isSeparator: (Character) throws -> Bool
      ) rethrows -> [Substring]
      func replacing(_ text: String, with other: String) -> String
    }
    extension StringProtocol {
      static func == <R: StringProtocol>(lhs: Self, rhs: R) -> Bool { String(lhs) == String(rhs) }
      static func != <R: StringProtocol>(lhs: Self, rhs: R) -> Bool { String(lhs) != String(rhs) }
      static func < <R: StringProtocol>(lhs: Self, rhs: R) -> Bool { String(lhs) < String(rhs) }
    }
    func _joinStrings<T>(_ parts: [T], _ separator: String) -> String
    """#

  private static let making = #"""
    extension String: CustomDebugStringConvertible {
      init() { self = "" }
      init(_ text: String)
      init(_ text: Substring)
      init(_ character: Character)
      init<T: LosslessStringConvertible>(_ value: T)
      init<S: Sequence>(_ characters: S) where S.Element == Character {
        self = _joinStrings(characters._elements(), "")
      }
      init(_ scalar: Unicode.Scalar) { self = scalar.description }
      init(_ scalars: [Unicode.Scalar]) { self = _textOfScalars(scalars.map { $0._code }) }
      init(repeating text: String, count: Int)
      init(repeating character: Character, count: Int)
      init<T>(describing value: T)
      init<T>(reflecting value: T)
      init<T: BinaryInteger>(_ value: T, radix: Int, uppercase: Bool = false)
    }
    extension Substring {
      var base: String { get }
      init(_ text: String) { self = text[text.startIndex...] }
      init() { self = "" }
    }
    """#

  private static let indices = #"""
    extension String.Index: Comparable, Hashable {
      func utf16Offset<S: StringProtocol>(in text: S) -> Int { _utf16Offset(self, String(text)) }
      init(utf16Offset offset: Int, in text: String) { self = _utf16Index(offset, text) }
    }
    func _utf16Offset(_ index: String.Index, _ text: String) -> Int
    func _utf16Index(_ offset: Int, _ text: String) -> String.Index
    extension StringProtocol {
      var startIndex: String.Index { get }
      var endIndex: String.Index { get }
      var indices: [String.Index] { get }
      func index(after i: String.Index) -> String.Index
      func index(before i: String.Index) -> String.Index
      func index(_ i: String.Index, offsetBy distance: Int) -> String.Index
      func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index?
      func distance(from start: String.Index, to end: String.Index) -> Int
      func firstIndex(of element: Character) -> String.Index?
      func lastIndex(of element: Character) -> String.Index?
      func firstIndex(where predicate: (Character) throws -> Bool) rethrows -> String.Index? {
        var index = startIndex
        for character in _elements() {
          if try predicate(character) { return index }
          index = self.index(after: index)
        }
        return nil
      }
      func drop(while predicate: (Character) throws -> Bool) rethrows -> Substring {
        var count = 0
        for character in _elements() {
          if !(try predicate(character)) { break }
          count += 1
        }
        return dropFirst(count)
      }
      func prefix(while predicate: (Character) throws -> Bool) rethrows -> Substring {
        var count = 0
        for character in _elements() {
          if !(try predicate(character)) { break }
          count += 1
        }
        return prefix(count)
      }
      func prefix(upTo end: String.Index) -> Substring { _part(startIndex, end) }
      func prefix(through end: String.Index) -> Substring { _part(startIndex, index(after: end)) }
      func suffix(from start: String.Index) -> Substring { _part(start, endIndex) }
      func firstRange(of text: String) -> Range<String.Index>? {
        guard let lower = _find(text) else { return nil }
        return lower..<index(lower, offsetBy: text.count)
      }
      func range(of text: String) -> Range<String.Index>? { range(of: text, options: []) }
      func ranges(of text: String) -> [Range<String.Index>] {
        var result: [Range<String.Index>] = []
        var rest = self[startIndex...]
        while let lower = rest._find(text) {
          let upper = index(lower, offsetBy: text.count)
          if lower == upper { break }
          result.append(lower..<upper)
          rest = self[upper...]
        }
        return result
      }
      func lastIndex(where predicate: (Character) throws -> Bool) rethrows -> String.Index? {
        var index = endIndex
        while index > startIndex {
          index = self.index(before: index)
          if try predicate(self[index]) { return index }
        }
        return nil
      }
      func formIndex(after i: inout String.Index) { i = index(after: i) }
      func formIndex(before i: inout String.Index) { i = index(before: i) }
      func _find(_ text: String) -> String.Index?
      func _character(_ position: String.Index) -> Character
      func _part(_ start: String.Index, _ end: String.Index) -> Substring
      subscript(position: String.Index) -> Character { _character(position) }
      subscript(bounds: Range<String.Index>) -> Substring { _part(bounds.lowerBound, bounds.upperBound) }
      subscript(bounds: ClosedRange<String.Index>) -> Substring {
        _part(bounds.lowerBound, index(after: bounds.upperBound))
      }
      subscript(bounds: PartialRangeFrom<String.Index>) -> Substring { _part(bounds.lowerBound, endIndex) }
      subscript(bounds: PartialRangeUpTo<String.Index>) -> Substring { _part(startIndex, bounds.upperBound) }
      subscript(bounds: PartialRangeThrough<String.Index>) -> Substring {
        _part(startIndex, index(after: bounds.upperBound))
      }
    }
    """#

  private static let changes = #"""
    extension String {
      mutating func append(_ text: String)
      mutating func append(_ character: Character)
      mutating func append(_ text: Substring)
      mutating func append<S: Sequence>(contentsOf text: S) where S.Element == Character {
        self.append(_joinStrings(text._elements(), ""))
      }
      mutating func append(contentsOf text: String) { self.append(text) }
      mutating func append(contentsOf text: Substring) { self.append(text) }
      mutating func write(_ text: String) { self.append(text) }
      mutating func insert(_ character: Character, at index: String.Index)
      mutating func insert<S: Sequence>(contentsOf text: S, at index: String.Index) {
        _replace(index, index, _joinStrings(text._elements(), ""))
      }
      @discardableResult mutating func remove(at index: String.Index) -> Character
      @discardableResult mutating func removeFirst() -> Character
      @discardableResult mutating func removeLast() -> Character
      mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
      mutating func removeFirst(_ count: Int) { self = String(dropFirst(count)) }
      mutating func removeLast(_ count: Int) { self = String(dropLast(count)) }
      mutating func removeAll(keepingCapacity: Bool = false) { self = "" }
      mutating func removeAll(where shouldRemove: (Character) throws -> Bool) rethrows {
        var result = ""
        for character in _elements() { if !(try shouldRemove(character)) { result.append(character) } }
        self = result
      }
      mutating func removeSubrange(_ range: Range<String.Index>) {
        _replace(range.lowerBound, range.upperBound, "")
      }
      mutating func removeSubrange(_ range: ClosedRange<String.Index>) {
        _replace(range.lowerBound, index(after: range.upperBound), "")
      }
      mutating func removeSubrange(_ range: PartialRangeFrom<String.Index>) {
        _replace(range.lowerBound, endIndex, "")
      }
      mutating func removeSubrange(_ range: PartialRangeUpTo<String.Index>) {
        _replace(startIndex, range.upperBound, "")
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: Range<String.Index>, with text: S
      ) where S.Element == Character {
        _replace(range.lowerBound, range.upperBound, _joinStrings(text._elements(), ""))
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: ClosedRange<String.Index>, with text: S
      ) where S.Element == Character {
        _replace(range.lowerBound, index(after: range.upperBound), _joinStrings(text._elements(), ""))
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: PartialRangeFrom<String.Index>, with text: S
      ) where S.Element == Character {
        _replace(range.lowerBound, endIndex, _joinStrings(text._elements(), ""))
      }
      mutating func replaceSubrange<S: Sequence>(
        _ range: PartialRangeUpTo<String.Index>, with text: S
      ) where S.Element == Character {
        _replace(startIndex, range.upperBound, _joinStrings(text._elements(), ""))
      }
      mutating func _replace(_ start: String.Index, _ end: String.Index, _ text: String)
      mutating func reserveCapacity(_ count: Int) {}
      mutating func replace(_ text: String, with other: String) { self = replacing(text, with: other) }
    }
    extension Substring {
      @discardableResult mutating func removeFirst() -> Character {
        guard let character = first else {
          _stop("Fatal error", "Can't remove first element from an empty collection")
        }
        self = dropFirst(1)
        return character
      }
      @discardableResult mutating func removeLast() -> Character {
        guard let character = last else {
          _stop("Fatal error", "Can't remove last element from an empty collection")
        }
        self = dropLast(1)
        return character
      }
      mutating func popLast() -> Character? { isEmpty ? nil : removeLast() }
      mutating func removeFirst(_ count: Int) { self = dropFirst(count) }
      mutating func removeLast(_ count: Int) { self = dropLast(count) }
      mutating func removeAll(keepingCapacity: Bool = false) { self = "" }
      mutating func append(_ text: String) { self = Substring(String(self) + text) }
      mutating func append(_ character: Character) { self = Substring(String(self) + String(character)) }
      mutating func append<S: Sequence>(contentsOf text: S) where S.Element == Character {
        self = Substring(String(self) + _joinStrings(text._elements(), ""))
      }
      mutating func popFirst() -> Character? {
        guard let character = first else { return nil }
        self = dropFirst(1)
        return character
      }
    }
    """#

  private static let character = #"""
    extension Character: Hashable, Comparable, LosslessStringConvertible, CustomDebugStringConvertible {
      init(_ text: String)
      init(_ scalar: Unicode.Scalar) { self = Character(scalar.description) }
      var description: String { get }
      var debugDescription: String { get }
      var isLetter: Bool { get }
      var isNumber: Bool { get }
      var isWholeNumber: Bool { wholeNumberValue != nil }
      var isWhitespace: Bool { get }
      var isNewline: Bool { get }
      var isUppercase: Bool { get }
      var isLowercase: Bool { get }
      var isCased: Bool { get }
      var isPunctuation: Bool { get }
      var isSymbol: Bool { get }
      var isMathSymbol: Bool { get }
      var isCurrencySymbol: Bool { get }
      var isASCII: Bool { get }
      var isHexDigit: Bool { hexDigitValue != nil }
      var wholeNumberValue: Int? { get }
      var hexDigitValue: Int? { get }
      var asciiValue: UInt8? { get }
      var _scalarValues: [Int] { get }
      var unicodeScalars: [Unicode.Scalar] { _scalarValues.map { Unicode.Scalar(_code: $0) } }
      var utf8: [UInt8] { String(self).utf8 }
      func uppercased() -> String
      func lowercased() -> String
    }
    enum Unicode {
      enum UTF8 {}
      enum UTF16 {}
      enum UTF32 {}
      struct Scalar: Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
        let _code: Int
        init(_code: Int) { self._code = _code }
        init(stringLiteral text: String) { self._code = _firstScalar(text) }
        init(_ scalar: Unicode.Scalar) { self = scalar }
        init(_ value: UInt8) { self._code = Int(value) }
        init?(_ value: Int) {
          if value < 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
          self._code = value
        }
        init?(_ value: UInt32) {
          if value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
          self._code = Int(value)
        }
        var value: UInt32 { UInt32(_code) }
        var isASCII: Bool { _code < 128 }
        var description: String { _textOfScalar(_code) }
        static func < (a: Unicode.Scalar, b: Unicode.Scalar) -> Bool { a._code < b._code }
      }
    }
    typealias UnicodeScalar = Unicode.Scalar
    func _textOfScalar(_ code: Int) -> String
    func _textOfScalars(_ codes: [Int]) -> String
    func _firstScalar(_ text: String) -> Int
    extension UInt8 {
      init(ascii scalar: Unicode.Scalar) {
        if scalar._code > 127 {
          _stop("Fatal error", "Code point value does not fit into ASCII")
        }
        self = UInt8(scalar._code)
      }
    }
    extension StringProtocol {
      var utf8: [UInt8] { get }
      var utf16: [UInt16] { get }
      var _scalarValues: [Int] { get }
      var unicodeScalars: [Unicode.Scalar] { _scalarValues.map { Unicode.Scalar(_code: $0) } }
    }
    extension String {
      typealias UnicodeScalarView = [Unicode.Scalar]
      typealias UTF8View = [UInt8]
      typealias UTF16View = [UInt16]
      init<S: Sequence>(decoding bytes: S, as encoding: Any) { self = _decoded(bytes._elements()) }
      init?<S: Sequence>(validating bytes: S, as encoding: Any) {
        let all = bytes._elements()
        let text = _decoded(all)
        if !_isWellFormed(all, text) { return nil }
        self = text
      }
      var unicodeScalars: [Unicode.Scalar] {
        get { _scalarValues.map { Unicode.Scalar(_code: $0) } }
        set { self = _textOfScalars(newValue.map { $0._code }) }
      }
    }
    enum UTF8 {}
    enum UTF16 {}
    enum UTF32 {}
    func _decoded<T>(_ bytes: [T]) -> String
    func _isWellFormed<T>(_ units: [T], _ text: String) -> Bool
    """#
}
