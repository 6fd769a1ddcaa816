/// Why an operation has no answer for the shapes it was given.
///
/// ``description`` says it in words: "cannot multiply [32, 5] by [4, 8]: inner dimensions 5 and 4
/// differ".
public enum ShapeError: Error, Hashable, Sendable {
  /// Two shapes disagree along an axis, counted from the last as −1, where neither has size 1.
  case notBroadcastable(Shape, Shape, axis: Int)
  /// A shape cannot be repeated to fill another.
  case cannotFill(Shape, target: Shape)
  /// Two matrices disagree about the axis that is summed.
  case innerDimensions(Shape, Shape, left: Int, right: Int)
  /// Stacks of matrices whose other axes cannot be repeated to fit each other.
  case batchesDiffer(Shape, Shape)
  /// An operation needs another number of axes.
  case wrongRank(operation: String, expected: String, found: Shape)
  /// Images and weights disagree about the number of channels.
  case channels(images: Shape, weights: Shape)
  /// A per-channel operand is not one number per channel.
  case perChannel(operand: String, found: Shape, channels: Int)
  /// A window does not fit into the padded image.
  case windowTooLarge(window: Shape, image: Shape)
  /// A number that must be positive is not.
  case notPositive(name: String, value: Int)
  /// A number that must not be below zero is.
  case negative(name: String, value: Int)
  /// A number is larger than any image.
  case beyond(name: String, value: Int, most: Int)
  /// An axis that a shape does not have.
  case axisOutOfRange(Int, Shape)
  /// An axis that is named twice.
  case repeatedAxis(Int)
  /// A list that does not name every axis once.
  case notAPermutation([Int], Shape)
  /// A reshape that would change the number of elements.
  case cannotReshape(Shape, [Int])
  /// A list of numbers that does not fill a shape.
  case elementCount(found: Int, expected: Shape)
  /// Rows of different lengths.
  case raggedRows(first: Int, other: Int, row: Int)
  /// An index outside an axis.
  case indexOutOfRange(Int, axis: Int, Shape)
  /// A range of indices outside an axis.
  case rangeOutOfRange(Range<Int>, axis: Int, Shape)
  /// More indices than axes.
  case tooManyIndices(Int, Shape)
  /// Tensors that differ along another axis than the one they are joined along.
  case cannotConcatenate(Shape, Shape, axis: Int)
  /// Tensors that should be of one shape.
  case shapesDiffer(operation: String, Shape, Shape)
  /// Nothing to join.
  case nothingToConcatenate
  /// The largest of no values.
  case nothingToCompare(operation: String, Shape)
  /// As many labels as rows are needed.
  case labelCount(found: Int, expected: Int)
  /// More, or fewer, places asked for than an axis has.
  case countOutOfRange(Int, axis: Int, Shape)
  /// A label that is not a class.
  case labelOutOfRange(label: Int, classes: Int)
  /// Many numbers, or none, where one is needed: as the result of what is differentiated.
  case notScalar(Shape)
  /// Parameters of different number.
  case parameterCount(Int, Int)
  /// A size below zero.
  case negativeSize([Int])
  /// More elements than a tensor can hold.
  case tooLarge([Int])
  /// More axes than a tensor can have.
  case tooManyAxes(Int)
}

extension ShapeError {
  /// Throws unless a number of rows, channels or the like is at least 1 and no larger than any tensor.
  package static func checkSize(_ value: Int, _ name: String) throws(ShapeError) {
    guard value >= 1 else { throw .notPositive(name: name, value: value) }
    guard value <= Shape.maximumElementCount else {
      throw .beyond(name: name, value: value, most: Shape.maximumElementCount)
    }
  }
}

/// Runs an operation whose shapes the caller vouches for; stops the program where they disagree.
package func trapping<Result>(_ operation: () throws(ShapeError) -> Result) -> Result {
  do {
    return try operation()
  } catch {
    // Unlike a failed precondition, this says its text in a release build too.
    fatalError(error.description)
  }
}

// MARK: - Text

extension ShapeError: CustomStringConvertible {
  /// The error in words: lower-case, no period.
  public var description: String {
    switch self {
    case .notBroadcastable(let lhs, let rhs, let axis):
      "shapes \(lhs) and \(rhs) do not fit together: sizes \(lhs[axis]) and \(rhs[axis]) "
        + "along axis \(axis) differ and neither is 1"
    case .cannotFill(let shape, let target):
      "cannot repeat \(shape) to fill \(target)"
    case .innerDimensions(let lhs, let rhs, let left, let right):
      "cannot multiply \(lhs) by \(rhs): inner dimensions \(left) and \(right) differ"
    case .batchesDiffer(let lhs, let rhs):
      "cannot multiply \(lhs) by \(rhs): the axes before the last two do not fit together"
    case .wrongRank(let operation, let expected, let found):
      "\(operation) needs \(expected), got shape \(found)"
    case .channels(let images, let weights):
      "cannot convolve images \(images) with weights \(weights): the images have "
        + "\(images[-1]) channels, the weights take \(weights[2])"
    case .perChannel(let operand, let found, let channels):
      "\(operand) needs one number for each of \(channels) channels, got shape \(found)"
    case .windowTooLarge(let window, let image):
      "a window \(window) does not fit into an image \(image)"
    case .notPositive(let name, let value):
      "\(name) must be at least 1, got \(value)"
    case .negative(let name, let value):
      "\(name) must be at least 0, got \(value)"
    case .beyond(let name, let value, let most):
      "\(name) must be at most \(most), got \(value)"
    case .axisOutOfRange(let axis, let shape):
      "axis \(axis) is out of range: shape \(shape) has \(counted(shape.rank, "axis", "axes"))"
    case .repeatedAxis(let axis):
      "axis \(axis) is named twice"
    case .notAPermutation(let axes, let shape):
      "\(axes) does not name each of the \(shape.rank) axes of \(shape) once"
    case .cannotReshape(let shape, let target):
      "cannot reshape \(shape) to \(target): it has "
        + counted(shape.elementCount, "element", "elements")
    case .elementCount(let found, let expected):
      "shape \(expected) needs \(counted(expected.elementCount, "number", "numbers")), "
        + "got \(found)"
    case .raggedRows(let first, let other, let row):
      "rows differ in length: row 0 has \(first), row \(row) has \(other)"
    case .indexOutOfRange(let index, let axis, let shape):
      "index \(index) is out of range: axis \(axis) of \(shape) has size \(shape[axis])"
    case .rangeOutOfRange(let range, let axis, let shape):
      "range \(range) is out of range: axis \(axis) of \(shape) has size \(shape[axis])"
    case .tooManyIndices(let count, let shape):
      "\(counted(count, "index", "indices")) for shape \(shape), which has "
        + counted(shape.rank, "axis", "axes")
    case .cannotConcatenate(let first, let other, let axis):
      "cannot concatenate \(first) and \(other) along axis \(axis): the other axes differ"
    case .shapesDiffer(let operation, let first, let other):
      "\(operation) needs equal shapes, got \(first) and \(other)"
    case .nothingToConcatenate:
      "cannot concatenate no tensors"
    case .nothingToCompare(let operation, let shape):
      "\(operation) has no answer for shape \(shape), which has no elements there"
    case .labelCount(let found, let expected):
      "expected \(counted(expected, "label", "labels")), one for each row, got \(found)"
    case .countOutOfRange(let count, let axis, let shape):
      "cannot take \(count) along axis \(axis) of \(shape): it has size \(shape[axis])"
    case .labelOutOfRange(let label, let classes):
      "label \(label) is out of range: there \(classes == 1 ? "is" : "are") "
        + counted(classes, "class", "classes")
    case .notScalar(let shape):
      "expected a single number, got a tensor of shape \(shape)"
    case .parameterCount(let expected, let found):
      "expected \(counted(expected, "parameter", "parameters")), got \(found)"
    case .negativeSize(let dimensions):
      "a shape has no negative sizes, got \(dimensions)"
    case .tooLarge(let dimensions):
      "a tensor of shape \(dimensions) is too large: at most "
        + "\(Shape.maximumElementCount) elements"
    case .tooManyAxes(let count):
      "a shape has at most \(Shape.maximumRank) axes, got \(count)"
    }
  }
}

private func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
