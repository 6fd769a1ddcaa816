import Tensors

extension Tensor {
  /// Returns the elements along an axis in rising order, or falling; what is not a number is larger
  /// than any.
  public func sorted(along axis: Int = -1, descending: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.sort(self, along: axis, descending: descending)
    }
  }

  /// Returns where along an axis the elements of `sorted` stand, in row-major order; of equals, the
  /// first comes first.
  public func argsort(along axis: Int = -1, descending: Bool = false) -> [Int] {
    trapping { () throws(ShapeError) in
      try Checked.argsort(self, along: axis, descending: descending)
    }
  }

  /// Returns the largest elements along an axis, largest first, and where they stand, in the row-major
  /// order of the values.
  public func topK(_ count: Int, along axis: Int = -1) -> (values: Tensor, indices: [Int]) {
    trapping { () throws(ShapeError) in try Checked.topK(self, count, along: axis) }
  }

  /// Returns the sum of each element and those before it along an axis.
  public func cumulativeSum(along axis: Int = -1) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.cumulativeSum(self, along: axis) }
  }
}
