/// Random numbers: from a generator of the program's, from the notebook's, or from the system's.
///
/// What is drawn from a generator is what Swift's library draws from it.
enum RandomChunk {
  static let all: [LibraryChunk] = [.with("random", text, addNatives)]

  private static let text = #"""
    protocol RandomNumberGenerator { mutating func next() -> UInt64 }
    struct SystemRandomNumberGenerator: RandomNumberGenerator {
      init() {}
      mutating func next() -> UInt64 { _systemBits() }
    }
    struct _NotebookGenerator: RandomNumberGenerator {
      init() {}
      mutating func next() -> UInt64 { _notebookBits() }
    }
    func _systemBits() -> UInt64
    func _notebookBits() -> UInt64
    extension FixedWidthInteger {
      static func random(in range: Range<Self>) -> Self {
        var generator = _NotebookGenerator()
        return random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = _NotebookGenerator()
        return random(in: range, using: &generator)
      }
      static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {
        if range.isEmpty { _stop("Fatal error", "Can't get random value with an empty range") }
        let width = _bits(UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound), Self.bitWidth)
        return range.lowerBound
          &+ Self(truncatingIfNeeded: _randomBelow(width, Self.bitWidth, &generator))
      }
      static func random<G: RandomNumberGenerator>(
        in range: ClosedRange<Self>, using generator: inout G
      ) -> Self {
        let span = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound)
        let width = _bits(span &+ 1, Self.bitWidth)
        if width == 0 { return Self(truncatingIfNeeded: generator.next()) }
        return range.lowerBound
          &+ Self(truncatingIfNeeded: _randomBelow(width, Self.bitWidth, &generator))
      }
    }
    extension RandomNumberGenerator {
      mutating func next(upperBound: UInt64) -> UInt64 { _randomBelow(upperBound, 64, &self) }
    }
    func _bits(_ bits: UInt64, _ width: Int) -> UInt64 {
      width == 64 ? bits : bits & (((1 as UInt64) << UInt64(width)) - 1)
    }
    func _randomBelow<G: RandomNumberGenerator>(
      _ bound: UInt64, _ width: Int, _ generator: inout G
    ) -> UInt64 {
      var bits = _bits(generator.next(), width)
      var low = _bits(bits &* bound, width)
      if low < bound {
        let threshold = _bits(0 &- bound, width) % bound
        while low < threshold {
          bits = _bits(generator.next(), width)
          low = _bits(bits &* bound, width)
        }
      }
      return width == 64 ? _highWord(bits, bound) : (bits &* bound) >> UInt64(width)
    }
    func _highWord(_ a: UInt64, _ b: UInt64) -> UInt64
    extension BinaryFloatingPoint {
      static func random(in range: Range<Self>) -> Self {
        var generator = _NotebookGenerator()
        return random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = _NotebookGenerator()
        return random(in: range, using: &generator)
      }
      static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {
        if range.lowerBound == range.upperBound {
          _stop("Fatal error", "Can't get random value with an empty range")
        }
        let width = range.upperBound - range.lowerBound
        if !width.isFinite {
          _stop("Fatal error", "There is no uniform distribution on an infinite range")
        }
        var result = range.upperBound
        while result == range.upperBound {
          let bits = _bits(generator.next(), _significandWidth)
          result = width * (Self(bits) * (Self.ulpOfOne / 2)) + range.lowerBound
        }
        return result
      }
      static func random<G: RandomNumberGenerator>(
        in range: ClosedRange<Self>, using generator: inout G
      ) -> Self {
        let width = range.upperBound - range.lowerBound
        if !width.isFinite {
          _stop("Fatal error", "There is no uniform distribution on an infinite range")
        }
        let most = (1 as UInt64) << UInt64(_significandWidth)
        let bits = _randomBelow(most + 1, _significandWidth == 24 ? 32 : 64, &generator)
        if bits == most { return range.upperBound }
        return width * (Self(bits) * (Self.ulpOfOne / 2)) + range.lowerBound
      }
      static var _significandWidth: Int { Double(Self.ulpOfOne) > 1e-10 ? 24 : 53 }
    }
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    natives.add("_systemBits()") { _ in
      .int(Int(truncatingIfNeeded: UInt64.random(in: .min ... .max)))
    }
    natives.add("_notebookBits()") { call in
      .int(Int(truncatingIfNeeded: call.machine.random.next()))
    }
    natives.add("_highWord(_:_:)") { call in
      let product = UInt64(bitPattern: Int64(call.int(0)))
        .multipliedFullWidth(by: UInt64(bitPattern: Int64(call.int(1))))
      return .int(Int(truncatingIfNeeded: product.high))
    }
  }
}
