internal import Autodiff
internal import CellLanguage
internal import Tensors

/// Tensors of random numbers, which follow from the notebook's seed, as cells see them.
let randomInitializers: [HostFunction] = [
  HostFunction(
    "init(randomUniform shape: [Int], in range: Range<Float> = 0..<1)",
    "Numbers drawn evenly from a range; they follow from the notebook's seed."
  ) { (context: HostContext, sizes: [Int], range: NumberRange) in
    var generator = context.generator
    return try Checked.randomUniform(
      Shape(validating: sizes), in: range.range, using: &generator)
  },
  HostFunction(
    "init(randomNormal shape: [Int], mean: Float = 0, standardDeviation: Float = 1)",
    "Numbers drawn from a normal distribution; they follow from the notebook's seed."
  ) { (context: HostContext, sizes: [Int], mean: Float, deviation: Float) in
    var generator = context.generator
    return try Checked.randomNormal(
      Shape(validating: sizes), mean: mean, standardDeviation: deviation, using: &generator)
  },
  HostFunction(
    "init(kaimingNormal shape: [Int])",
    """
    Weights for a layer that a ReLU follows, as convolutions of a network start: `[inputs, outputs]` \
    or `[height, width, inputs, outputs]`; they follow from the notebook's seed.
    """
  ) { (context: HostContext, sizes: [Int]) in
    var generator = context.generator
    return try Checked.kaimingNormal(Shape(validating: sizes), using: &generator)
  },
  HostFunction(
    "init(xavierNormal shape: [Int])",
    """
    Weights for a layer that no ReLU follows, as dense layers of a network start: `[inputs, outputs]` \
    or `[height, width, inputs, outputs]`; they follow from the notebook's seed.
    """
  ) { (context: HostContext, sizes: [Int]) in
    var generator = context.generator
    return try Checked.xavierNormal(Shape(validating: sizes), using: &generator)
  },
]

/// The same from a generator that a cell names: its bits are drawn in the cell, and the numbers made of
/// them here.
let randomTensorSource = HostSource(
  "random tensors",
  """
  extension Tensor {
    init<G: RandomNumberGenerator>(
      randomUniform shape: [Int], in range: Range<Float> = 0..<1, using generator: inout G
    ) {
      self = Tensor._uniform(shape, range, _drawnBits(shape, 1, &generator))
    }
    init<G: RandomNumberGenerator>(
      randomNormal shape: [Int], mean: Float = 0, standardDeviation: Float = 1,
      using generator: inout G
    ) {
      self = Tensor._normal(shape, mean, standardDeviation, _drawnBits(shape, 2, &generator))
    }
    init<G: RandomNumberGenerator>(kaimingNormal shape: [Int], using generator: inout G) {
      self = Tensor._kaiming(shape, _drawnBits(shape, 2, &generator))
    }
    init<G: RandomNumberGenerator>(xavierNormal shape: [Int], using generator: inout G) {
      self = Tensor._xavier(shape, _drawnBits(shape, 2, &generator))
    }
  }
  func dropout<G: RandomNumberGenerator>(
    _ x: Tensor, rate: Float = 0.5, using generator: inout G
  ) -> Tensor {
    Tensor._dropout(x, rate, _drawnBits(x.shape, 1, &generator))
  }
  func _drawnBits<G: RandomNumberGenerator>(
    _ shape: [Int], _ each: Int, _ generator: inout G
  ) -> [Int] {
    let count = Tensor._elementCount(shape)
    var bits: [Int] = []
    bits.reserveCapacity(count * each)
    for _ in 0..<count * each { bits.append(Int(truncatingIfNeeded: generator.next())) }
    return bits
  }
  """)

/// What the functions above are made with.
let randomTensorParts: [HostFunction] = [
  HostFunction("static func _elementCount(_ shape: [Int]) -> Int", "") { (sizes: [Int]) in
    try Shape(validating: sizes).elementCount
  },
  HostFunction(
    "static func _uniform(_ shape: [Int], _ range: Range<Float>, _ bits: [Int]) -> Tensor", ""
  ) { (sizes: [Int], range: NumberRange, bits: [Int]) in
    var generator = DrawnBits(bits)
    return try Checked.randomUniform(
      Shape(validating: sizes), in: range.range, using: &generator)
  },
  HostFunction(
    """
    static func _normal(_ shape: [Int], _ mean: Float, _ deviation: Float, _ bits: [Int]) -> Tensor
    """, ""
  ) { (sizes: [Int], mean: Float, deviation: Float, bits: [Int]) in
    var generator = DrawnBits(bits)
    return try Checked.randomNormal(
      Shape(validating: sizes), mean: mean, standardDeviation: deviation, using: &generator)
  },
  HostFunction("static func _kaiming(_ shape: [Int], _ bits: [Int]) -> Tensor", "") {
    (sizes: [Int], bits: [Int]) in
    var generator = DrawnBits(bits)
    return try Checked.kaimingNormal(Shape(validating: sizes), using: &generator)
  },
  HostFunction("static func _xavier(_ shape: [Int], _ bits: [Int]) -> Tensor", "") {
    (sizes: [Int], bits: [Int]) in
    var generator = DrawnBits(bits)
    return try Checked.xavierNormal(Shape(validating: sizes), using: &generator)
  },
  HostFunction("static func _dropout(_ x: Tensor, _ rate: Float, _ bits: [Int]) -> Tensor", "") {
    (x: Tensor, rate: Float, bits: [Int]) in
    var generator = DrawnBits(bits)
    return try Checked.dropout(x, rate: rate, using: &generator)
  },
]

/// Random bits that were drawn before; zeros where there are no more.
private struct DrawnBits: RandomNumberGenerator {
  private var bits: ArraySlice<Int>

  init(_ bits: [Int]) { self.bits = bits[...] }

  mutating func next() -> UInt64 { UInt64(bitPattern: Int64(bits.popFirst() ?? 0)) }
}
