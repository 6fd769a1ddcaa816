/// Random numbers: from a generator of the program's, or from one of the process's own.
enum RandomChunk {
  static let all: [LibraryChunk] = [.with("random", text, addNatives)]

  private static let text = #"""
    protocol RandomNumberGenerator { mutating func next() -> UInt64 }
    struct SystemRandomNumberGenerator: RandomNumberGenerator {
      init() {}
      mutating func next() -> UInt64 { _randomBits() }
    }
    func _randomBits() -> UInt64
    extension FixedWidthInteger {
      static func random(in range: Range<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {
        if range.isEmpty { _stop("Fatal error", "Can't get random value with an empty range") }
        let width = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound)
        return range.lowerBound &+ Self(truncatingIfNeeded: _randomBelow(width, &generator))
      }
      static func random<G: RandomNumberGenerator>(
        in range: ClosedRange<Self>, using generator: inout G
      ) -> Self {
        let width = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound) &+ 1
        if width == 0 { return Self(truncatingIfNeeded: generator.next()) }
        return range.lowerBound &+ Self(truncatingIfNeeded: _randomBelow(width, &generator))
      }
    }
    extension RandomNumberGenerator {
      mutating func next(upperBound: UInt64) -> UInt64 { _randomBelow(upperBound, &self) }
    }
    func _randomBelow<G: RandomNumberGenerator>(_ bound: UInt64, _ generator: inout G) -> UInt64 {
      var bits = generator.next()
      var low = bits &* bound
      if low < bound {
        let threshold = (0 &- bound) % bound
        while low < threshold {
          bits = generator.next()
          low = bits &* bound
        }
      }
      return _highWord(bits, bound)
    }
    func _highWord(_ a: UInt64, _ b: UInt64) -> UInt64
    extension BinaryFloatingPoint {
      static func random(in range: Range<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      static func random(in range: ClosedRange<Self>) -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(in: range, using: &generator)
      }
      static func random<G: RandomNumberGenerator>(in range: Range<Self>, using generator: inout G) -> Self {
        let fraction = Self(generator.next() >> 11) / 9007199254740992
        return range.lowerBound + (range.upperBound - range.lowerBound) * fraction
      }
      static func random<G: RandomNumberGenerator>(
        in range: ClosedRange<Self>, using generator: inout G
      ) -> Self {
        let fraction = Self(generator.next() >> 11) / 9007199254740991
        return range.lowerBound + (range.upperBound - range.lowerBound) * fraction
      }
    }
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    natives.add("_randomBits()") { _ in
      .int(Int(truncatingIfNeeded: UInt64.random(in: .min ... .max)))
    }
    natives.add("_highWord(_:_:)") { call in
      let product = UInt64(bitPattern: Int64(call.int(0)))
        .multipliedFullWidth(by: UInt64(bitPattern: Int64(call.int(1))))
      return .int(Int(truncatingIfNeeded: product.high))
    }
  }
}
