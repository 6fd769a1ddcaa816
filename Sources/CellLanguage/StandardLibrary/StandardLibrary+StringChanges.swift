/// What changes a text in place.
enum StringChangeChunk {
  static let text = #"""
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
}
