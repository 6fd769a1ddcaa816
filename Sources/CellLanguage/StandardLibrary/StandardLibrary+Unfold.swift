/// Sequences by functions, and of which only the elements' type is known.
enum UnfoldChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("any sequence", any), LibraryChunk("opaque sequences", opaque),
    LibraryChunk("unfold", unfold),
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

  /// What a lazy sequence or collection is where a function answers `some Sequence` or `some Collection`.
  private static let opaque = #"""
    struct _OpaqueSequence<Base: Sequence>: Sequence {
      typealias Element = Base.Element
      typealias Iterator = Base.Iterator
      let _base: Base
      func makeIterator() -> Base.Iterator { _base.makeIterator() }
      func _elements() -> [Base.Element] { _base._elements() }
    }
    struct _OpaqueCollection<Base: Collection>: RandomAccessCollection {
      typealias Element = Base.Element
      typealias Index = Base.Index
      typealias Iterator = IndexingIterator<_OpaqueCollection<Base>>
      let _base: Base
      var startIndex: Base.Index { _base.startIndex }
      var endIndex: Base.Index { _base.endIndex }
      var count: Int { _base.count }
      func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
      func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
      func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index {
        _base.index(i, offsetBy: distance)
      }
      func _elements() -> [Base.Element] { _base._elements() }
      subscript(position: Base.Index) -> Base.Element { _base[position] }
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
    typealias UnfoldFirstSequence<T> = UnfoldSequence<T, (T?, Bool)>
    func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldFirstSequence<T> {
      UnfoldSequence(
        _state: (first, true),
        _step: { state in
          if state.1 {
            state.1 = false
          } else if let current = state.0 {
            state.0 = next(current)
          }
          return state.0
        })
    }
    func sequence<T, State>(
      state: State, next: @escaping (inout State) -> T?
    ) -> UnfoldSequence<T, State> {
      UnfoldSequence(_state: state, _step: next)
    }
    """#
}
