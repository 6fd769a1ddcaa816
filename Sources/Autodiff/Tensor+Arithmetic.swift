import Tensors

extension Tensor {
  /// Returns the sum, element by element; axes that are missing or of size 1 are repeated.
  public static func + (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.add).of(lhs, rhs)
  }

  /// Returns the difference, element by element; axes that are missing or of size 1 are repeated.
  public static func - (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.subtract).of(lhs, rhs)
  }

  /// Returns the product, element by element; axes that are missing or of size 1 are repeated.
  public static func * (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.multiply).of(lhs, rhs)
  }

  /// Returns the quotient, element by element; axes that are missing or of size 1 are repeated.
  public static func / (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.divide).of(lhs, rhs)
  }

  /// Returns the negative of each element.
  public static prefix func - (x: Tensor) -> Tensor {
    Primitive.affine(scale: -1, offset: 0).of(x)
  }
}

// MARK: - Numbers

extension Tensor {
  /// Returns each element plus a number.
  public static func + (lhs: Tensor, rhs: Float) -> Tensor {
    Primitive.affine(scale: 1, offset: rhs).of(lhs)
  }

  /// Returns a number plus each element.
  public static func + (lhs: Float, rhs: Tensor) -> Tensor {
    rhs + lhs
  }

  /// Returns each element minus a number.
  public static func - (lhs: Tensor, rhs: Float) -> Tensor {
    lhs + -rhs
  }

  /// Returns a number minus each element.
  public static func - (lhs: Float, rhs: Tensor) -> Tensor {
    Primitive.affine(scale: -1, offset: lhs).of(rhs)
  }

  /// Returns each element times a number.
  public static func * (lhs: Tensor, rhs: Float) -> Tensor {
    Primitive.affine(scale: rhs, offset: 0).of(lhs)
  }

  /// Returns a number times each element.
  public static func * (lhs: Float, rhs: Tensor) -> Tensor {
    rhs * lhs
  }

  /// Returns each element divided by a number.
  public static func / (lhs: Tensor, rhs: Float) -> Tensor {
    lhs * (1 / rhs)
  }

  /// Returns a number divided by each element.
  public static func / (lhs: Float, rhs: Tensor) -> Tensor {
    Primitive.power(-1).of(rhs) * lhs
  }
}

// MARK: - In place

extension Tensor {
  /// Adds to a variable.
  public static func += (lhs: inout Tensor, rhs: Tensor) { lhs = lhs + rhs }

  /// Subtracts from a variable.
  public static func -= (lhs: inout Tensor, rhs: Tensor) { lhs = lhs - rhs }

  /// Multiplies a variable.
  public static func *= (lhs: inout Tensor, rhs: Tensor) { lhs = lhs * rhs }

  /// Divides a variable.
  public static func /= (lhs: inout Tensor, rhs: Tensor) { lhs = lhs / rhs }
}

// MARK: - Comparing

extension Tensor {
  /// Returns 1 where the left element is larger, else 0.
  public static func .> (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.greater).of(lhs, rhs)
  }

  /// Returns 1 where the left element is larger or equal, else 0.
  public static func .>= (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.greaterOrEqual).of(lhs, rhs)
  }

  /// Returns 1 where the left element is smaller, else 0.
  public static func .< (lhs: Tensor, rhs: Tensor) -> Tensor { rhs .> lhs }

  /// Returns 1 where the left element is smaller or equal, else 0.
  public static func .<= (lhs: Tensor, rhs: Tensor) -> Tensor { rhs .>= lhs }

  /// Returns 1 where the elements are equal, else 0.
  public static func .== (lhs: Tensor, rhs: Tensor) -> Tensor {
    Primitive.binary(.equal).of(lhs, rhs)
  }

  /// Returns 1 where the elements differ, else 0; what is not a number differs from everything.
  public static func .!= (lhs: Tensor, rhs: Tensor) -> Tensor { 1 - (lhs .== rhs) }
}
