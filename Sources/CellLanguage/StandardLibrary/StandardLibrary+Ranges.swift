internal import CellChecking

/// Ranges, strides and repetition.
enum RangeChunk {
  static let all: [LibraryChunk] = [
    .with("ranges", ranges, addNatives), LibraryChunk("partial ranges", partial),
    LibraryChunk("repetition", repetition),
  ]

  /// What half-open and closed ranges have alike; `past` is the first bound after a closed one.
  private static func members(_ name: String, _ end: String, _ isEmpty: String) -> String {
    """
    extension \(name): RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
      typealias Index = Bound
      typealias SubSequence = Range<Bound>
      typealias Iterator = RangeIterator<Bound>
      var startIndex: Bound { lowerBound }
      var endIndex: Bound { \(end) }
      var count: Int { Int(lowerBound.distance(to: upperBound))\(name == "Range" ? "" : " + 1") }
      var first: Bound? { isEmpty ? nil : lowerBound }
      var last: Bound? { isEmpty ? nil : \(name == "Range" ? "_preceding(upperBound)" : "upperBound") }
      var indices: \(name)<Bound> { self }
      subscript(position: Bound) -> Bound { position }
      subscript(bounds: Range<Bound>) -> Range<Bound> { bounds }
      func index(after i: Bound) -> Bound { _following(i) }
      func index(before i: Bound) -> Bound { _preceding(i) }
      func index(_ i: Bound, offsetBy distance: Int) -> Bound { i.advanced(by: distance) }
      func distance(from start: Bound, to end: Bound) -> Int { Int(start.distance(to: end)) }
      func _elements() -> [Bound] { _allOf(self) }
      func makeIterator() -> RangeIterator<Bound> { RangeIterator(_next: lowerBound, _last: upperBound, _isClosed: \(name == "ClosedRange")) }
      func prefix(upTo end: Bound) -> Range<Bound> { lowerBound..<end }
      func prefix(through position: Bound) -> Range<Bound> { lowerBound..<_following(position) }
      func suffix(from start: Bound) -> Range<Bound> { start..<endIndex }
      func min() -> Bound? { isEmpty ? nil : lowerBound }
      func max() -> Bound? { isEmpty ? nil : \(name == "Range" ? "_preceding(upperBound)" : "upperBound") }
      func randomElement() -> Bound? { isEmpty ? nil : Bound.random(in: self) }
    }
    extension \(name) {
      var lowerBound: Bound { get }
      var upperBound: Bound { get }
      var description: String { get }
      init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
        self = bounds.lower\(name == "Range" ? "..<" : "...")bounds.upper
      }
      var isEmpty: Bool { \(isEmpty) }
      func contains(_ element: Bound) -> Bool
      func _integers() -> [Bound]
      func overlaps(_ other: Range<Bound>) -> Bool { _overlaps(other) }
      func overlaps(_ other: ClosedRange<Bound>) -> Bool { _overlaps(other) }
      func _overlaps<R>(_ other: R) -> Bool {
        if isEmpty || other.isEmpty { return false }
        return contains(other.lowerBound) || other.contains(lowerBound)
      }
      func clamped(to limits: \(name)<Bound>) -> \(name)<Bound> {
        var lower = lowerBound
        if lower < limits.lowerBound { lower = limits.lowerBound }
        if lower > limits.upperBound { lower = limits.upperBound }
        var upper = upperBound
        if upper < limits.lowerBound { upper = limits.lowerBound }
        if upper > limits.upperBound { upper = limits.upperBound }
        return lower\(name == "Range" ? "..<" : "...")upper
      }
    }
    extension \(name): Equatable where Bound: Equatable {}
    extension \(name): Hashable where Bound: Hashable {}
    """
  }

  /// What would need an array of all numbers, or an iterator, where a loop over them does.
  private static func loops(_ name: String, _ sign: String) -> String {
    let all = "for element in lowerBound\(sign)upperBound"
    return """
      extension \(name) where Bound == Int {
        func reduce<R>(_ initial: R, _ next: (R, Int) throws -> R) rethrows -> R {
          var result = initial
          \(all) { result = try next(result, element) }
          return result
        }
        func reduce<R>(into initial: R, _ update: (inout R, Int) throws -> Void) rethrows -> R {
          var result = initial
          \(all) { try update(&result, element) }
          return result
        }
        func forEach(_ body: (Int) throws -> Void) rethrows { \(all) { try body(element) } }
        func contains(where predicate: (Int) throws -> Bool) rethrows -> Bool {
          \(all) { if try predicate(element) { return true } }
          return false
        }
        func allSatisfy(_ predicate: (Int) throws -> Bool) rethrows -> Bool {
          \(all) { if !(try predicate(element)) { return false } }
          return true
        }
        func first(where predicate: (Int) throws -> Bool) rethrows -> Int? {
          \(all) { if try predicate(element) { return element } }
          return nil
        }
      }
      """
  }

  private static let ranges =
    members("Range", "upperBound", "lowerBound == upperBound") + "\n"
    + members("ClosedRange", "_following(upperBound)", "false") + "\n" + loops("Range", "..<")
    + "\n"
    + loops("ClosedRange", "...") + "\n" + #"""
      func _allOf<T: BinaryInteger>(_ range: Range<T>) -> [T] { range._integers() }
      func _allOf<T: BinaryInteger>(_ range: ClosedRange<T>) -> [T] { range._integers() }
      func _allOf<S: Sequence>(_ range: S) -> [S.Element] {
        var result: [S.Element] = []
        var iterator = range.makeIterator()
        while let element = iterator.next() { result.append(element) }
        return result
      }
      func _following<T: BinaryInteger>(_ value: T) -> T { value + 1 }
      func _following<T: Strideable>(_ value: T) -> T { value.advanced(by: 1) }
      func _preceding<T: BinaryInteger>(_ value: T) -> T { value - 1 }
      func _preceding<T: Strideable>(_ value: T) -> T { value.advanced(by: -1) }
      extension Range where Bound: BinaryInteger {
        init(_ other: ClosedRange<Bound>) { self = other.lowerBound..<(other.upperBound + 1) }
      }
      extension ClosedRange where Bound: BinaryInteger {
        init(_ other: Range<Bound>) { self = other.lowerBound...(other.upperBound - 1) }
      }
      typealias CountableRange<Bound> = Range<Bound>
      typealias CountableClosedRange<Bound> = ClosedRange<Bound>
      struct RangeIterator<Bound>: IteratorProtocol, Sequence {
        var _next: Bound
        let _last: Bound
        let _isClosed: Bool
        var _isDone = false
        mutating func next() -> Bound? {
          if _isClosed {
            if _isDone { return nil }
            if _next == _last {
              _isDone = true
              return _next
            }
          } else if _next == _last {
            return nil
          }
          let result = _next
          _next = _following(result)
          return result
        }
      }
      """#

  private static let partial = #"""
    protocol RangeExpression { associatedtype Bound }
    extension RangeExpression {
      static func ~= (pattern: Self, value: Bound) -> Bool { pattern.contains(value) }
    }
    extension Range {
      func relative<C: Collection>(to collection: C) -> Range<Bound> { self }
    }
    extension ClosedRange {
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        lowerBound..<collection.index(after: upperBound)
      }
    }
    extension PartialRangeThrough {
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        collection.startIndex..<collection.index(after: upperBound)
      }
    }
    extension PartialRangeFrom {
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        lowerBound..<collection.endIndex
      }
    }
    extension PartialRangeUpTo {
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
        collection.startIndex..<upperBound
      }
    }
    extension Range: RangeExpression {}
    extension ClosedRange: RangeExpression {}
    struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
      let lowerBound: Bound
      func contains(_ element: Bound) -> Bool { lowerBound <= element }
    }
    extension PartialRangeFrom: Sequence where Bound: BinaryInteger {
      typealias Element = Bound
      typealias Iterator = CountingIterator<Bound>
      func makeIterator() -> CountingIterator<Bound> { CountingIterator(_next: lowerBound) }
    }
    struct CountingIterator<Bound>: IteratorProtocol {
      var _next: Bound
      mutating func next() -> Bound? {
        let result = _next
        _next += 1
        return result
      }
    }
    struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
      let upperBound: Bound
      func contains(_ element: Bound) -> Bool { element < upperBound }
    }
    struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
      let upperBound: Bound
      func contains(_ element: Bound) -> Bool { element <= upperBound }
    }
    """#

  private static let repetition = #"""
    func repeatElement<T>(_ element: T, count: Int) -> [T] { Array(repeating: element, count: count) }
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    for type in ["Range.", "ClosedRange."] {
      let isClosed = type == "ClosedRange."
      natives.add(type + "lowerBound") { call in call.bounds(0).lower }
      natives.add(type + "upperBound") { call in call.bounds(0).upper }
      natives.add(type + "description") { call in .string(try call.describe(0)) }
      natives.add(type + "contains(_:)") { call in
        let (lower, upper) = call.bounds(0)
        if case .int(let a) = lower, case .int(let b) = upper, case .int(let x) = call[1],
          call.types[1].integerWidth?.isSigned != false
        {
          return .bool(a <= x && (isClosed ? x <= b : x < b))
        }
        guard try call.machine.order(lower, call[1]) <= 0 else { return .bool(false) }
        let order = try call.machine.order(call[1], upper)
        return .bool(isClosed ? order <= 0 : order < 0)
      }
      natives.add(type + "_integers()") { call in
        let (lower, upper) = call.bounds(0)
        guard case .int(let a) = lower, case .int(let b) = upper else { return .values([]) }
        try call.allow(
          count: Int(clamping: UInt(bitPattern: b &- a)), of: MemoryLayout<Int>.stride)
        return .ints(isClosed ? Array(a...b) : Array(a..<b))
      }
    }
  }
}
