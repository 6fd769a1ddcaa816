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
