/// `stride`: of numbers the array of all of them, of other types a sequence.
enum StrideChunk {
  static let all: [LibraryChunk] = [.with("stride", stride, addStride)]

  private static let stride = #"""
    func stride<T: _Number>(from start: T, to end: T, by step: T) -> [T]
    func stride<T: _Number>(from start: T, through end: T, by step: T) -> [T]
    func stride<T: Strideable>(from start: T, to end: T, by step: T.Stride) -> StrideTo<T> {
      StrideTo(_start: start, _end: end, _stride: step)
    }
    func stride<T: Strideable>(from start: T, through end: T, by step: T.Stride) -> StrideThrough<T> {
      StrideThrough(_start: start, _end: end, _stride: step)
    }
    struct StrideTo<Element: Strideable>: Sequence {
      typealias Iterator = StrideIterator<Element>
      let _start: Element
      let _end: Element
      let _stride: Element.Stride
      func makeIterator() -> StrideIterator<Element> {
        StrideIterator(_next: _start, _end: _end, _stride: _stride, _isThrough: false)
      }
    }
    struct StrideThrough<Element: Strideable>: Sequence {
      typealias Iterator = StrideIterator<Element>
      let _start: Element
      let _end: Element
      let _stride: Element.Stride
      func makeIterator() -> StrideIterator<Element> {
        StrideIterator(_next: _start, _end: _end, _stride: _stride, _isThrough: true)
      }
    }
    struct StrideIterator<Element: Strideable>: IteratorProtocol {
      var _next: Element
      let _end: Element
      let _stride: Element.Stride
      let _isThrough: Bool
      mutating func next() -> Element? {
        let rest = _next.distance(to: _end)
        if _stride > 0 ? rest < 0 : rest > 0 { return nil }
        if rest == 0 && !_isThrough { return nil }
        let result = _next
        _next = result.advanced(by: _stride)
        return result
      }
    }
    """#

  private static func addStride(_ natives: inout NativeTable) {
    for (name, isThrough) in [("stride(from:to:by:)", false), ("stride(from:through:by:)", true)] {
      natives.add(name) { call in
        if case .int(let start) = call[0] {
          let (end, step) = (call.int(1), call.int(2))
          let count = (Double(end) - Double(start)) / Double(step)
          return .ints(try values(start, end, step, isThrough, count, call))
        }
        let (start, end, step) = (call.double(0), call.double(1), call.double(2))
        return .doubles(try values(start, end, step, isThrough, (end - start) / step, call))
      }
    }
  }

  private static func values<Number: Strideable>(
    _ start: Number, _ end: Number, _ step: Number.Stride, _ isThrough: Bool, _ count: Double,
    _ call: NativeCall
  ) throws -> [Number] {
    guard step != 0 else { throw call.fatal("Stride size must not be zero") }
    try call.allow(
      count: Int(max(0, min(count.isNaN ? 1e18 : count, 1e18))), of: MemoryLayout<Number>.stride)
    return isThrough
      ? Array(Swift.stride(from: start, through: end, by: step))
      : Array(Swift.stride(from: start, to: end, by: step))
  }
}
