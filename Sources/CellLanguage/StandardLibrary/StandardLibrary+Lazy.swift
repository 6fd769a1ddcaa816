/// Sequences that compute their elements when asked.
enum LazyChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("any sequence", any), LibraryChunk("unfold", unfold), LibraryChunk("lazy", lazy),
  ]

  private static let any = #"""
    struct AnyIterator<Element>: IteratorProtocol, Sequence {
      let _next: () -> Element?
      init(_ body: @escaping () -> Element?) { self._next = body }
      init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
        var iterator = base
        self._next = { iterator.next() }
      }
      mutating func next() -> Element? { _next() }
    }
    struct AnySequence<Element>: Sequence {
      let _make: () -> AnyIterator<Element>
      init<S: Sequence>(_ base: S) where S.Element == Element {
        self._make = { AnyIterator<Element>(base.makeIterator()) }
      }
      init<I: IteratorProtocol>(_ makeIterator: @escaping () -> I) where I.Element == Element {
        self._make = { AnyIterator<Element>(makeIterator()) }
      }
      func makeIterator() -> AnyIterator<Element> { _make() }
    }
    """#

  private static let unfold = #"""
    struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
      var _state: State
      let _step: (inout State) -> Element?
      var _isDone = false
      mutating func next() -> Element? {
        if _isDone { return nil }
        if let element = _step(&_state) { return element }
        _isDone = true
        return nil
      }
    }
    struct UnfoldFirstSequence<Element>: Sequence, IteratorProtocol {
      var _next: Element?
      let _step: (Element) -> Element?
      var _isFirst = true
      mutating func next() -> Element? {
        if _isFirst {
          _isFirst = false
          return _next
        }
        guard let current = _next else { return nil }
        _next = _step(current)
        return _next
      }
    }
    func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldFirstSequence<T> {
      UnfoldFirstSequence(_next: first, _step: next)
    }
    func sequence<T, State>(
      state: State, next: @escaping (inout State) -> T?
    ) -> UnfoldSequence<T, State> {
      UnfoldSequence(_state: state, _step: next)
    }
    """#

  private static let lazy = #"""
    protocol LazySequenceProtocol: Sequence {}
    extension Sequence {
      var lazy: LazySequence<Self> { LazySequence(_base: self) }
    }
    extension LazySequenceProtocol {
      func map<T>(_ transform: @escaping (Element) -> T) -> LazyMapSequence<Self, T> {
        LazyMapSequence(_base: self, _transform: transform)
      }
      func filter(_ isIncluded: @escaping (Element) -> Bool) -> LazyFilterSequence<Self> {
        LazyFilterSequence(_base: self, _isIncluded: isIncluded)
      }
      func compactMap<T>(_ transform: @escaping (Element) -> T?) -> LazyCompactSequence<Self, T> {
        LazyCompactSequence(_base: self, _transform: transform)
      }
      func prefix(_ count: Int) -> LazyPrefixSequence<Self> { LazyPrefixSequence(_base: self, _count: count) }
      func prefix(while predicate: @escaping (Element) -> Bool) -> LazyPrefixWhileSequence<Self> {
        LazyPrefixWhileSequence(_base: self, _predicate: predicate)
      }
      var first: Element? {
        for element in self { return element }
        return nil
      }
      var isEmpty: Bool {
        for _ in self { return false }
        return true
      }
      var count: Int { _elements().count }
    }
    struct LazySequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      func makeIterator() -> Base.Iterator { _base.makeIterator() }
      func _elements() -> [Base.Element] { _base._elements() }
    }
    struct LazyMapSequence<Base: Sequence, Element>: LazySequenceProtocol {
      let _base: Base
      let _transform: (Base.Element) -> Element
      func makeIterator() -> LazyMapIterator<Base, Element> {
        LazyMapIterator(_iterator: _base.makeIterator(), _transform: _transform)
      }
    }
    struct LazyMapIterator<Base: Sequence, Element>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _transform: (Base.Element) -> Element
      mutating func next() -> Element? {
        guard let element = _iterator.next() else { return nil }
        return _transform(element)
      }
    }
    struct LazyFilterSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      let _isIncluded: (Base.Element) -> Bool
      func makeIterator() -> LazyFilterIterator<Base> {
        LazyFilterIterator(_iterator: _base.makeIterator(), _isIncluded: _isIncluded)
      }
    }
    struct LazyFilterIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _isIncluded: (Base.Element) -> Bool
      mutating func next() -> Base.Element? {
        while let element = _iterator.next() { if _isIncluded(element) { return element } }
        return nil
      }
    }
    struct LazyCompactSequence<Base: Sequence, Element>: LazySequenceProtocol {
      let _base: Base
      let _transform: (Base.Element) -> Element?
      func makeIterator() -> LazyCompactIterator<Base, Element> {
        LazyCompactIterator(_iterator: _base.makeIterator(), _transform: _transform)
      }
    }
    struct LazyCompactIterator<Base: Sequence, Element>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _transform: (Base.Element) -> Element?
      mutating func next() -> Element? {
        while let element = _iterator.next() { if let value = _transform(element) { return value } }
        return nil
      }
    }
    struct LazyPrefixSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      let _count: Int
      func makeIterator() -> LazyPrefixIterator<Base> {
        LazyPrefixIterator(_iterator: _base.makeIterator(), _rest: _count)
      }
    }
    struct LazyPrefixIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      var _rest: Int
      mutating func next() -> Base.Element? {
        if _rest <= 0 { return nil }
        _rest -= 1
        return _iterator.next()
      }
    }
    struct LazyPrefixWhileSequence<Base: Sequence>: LazySequenceProtocol {
      typealias Element = Base.Element
      let _base: Base
      let _predicate: (Base.Element) -> Bool
      func makeIterator() -> LazyPrefixWhileIterator<Base> {
        LazyPrefixWhileIterator(_iterator: _base.makeIterator(), _predicate: _predicate)
      }
    }
    struct LazyPrefixWhileIterator<Base: Sequence>: IteratorProtocol {
      var _iterator: Base.Iterator
      let _predicate: (Base.Element) -> Bool
      mutating func next() -> Base.Element? {
        guard let element = _iterator.next() else { return nil }
        return _predicate(element) ? element : nil
      }
    }
    """#
}
