internal import Autodiff
internal import CellLanguage
internal import MetaLearning

// What host functions take besides values of one type.

/// The algorithm that a cell gives, whichever it is.
struct SomeLearner: HostParameter {
  /// The algorithm.
  let algorithm: any MetaLearner
  /// What calls it, where it is the cell's own.
  var calls: ConcurrentCalls? { (algorithm as? OwnLearner)?.calls }

  static var cellTypeNames: [String] { ["MetaLearner"] }

  static func read(from call: inout HostCall) throws -> SomeLearner {
    let value: Value = try call.next()
    if let learner = value.host as? any MetaLearner { return SomeLearner(algorithm: learner) }
    return SomeLearner(algorithm: try OwnLearner(value, call.context.concurrentCalls()))
  }
}

/// The tasks that a cell gives, whichever they are.
struct SomeTasks: HostParameter {
  /// The tasks.
  let source: any EpisodeSource
  /// What makes them, where they are the cell's own.
  var calls: ConcurrentCalls? { (source as? OwnTasks)?.calls }

  static var cellTypeNames: [String] { ["EpisodeSource"] }

  static func read(from call: inout HostCall) throws -> SomeTasks {
    let value: Value = try call.next()
    if let tasks = value.host as? any EpisodeSource { return SomeTasks(source: tasks) }
    return SomeTasks(source: OwnTasks(value, call.context.concurrentCalls()))
  }
}

/// A range of numbers, where there is one.
struct OptionalRange: HostParameter {
  /// The range.
  let range: ClosedRange<Double>?

  static var cellTypeNames: [String] { ["ClosedRange<Double>?"] }

  static func read(from call: inout HostCall) throws -> OptionalRange {
    let value: Value = try call.next()
    guard let inner = value.unwrapped else { return OptionalRange(range: nil) }
    guard let range = inner.closedRange else {
      throw HostCallError.mismatch(expected: "ClosedRange<Double>", got: inner.typeName)
    }
    return OptionalRange(range: range)
  }
}

/// A range of places.
struct PlaceRange: HostParameter {
  /// The places.
  let range: Range<Int>

  static var cellTypeNames: [String] { ["Range<Int>"] }

  static func read(from call: inout HostCall) throws -> PlaceRange {
    let value: Value = try call.next()
    return PlaceRange(range: value.integerRange ?? 0..<0)
  }
}

/// Places of the axes of a tensor.
struct AxisPlaces: HostParameter {
  /// The places, of one axis after another.
  let places: [TensorPlaces]

  static var cellTypeNames: [String] { ["[TensorPlace]"] }

  static func read(from call: inout HostCall) throws -> AxisPlaces {
    let value: Value = try call.next()
    return AxisPlaces(places: try (value.elements ?? []).map(places))
  }

  private static func places(of value: Value) throws -> TensorPlaces {
    if let index = value.int { return .single(index) }
    guard let ends = value.rangeEnds else {
      throw HostCallError.mismatch(expected: "TensorPlace", got: value.typeName)
    }
    guard ends.isClosed, let last = ends.upper?.int else {
      return .range(from: ends.lower?.int, to: ends.upper?.int)
    }
    return .through(from: ends.lower?.int, last)
  }
}

/// A range of numbers without its end.
struct NumberRange: HostParameter {
  /// The range.
  let range: Range<Float>

  static var cellTypeNames: [String] { ["Range<Float>"] }

  static func read(from call: inout HostCall) throws -> NumberRange {
    let ends = try numberEnds(of: call.next())
    return NumberRange(range: ends.lower..<ends.upper)
  }
}

/// A range of numbers with its end.
struct ClosedNumberRange: HostParameter {
  /// The range.
  let range: ClosedRange<Float>

  static var cellTypeNames: [String] { ["ClosedRange<Float>"] }

  static func read(from call: inout HostCall) throws -> ClosedNumberRange {
    let ends = try numberEnds(of: call.next())
    return ClosedNumberRange(range: ends.lower...ends.upper)
  }
}

/// Returns the ends of a range, the lower first, as cells have them.
private func numberEnds(of value: Value) throws -> (lower: Float, upper: Float) {
  guard let ends = value.rangeEnds, let lower = ends.lower?.double, let upper = ends.upper?.double,
    lower <= upper
  else { throw HostCallError.mismatch(expected: "Range<Float>", got: value.typeName) }
  return (Float(lower), Float(upper))
}
