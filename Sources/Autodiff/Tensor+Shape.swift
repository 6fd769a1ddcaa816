public import Tensors

extension Tensor {
  /// Returns the same numbers in another shape; one size may be −1 and is worked out.
  public func reshaped(to sizes: [Int]) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.reshape(self, to: sizes) }
  }

  /// Returns the same numbers in another shape.
  public func reshaped(to shape: Shape) -> Tensor {
    Primitive.reshape(to: shape).of(self)
  }

  /// Returns the tensor with its axes in reverse order.
  public func transposed() -> Tensor {
    Primitive.transpose((0..<rank).reversed()).of(self)
  }

  /// Returns the tensor whose axis `i` is this tensor's axis `axes[i]`.
  public func transposed(_ axes: Int...) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.transpose(self, axes) }
  }

  /// Returns the tensor repeated along missing axes and axes of size 1 to fill a shape.
  public func broadcast(to shape: Shape) -> Tensor {
    Primitive.broadcast(to: shape).of(self)
  }

  /// Returns each element brought into a range; the derivative outside is 0.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    Autodiff.min(Autodiff.max(self, Tensor(range.lowerBound)), Tensor(range.upperBound))
  }
}

// MARK: - Parts

extension Tensor {
  /// The part at some indices of the first axes, without those axes.
  public subscript(indices: Int...) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.element(self, at: indices) }
  }

  /// The part inside ranges of the first axes.
  public subscript(ranges: Range<Int>...) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.slice(self, ranges) }
  }

  /// Returns the parts at some indices of the first axis, in that order; any may come twice.
  public func rows(at indices: [Int]) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.rows(self, at: indices) }
  }
}
