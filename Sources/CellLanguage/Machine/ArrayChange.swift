internal import CellChecking

/// A change of an array that is written once for all kinds of elements.
protocol ArrayChange {
  associatedtype Result
  mutating func apply<Element: ArrayElement>(to elements: inout [Element]) throws -> Result
}

extension Datum {
  /// Changes an array where it is; `nil` when this is none.
  ///
  /// The place is empty meanwhile, so that the array is held only once and not copied.
  mutating func change<Change: ArrayChange>(by change: consuming Change) throws -> Change.Result? {
    switch arrayStorage {
    case .ints: try apply(&change, Int.self)
    case .doubles: try apply(&change, Double.self)
    case .bools: try apply(&change, Bool.self)
    case .values: try apply(&change, Datum.self)
    case nil: nil
    }
  }

  private mutating func apply<Change: ArrayChange, Element: ArrayElement>(
    _ change: inout Change, _ type: Element.Type
  ) throws -> Change.Result {
    var elements = take(Element.self)
    defer { self = Element.array(of: elements) }
    return try change.apply(to: &elements)
  }

  /// Moves an array out of its place.
  ///
  /// A function of its own, so that nothing of the place is still held when it returns: an array that is
  /// held twice is copied when it is changed.
  @inline(never)
  mutating func take<Element: ArrayElement>(_ type: Element.Type) -> [Element] {
    guard let elements = Element.elements(of: self) else { return [] }
    self = .void
    return elements
  }

  /// Moves a text out of its place.
  @inline(never)
  mutating func takeText() -> String {
    guard case .string(let text) = self else { return "" }
    self = .void
    return text
  }
}

/// Puts an element before another; at the end when `index` is the number of elements.
struct Insertion: ArrayChange {
  let element: Datum
  let index: Int
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    elements.insert(Element(boxed: element), at: index)
  }
}

/// Adds an element at the end.
struct Appending: ArrayChange {
  let element: Datum
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    elements.append(Element(boxed: element))
  }
}

/// Takes an element away.
struct Removal: ArrayChange {
  let index: Int
  func apply<Element: ArrayElement>(to elements: inout [Element]) -> Datum {
    elements.remove(at: index).boxed
  }
}

/// Takes all elements away.
struct Emptying: ArrayChange {
  let keepsCapacity: Bool
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    elements.removeAll(keepingCapacity: keepsCapacity)
  }
}

/// Makes room for elements to come.
struct Reservation: ArrayChange {
  let count: Int
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    elements.reserveCapacity(count)
  }
}

/// Lets two elements change places.
struct Swapping: ArrayChange {
  let first: Int
  let second: Int
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    elements.swapAt(first, second)
  }
}

/// Puts the elements of another array in place of some.
struct Replacement: ArrayChange {
  let range: Range<Int>
  let new: Datum
  func apply<Element: ArrayElement>(to elements: inout [Element]) {
    guard let new = Element.elements(of: new) else { return }
    elements.replaceSubrange(range, with: new)
  }
}

/// Adds the elements of another array at the end.
struct Concatenation: ArrayChange {
  let more: Datum
  func apply<Element: ArrayElement>(to elements: inout [Element]) -> Bool {
    guard let more = Element.elements(of: more) else { return false }
    elements += more
    return true
  }
}
