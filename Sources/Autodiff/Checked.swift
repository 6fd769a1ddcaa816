public import Tensors

/// Every operation of `Tensor` whose shapes can disagree, as a function that throws the
/// ``/Tensors/ShapeError`` that the operation itself would stop the program with.
///
/// Cells call these, so that a mistake is an error with a place. Programs can use them where
/// shapes come from outside.
public enum Checked {}

// MARK: - Arithmetic

extension Checked {
  /// Returns `lhs + rhs`, each repeated along missing axes and axes of size 1.
  public static func add(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.add)(lhs, rhs)
  }

  /// Returns `lhs - rhs`, each repeated along missing axes and axes of size 1.
  public static func subtract(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.subtract)(lhs, rhs)
  }

  /// Returns `lhs * rhs`, each repeated along missing axes and axes of size 1.
  public static func multiply(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.multiply)(lhs, rhs)
  }

  /// Returns `lhs / rhs`, each repeated along missing axes and axes of size 1.
  public static func divide(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.divide)(lhs, rhs)
  }

  /// Returns the larger of each pair of elements.
  public static func max(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.maximum)(lhs, rhs)
  }

  /// Returns the smaller of each pair of elements.
  public static func min(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.minimum)(lhs, rhs)
  }

  /// Returns 1 where `lhs > rhs`, else 0.
  public static func greater(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.greater)(lhs, rhs)
  }

  /// Returns 1 where `lhs >= rhs`, else 0.
  public static func greaterOrEqual(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.greaterOrEqual)(lhs, rhs)
  }

  /// Returns 1 where the elements are equal, else 0.
  public static func equal(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.binary(.equal)(lhs, rhs)
  }

  /// Returns 1 where the elements differ, else 0; what is not a number differs from everything.
  public static func notEqual(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    1 - (try equal(lhs, rhs))
  }

  /// Returns `base` raised to `exponent`, element by element; the base is above 0.
  public static func pow(_ base: Tensor, _ exponent: Tensor) throws(ShapeError) -> Tensor {
    try Primitive.unary(.exponential)(multiply(exponent, Primitive.unary(.logarithm)(base)))
  }
}
