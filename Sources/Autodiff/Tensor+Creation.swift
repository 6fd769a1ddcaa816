public import Tensors

extension Tensor {
  /// Creates a single number, of shape `[]`.
  public init(_ scalar: Float) {
    self.init(DenseArray(scalar))
  }

  /// Creates a vector.
  public init(_ scalars: [Float]) {
    self.init(shape: [scalars.count], scalars: scalars)
  }

  /// Creates a matrix from rows of one length.
  public init(_ rows: [[Float]]) {
    self = trapping { () throws(ShapeError) in try Checked.tensor(rows: rows) }
  }

  /// Creates a tensor of a shape from numbers in row-major order.
  public init(shape: Shape, scalars: [Float]) {
    self = trapping { () throws(ShapeError) in try Checked.tensor(shape: shape, scalars: scalars) }
  }

  /// Creates a tensor whose every element is one value.
  public init(repeating value: Float, shape: Shape) {
    self.init(DenseArray(repeating: value, shape: shape))
  }

  /// Creates a tensor of zeros.
  public init(zeros shape: Shape) {
    self.init(repeating: 0, shape: shape)
  }

  /// Creates a tensor of ones.
  public init(ones shape: Shape) {
    self.init(repeating: 1, shape: shape)
  }

  /// Creates a tensor by joining others along an axis.
  public init(concatenating parts: [Tensor], along axis: Int = 0) {
    self = trapping { () throws(ShapeError) in try Checked.concatenate(parts, along: axis) }
  }

  /// Creates a tensor by joining others of one shape along a new axis.
  public init(stacking parts: [Tensor], along axis: Int = 0) {
    self = trapping { () throws(ShapeError) in try Checked.stack(parts, along: axis) }
  }

  /// Creates a row for each label: 1 at the label, else 0; labels are numbered from 0.
  public init(oneHot labels: [Int], count: Int) {
    self = trapping { () throws(ShapeError) in try Checked.oneHot(labels, count: count) }
  }
}
