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
          let step = call.int(2)
          guard step != 0 else { throw call.fatal("Stride size must not be zero") }
          let end = call.int(1)
          let steps = (Double(end) - Double(start)) / Double(step)
          try call.allow(count: Int(max(0, min(steps, 1e18))), of: MemoryLayout<Int>.stride)
          return .ints(
            isThrough
              ? Array(Swift.stride(from: start, through: end, by: step))
              : Array(Swift.stride(from: start, to: end, by: step)))
        }
        let (start, end, step) = (call.double(0), call.double(1), call.double(2))
        guard step != 0 else { throw call.fatal("Stride size must not be zero") }
        let steps = (end - start) / step
        try call.allow(
          count: Int(max(0, min(steps.isNaN ? 1e18 : steps, 1e18))), of: MemoryLayout<Double>.stride
        )
        return .doubles(
          isThrough
            ? Array(Swift.stride(from: start, through: end, by: step))
            : Array(Swift.stride(from: start, to: end, by: step)))
      }
    }
  }
}
