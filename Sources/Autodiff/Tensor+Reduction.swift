import Tensors

extension Tensor {
  /// Returns the sum of all elements, a single number.
  public func sum() -> Tensor { sum(to: .scalar) }

  /// Returns the mean of all elements, a single number.
  public func mean() -> Tensor { sum() / Float(elementCount) }

  /// Returns the variance of all elements, divided by their number.
  public func variance() -> Tensor { variance(along: Array(0..<rank)) }

  /// Returns the standard deviation of all elements: the root of the variance.
  public func standardDeviation() -> Tensor { standardDeviation(along: Array(0..<rank)) }

  /// Returns the Euclidean length of all elements together.
  public func norm() -> Tensor { norm(along: Array(0..<rank)) }

  /// Returns the largest element, a single number.
  public func max() -> Tensor { max(along: Array(0..<rank)) }

  /// Returns the smallest element, a single number.
  public func min() -> Tensor { min(along: Array(0..<rank)) }

  /// Returns the sums along axes, which disappear unless they are kept with size 1.
  public func sum(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    sum(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the means along axes, which disappear unless they are kept with size 1.
  public func mean(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    mean(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the variances along axes, divided by the number of elements.
  public func variance(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    variance(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the standard deviations along axes: the roots of the variances.
  public func standardDeviation(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    standardDeviation(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the Euclidean lengths along axes.
  public func norm(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    norm(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the largest elements along axes; of equals, the first has the derivative.
  public func max(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    max(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the smallest elements along axes; of equals, the first has the derivative.
  public func min(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    min(along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns where along an axis the largest elements stand, in row-major order of the others.
  public func argmax(along axis: Int = -1) -> [Int] {
    trapping { () throws(ShapeError) in try Checked.argmax(self, along: axis) }
  }

  /// Returns where along an axis the smallest elements stand, in row-major order of the others.
  public func argmin(along axis: Int = -1) -> [Int] { (-self).argmax(along: axis) }
}

// MARK: - Axes in a list

extension Tensor {
  /// Returns the sums along axes, which disappear unless they are kept with size 1.
  public func sum(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.sum(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the means along axes, which disappear unless they are kept with size 1.
  public func mean(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.mean(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the variances along axes, divided by the number of elements.
  public func variance(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.variance(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the standard deviations along axes: the roots of the variances.
  public func standardDeviation(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.standardDeviation(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the Euclidean lengths along axes.
  public func norm(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.norm(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the largest elements along axes; of equals, the first has the derivative.
  public func max(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.max(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the smallest elements along axes; of equals, the first has the derivative.
  public func min(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    trapping { () throws(ShapeError) in
      try Checked.min(self, along: axes, keepingDimensions: keepingDimensions)
    }
  }

  /// Returns the sums that give a shape which could be repeated to fill this one.
  func sum(to shape: Shape) -> Tensor { Primitive.sum(to: shape).of(self) }
}
