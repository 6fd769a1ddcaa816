/// The sizes of a tensor's axes, outermost first: `[5, 28, 28, 1]` is five grey images.
///
/// A shape has at most ``maximumRank`` axes, none negative, and at most ``maximumElementCount``
/// elements. The shape of a single number is `[]`.
public struct Shape: Hashable, Sendable {
  /// The size of each axis.
  public let dimensions: [Int]

  /// The most axes a shape can have.
  public static let maximumRank = 8

  /// The most elements a shape can have: positions fit in 32 bits.
  public static let maximumElementCount = Int(Int32.max)

  /// The shape of a single number.
  public static let scalar = Shape(unchecked: [])

  /// Creates a shape, or says why there is no such shape.
  public init(validating dimensions: [Int]) throws(ShapeError) {
    guard dimensions.count <= Self.maximumRank else {
      throw .tooManyAxes(dimensions.count)
    }
    for size in dimensions where size < 0 { throw .negativeSize(dimensions) }
    var count = 1
    for size in dimensions where size > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Self.maximumElementCount else { throw .tooLarge(dimensions) }
      count = product
    }
    self.dimensions = dimensions
  }

  /// Creates a shape that is known to be one.
  public init(_ dimensions: [Int]) {
    self = trapping { () throws(ShapeError) in try Shape(validating: dimensions) }
  }

  /// Creates a shape without looking at it.
  package init(unchecked dimensions: [Int]) {
    self.dimensions = dimensions
  }
}

// MARK: - Sizes

extension Shape {
  /// The number of axes.
  public var rank: Int { dimensions.count }

  /// The number of elements of a tensor of this shape; 1 for `[]`.
  public var elementCount: Int {
    var count = 1
    for size in dimensions { count *= size }
    return count
  }

  /// Whether the shape is `[]`.
  public var isScalar: Bool { dimensions.isEmpty }

  /// The size of an axis; a negative axis counts from the last, which is −1.
  public subscript(axis: Int) -> Int {
    dimensions[trapping { () throws(ShapeError) in try index(of: axis) }]
  }

  /// Returns the position of an axis that may be counted from the last.
  public func index(of axis: Int) throws(ShapeError) -> Int {
    let index = axis < 0 ? axis + rank : axis
    guard dimensions.indices.contains(index) else { throw .axisOutOfRange(axis, self) }
    return index
  }

  /// How many elements apart neighbours along each axis are in row-major order.
  package var strides: [Int] {
    var strides = dimensions
    var step = 1
    for axis in dimensions.indices.reversed() {
      strides[axis] = step
      step *= dimensions[axis]
    }
    return strides
  }
}

// MARK: - Literals and text

extension Shape: ExpressibleByArrayLiteral {
  /// Creates a shape from the sizes of its axes.
  public init(arrayLiteral dimensions: Int...) {
    self.init(dimensions)
  }
}

extension Shape: CustomStringConvertible {
  /// The sizes in brackets: `[5, 28, 28, 1]`.
  public var description: String { "\(dimensions)" }
}
