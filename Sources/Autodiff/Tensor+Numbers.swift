import Tensors

// Numbers of other types than `Float`, which literals are.

extension Tensor {
  /// Returns each element plus a number.
  public static func + (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs + Float(rhs) }

  /// Returns a number plus each element.
  public static func + (lhs: some BinaryFloatingPoint, rhs: Tensor) -> Tensor { Float(lhs) + rhs }

  /// Returns each element plus a whole number.
  public static func + (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs + Float(rhs) }

  /// Returns a whole number plus each element.
  public static func + (lhs: some BinaryInteger, rhs: Tensor) -> Tensor { Float(lhs) + rhs }

  /// Returns each element minus a number.
  public static func - (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs - Float(rhs) }

  /// Returns a number minus each element.
  public static func - (lhs: some BinaryFloatingPoint, rhs: Tensor) -> Tensor { Float(lhs) - rhs }

  /// Returns each element minus a whole number.
  public static func - (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs - Float(rhs) }

  /// Returns a whole number minus each element.
  public static func - (lhs: some BinaryInteger, rhs: Tensor) -> Tensor { Float(lhs) - rhs }

  /// Returns each element times a number.
  public static func * (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs * Float(rhs) }

  /// Returns a number times each element.
  public static func * (lhs: some BinaryFloatingPoint, rhs: Tensor) -> Tensor { Float(lhs) * rhs }

  /// Returns each element times a whole number.
  public static func * (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs * Float(rhs) }

  /// Returns a whole number times each element.
  public static func * (lhs: some BinaryInteger, rhs: Tensor) -> Tensor { Float(lhs) * rhs }

  /// Returns each element divided by a number.
  public static func / (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs / Float(rhs) }

  /// Returns a number divided by each element.
  public static func / (lhs: some BinaryFloatingPoint, rhs: Tensor) -> Tensor { Float(lhs) / rhs }

  /// Returns each element divided by a whole number.
  public static func / (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs / Float(rhs) }

  /// Returns a whole number divided by each element.
  public static func / (lhs: some BinaryInteger, rhs: Tensor) -> Tensor { Float(lhs) / rhs }
}

// MARK: - In place

extension Tensor {
  /// Adds a number to a variable.
  public static func += (lhs: inout Tensor, rhs: Float) { lhs = lhs + rhs }

  /// Adds a number to a variable.
  public static func += (lhs: inout Tensor, rhs: some BinaryFloatingPoint) {
    lhs = lhs + Float(rhs)
  }

  /// Adds a number to a variable.
  public static func += (lhs: inout Tensor, rhs: some BinaryInteger) { lhs = lhs + Float(rhs) }

  /// Subtracts a number from a variable.
  public static func -= (lhs: inout Tensor, rhs: Float) { lhs = lhs - rhs }

  /// Subtracts a number from a variable.
  public static func -= (lhs: inout Tensor, rhs: some BinaryFloatingPoint) {
    lhs = lhs - Float(rhs)
  }

  /// Subtracts a number from a variable.
  public static func -= (lhs: inout Tensor, rhs: some BinaryInteger) { lhs = lhs - Float(rhs) }

  /// Multiplies a variable by a number.
  public static func *= (lhs: inout Tensor, rhs: Float) { lhs = lhs * rhs }

  /// Multiplies a variable by a number.
  public static func *= (lhs: inout Tensor, rhs: some BinaryFloatingPoint) {
    lhs = lhs * Float(rhs)
  }

  /// Multiplies a variable by a number.
  public static func *= (lhs: inout Tensor, rhs: some BinaryInteger) { lhs = lhs * Float(rhs) }

  /// Divides a variable by a number.
  public static func /= (lhs: inout Tensor, rhs: Float) { lhs = lhs / rhs }

  /// Divides a variable by a number.
  public static func /= (lhs: inout Tensor, rhs: some BinaryFloatingPoint) {
    lhs = lhs / Float(rhs)
  }

  /// Divides a variable by a number.
  public static func /= (lhs: inout Tensor, rhs: some BinaryInteger) { lhs = lhs / Float(rhs) }
}

// MARK: - Comparing with a number

extension Tensor {
  /// Returns 1 where the element is larger than a number, else 0.
  public static func .> (lhs: Tensor, rhs: Float) -> Tensor { lhs .> Tensor(rhs) }

  /// Returns 1 where the element is larger than a number, else 0.
  public static func .> (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs .> Float(rhs) }

  /// Returns 1 where the element is larger than a number, else 0.
  public static func .> (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .> Float(rhs) }

  /// Returns 1 where the element is at least a number, else 0.
  public static func .>= (lhs: Tensor, rhs: Float) -> Tensor { lhs .>= Tensor(rhs) }

  /// Returns 1 where the element is at least a number, else 0.
  public static func .>= (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor {
    lhs .>= Float(rhs)
  }

  /// Returns 1 where the element is at least a number, else 0.
  public static func .>= (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .>= Float(rhs) }

  /// Returns 1 where the element is smaller than a number, else 0.
  public static func .< (lhs: Tensor, rhs: Float) -> Tensor { lhs .< Tensor(rhs) }

  /// Returns 1 where the element is smaller than a number, else 0.
  public static func .< (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor { lhs .< Float(rhs) }

  /// Returns 1 where the element is smaller than a number, else 0.
  public static func .< (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .< Float(rhs) }

  /// Returns 1 where the element is at most a number, else 0.
  public static func .<= (lhs: Tensor, rhs: Float) -> Tensor { lhs .<= Tensor(rhs) }

  /// Returns 1 where the element is at most a number, else 0.
  public static func .<= (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor {
    lhs .<= Float(rhs)
  }

  /// Returns 1 where the element is at most a number, else 0.
  public static func .<= (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .<= Float(rhs) }

  /// Returns 1 where the element is a number, else 0.
  public static func .== (lhs: Tensor, rhs: Float) -> Tensor { lhs .== Tensor(rhs) }

  /// Returns 1 where the element is a number, else 0.
  public static func .== (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor {
    lhs .== Float(rhs)
  }

  /// Returns 1 where the element is a number, else 0.
  public static func .== (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .== Float(rhs) }

  /// Returns 1 where the element is not a number that is given, else 0.
  public static func .!= (lhs: Tensor, rhs: Float) -> Tensor { lhs .!= Tensor(rhs) }

  /// Returns 1 where the element is not a number that is given, else 0.
  public static func .!= (lhs: Tensor, rhs: some BinaryFloatingPoint) -> Tensor {
    lhs .!= Float(rhs)
  }

  /// Returns 1 where the element is not a number that is given, else 0.
  public static func .!= (lhs: Tensor, rhs: some BinaryInteger) -> Tensor { lhs .!= Float(rhs) }
}
