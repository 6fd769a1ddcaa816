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

  /// The part at places of the first axes, each a number or a range; `0...` is the whole axis. An axis
  /// of which one place is taken disappears.
  ///
  ///     x[0..<2, 1, 3...]      // of [4, 5, 6], the shape [2, 3]
  public subscript(places: any TensorPlace...) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.part(self, places.map(\.places)) }
  }

  /// Returns the parts at some indices of the first axis, in that order; any may come twice.
  public func rows(at indices: [Int]) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.rows(self, at: indices) }
  }

  /// Returns the parts at some indices of an axis, in that order; any may come twice.
  public func taking(_ indices: [Int], along axis: Int = 0) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.taking(self, indices, along: axis) }
  }

  /// Returns x where a mask is not 0, and y where it is, element by element; axes that are missing or
  /// of size 1 are repeated. What is not taken has a derivative of 0.
  ///
  /// Where a function is infinitely steep, keep it away from there and not only its result:
  ///
  ///     log(Tensor.where(x .> 0, x, Tensor(1)))
  public static func `where`(_ mask: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.where(mask, x, y) }
  }

  /// Returns x where a mask is not 0, and a number where it is.
  public static func `where`(_ mask: Tensor, _ x: Tensor, _ y: Float) -> Tensor {
    .where(mask, x, Tensor(y))
  }

  /// Returns the tensor with a number where a mask is not 0.
  public func replacing(with other: Float, where mask: Tensor) -> Tensor {
    .where(mask, Tensor(other), self)
  }

  /// Returns the tensor with the elements of another where a mask is not 0.
  public func replacing(with other: Tensor, where mask: Tensor) -> Tensor {
    .where(mask, other, self)
  }
}
