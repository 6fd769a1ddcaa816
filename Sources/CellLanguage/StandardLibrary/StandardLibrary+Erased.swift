/// Types that hide which type is behind them, and small collections.
enum ErasedChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("any hashable", hashable), LibraryChunk("any collection", collections),
    LibraryChunk("key value pairs", pairs), LibraryChunk("static string", staticString),
  ]

  private static let hashable = #"""
    struct AnyHashable: Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      let base: Any
      init<T: Hashable>(_ base: T) { self.base = base }
      var description: String { String(describing: base) }
      var debugDescription: String { "AnyHashable(" + String(reflecting: base) + ")" }
    }
    """#

  /// A collection over the elements of another, kept as an array.
  private static func erased(_ name: String, _ conformance: String) -> String {
    """
    struct \(name)<Element>: \(conformance) {
      let _base: [Element]
      init<C: Collection>(_ base: C) where C.Element == Element { self._base = base._elements() }
      typealias Index = Int
      typealias Iterator = ArrayIterator<Element>
      var startIndex: Int { 0 }
      var endIndex: Int { _base.count }
      var count: Int { _base.count }
      func index(after i: Int) -> Int { i + 1 }
      func index(before i: Int) -> Int { i - 1 }
      subscript(position: Int) -> Element { _base[position] }
      func _elements() -> [Element] { _base }
      func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: _base) }
    }
    """
  }

  private static let collections =
    erased("AnyCollection", "Collection") + "\n"
    + erased("AnyBidirectionalCollection", "BidirectionalCollection") + "\n"
    + erased("AnyRandomAccessCollection", "RandomAccessCollection") + "\n" + #"""
      struct EmptyCollection<Element>: RandomAccessCollection {
        init() {}
        typealias Index = Int
        typealias Iterator = ArrayIterator<Element>
        var startIndex: Int { 0 }
        var endIndex: Int { 0 }
        var count: Int { 0 }
        subscript(position: Int) -> Element { _stop("Fatal error", "Index out of range") }
        func _elements() -> [Element] { [] }
        func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: []) }
      }
      struct CollectionOfOne<Element>: RandomAccessCollection {
        let _element: Element
        init(_ element: Element) { self._element = element }
        typealias Index = Int
        typealias Iterator = ArrayIterator<Element>
        var startIndex: Int { 0 }
        var endIndex: Int { 1 }
        var count: Int { 1 }
        subscript(position: Int) -> Element {
          if position != 0 { _stop("Fatal error", "Index out of range") }
          return _element
        }
        func _elements() -> [Element] { [_element] }
        func makeIterator() -> ArrayIterator<Element> { ArrayIterator(_elements: [_element]) }
      }
      struct IteratorSequence<Base: IteratorProtocol>: Sequence, IteratorProtocol {
        typealias Element = Base.Element
        var _base: Base
        init(_ base: Base) { self._base = base }
        mutating func next() -> Base.Element? { _base.next() }
      }
      """#

  private static let pairs = #"""
    struct KeyValuePairs<Key, Value>: RandomAccessCollection, ExpressibleByDictionaryLiteral,
      CustomStringConvertible, CustomDebugStringConvertible
    {
      typealias Element = (key: Key, value: Value)
      typealias Index = Int
      typealias Iterator = ArrayIterator<(key: Key, value: Value)>
      let _pairs: [(key: Key, value: Value)]
      init(dictionaryLiteral elements: (Key, Value)...) {
        var pairs: [(key: Key, value: Value)] = []
        for (key, value) in elements { pairs.append((key: key, value: value)) }
        self._pairs = pairs
      }
      var startIndex: Int { 0 }
      var endIndex: Int { _pairs.count }
      var count: Int { _pairs.count }
      subscript(position: Int) -> (key: Key, value: Value) { _pairs[position] }
      func _elements() -> [(key: Key, value: Value)] { _pairs }
      func makeIterator() -> ArrayIterator<(key: Key, value: Value)> { ArrayIterator(_elements: _pairs) }
      var description: String {
        if _pairs.isEmpty { return "[:]" }
        let parts = _pairs.map { String(reflecting: $0.key) + ": " + String(reflecting: $0.value) }
        return "[" + parts.joined(separator: ", ") + "]"
      }
      var debugDescription: String { description }
    }
    """#

  private static let staticString = #"""
    struct StaticString: ExpressibleByStringLiteral, CustomStringConvertible,
      CustomDebugStringConvertible
    {
      let _text: String
      init(stringLiteral value: String) { self._text = value }
      var description: String { _text }
      var debugDescription: String { String(reflecting: _text) }
      var utf8CodeUnitCount: Int { _text.utf8.count }
    }
    """#
}
