import Tensors

// The functions of mathematics, element by element.

/// Returns e raised to each element.
public func exp(_ x: Tensor) -> Tensor { Primitive.unary(.exponential).of(x) }

/// Returns the natural logarithm of each element.
public func log(_ x: Tensor) -> Tensor { Primitive.unary(.logarithm).of(x) }

/// Returns the square root of each element.
public func sqrt(_ x: Tensor) -> Tensor { Primitive.unary(.squareRoot).of(x) }

/// Returns the sine of each element, which is an angle in radians.
public func sin(_ x: Tensor) -> Tensor { Primitive.unary(.sine).of(x) }

/// Returns the cosine of each element, which is an angle in radians.
public func cos(_ x: Tensor) -> Tensor { Primitive.unary(.cosine).of(x) }

/// Returns the tangent of each element, which is an angle in radians.
public func tan(_ x: Tensor) -> Tensor { sin(x) / cos(x) }

/// Returns the hyperbolic tangent of each element.
public func tanh(_ x: Tensor) -> Tensor { Primitive.unary(.hyperbolicTangent).of(x) }

/// Returns `1 / (1 + exp(-x))` of each element.
public func sigmoid(_ x: Tensor) -> Tensor { Primitive.unary(.sigmoid).of(x) }

/// Returns each element where it is above 0, else 0; the derivative at 0 is 0.
public func relu(_ x: Tensor) -> Tensor { Primitive.unary(.relu).of(x) }

/// Returns each element without its sign; the derivative at 0 is 0.
public func abs(_ x: Tensor) -> Tensor { Primitive.unary(.absolute).of(x) }

/// Returns each element raised to a power.
public func pow(_ x: Tensor, _ exponent: Float) -> Tensor { Primitive.power(exponent).of(x) }

/// Returns `x` raised to `exponent`, element by element; x is above 0.
public func pow(_ x: Tensor, _ exponent: Tensor) -> Tensor {
  trapping { () throws(ShapeError) in try Checked.pow(x, exponent) }
}

/// Returns the larger of each pair of elements; of equals, the left one has the derivative.
public func max(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  Primitive.binary(.maximum).of(lhs, rhs)
}

/// Returns each element, or a number that is larger.
public func max(_ lhs: Tensor, _ rhs: Float) -> Tensor { max(lhs, Tensor(rhs)) }

/// Returns each element, or a number that is smaller.
public func min(_ lhs: Tensor, _ rhs: Float) -> Tensor { min(lhs, Tensor(rhs)) }

/// Returns the smaller of each pair of elements; of equals, the left one has the derivative.
public func min(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  Primitive.binary(.minimum).of(lhs, rhs)
}

/// Returns the product of matrices `[m, k]` and `[k, n]`, of a matrix and a vector, or of two
/// vectors.
///
/// Tensors with more axes are stacks of matrices, `[…, m, k]` and `[…, k, n]`; where axes before the
/// last two are missing or of size 1, a matrix is multiplied with each of the other's.
///
/// - Complexity: m · k · n multiplications.
public func matmul(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  trapping { () throws(ShapeError) in try Checked.matmul(lhs, rhs) }
}
