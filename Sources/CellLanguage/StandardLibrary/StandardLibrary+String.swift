/// `String` and `Substring`, and the list of what is about texts.
enum StringChunk {
  static let all: [LibraryChunk] = [
    .with("string", text, StringNatives.addBasics),
    .with("string making", making, StringNatives.addMaking),
    .with("string indices", indices, StringNatives.addIndices),
    .with("string changes", StringChangeChunk.text, StringNatives.addChanges),
    .with("character", CharacterChunk.text, StringNatives.addCharacter),
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
}
