import Tensors

/// What stands for places of one axis in `x[0..<2, 1, 3...]`: a number or a range.
public protocol TensorPlace: Sendable {
  /// The places.
  var places: TensorPlaces { get }
}

/// Places of one axis of a tensor.
public enum TensorPlaces: Hashable, Sendable {
  /// One place; the axis disappears.
  case single(Int)
  /// The places from one on, to before another; those that are not given are the ends of the axis.
  case range(from: Int?, to: Int?)
  /// The places up to one, which is the last.
  case through(from: Int?, Int)
}

extension TensorPlaces {
  /// Whether the axis disappears.
  var isSingle: Bool { if case .single = self { true } else { false } }

  /// The places as a range of an axis, or says that it does not have them.
  func range(along axis: Int, of shape: Shape) throws(ShapeError) -> Range<Int> {
    let size = shape[axis]
    let lower: Int
    let upper: Int
    switch self {
    case .single(let index):
      guard (0..<size).contains(index) else {
        throw .indexOutOfRange(index, axis: axis, shape)
      }
      return index..<index + 1
    case .range(let from, let to):
      lower = from ?? 0
      upper = to ?? max(size, lower)
    case .through(let from, let last):
      lower = from ?? 0
      upper = last == .max ? last : last + 1
    }
    guard lower >= 0, lower <= upper, upper <= size, lower <= size else {
      throw .rangeOutOfRange(min(lower, upper)..<max(lower, upper), axis: axis, shape)
    }
    return lower..<upper
  }
}

// MARK: - Numbers and ranges

extension Int: TensorPlace {
  /// One place.
  public var places: TensorPlaces { .single(self) }
}

extension Range<Int>: TensorPlace {
  /// The places of the range.
  public var places: TensorPlaces { .range(from: lowerBound, to: upperBound) }
}

extension ClosedRange<Int>: TensorPlace {
  /// The places of the range.
  public var places: TensorPlaces { .through(from: lowerBound, upperBound) }
}

extension PartialRangeFrom<Int>: TensorPlace {
  /// All places from one on: `0...` is the whole axis.
  public var places: TensorPlaces { .range(from: lowerBound, to: nil) }
}

extension PartialRangeUpTo<Int>: TensorPlace {
  /// All places before one.
  public var places: TensorPlaces { .range(from: nil, to: upperBound) }
}

extension PartialRangeThrough<Int>: TensorPlace {
  /// All places up to one.
  public var places: TensorPlaces { .through(from: nil, upperBound) }
}
