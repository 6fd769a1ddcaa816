internal import CellLanguage
internal import MetaLearning

// What host functions take besides values of one type.

/// The algorithm that a cell gives, whichever it is.
struct SomeLearner: HostParameter {
  /// The algorithm.
  let algorithm: any MetaLearner

  static var cellTypeNames: [String] { ["MetaLearner"] }

  static func read(from call: inout HostCall) throws -> SomeLearner {
    let value: Value = try call.next()
    guard let learner = value.host as? any MetaLearner else {
      throw HostCallError.mismatch(expected: "MetaLearner", got: value.typeName)
    }
    return SomeLearner(algorithm: learner)
  }
}

/// The tasks that a cell gives, whichever they are.
struct SomeTasks: HostParameter {
  /// The tasks.
  let source: any EpisodeSource

  static var cellTypeNames: [String] { ["EpisodeSource"] }

  static func read(from call: inout HostCall) throws -> SomeTasks {
    let value: Value = try call.next()
    guard let tasks = value.host as? any EpisodeSource else {
      throw HostCallError.mismatch(expected: "EpisodeSource", got: value.typeName)
    }
    return SomeTasks(source: tasks)
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
