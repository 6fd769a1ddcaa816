internal import CellLanguage
internal import MetaLearning

/// Tasks that a cell makes: by a type of its own, an array or a closure.
struct OwnTasks: EpisodeSource {
  private let value: Value
  /// What calls the cell; nil in what outlives the call that it is for.
  let calls: ConcurrentCalls?

  /// The tasks that a value of a cell makes.
  init(_ value: Value, _ calls: ConcurrentCalls?) {
    self.value = value
    self.calls = calls
  }

  /// The same tasks, called by somebody else.
  func bound(to calls: ConcurrentCalls?) -> OwnTasks { OwnTasks(value, calls) }

  /// The task of a number; throws what the cell throws.
  func episode(_ index: Int) throws -> Episode {
    guard let calls else {
      throw HostCallError.mismatch(expected: "EpisodeSource", got: value.typeName)
    }
    let result =
      value.isFunction
      ? try calls.call(value, [Value(index)], stream: [index])
      : try calls.call(named: "_episode", [value, Value(index)], stream: [index])
    return try result.convert()
  }
}

extension SomeTasks {
  /// The tasks as they may be kept beyond the call.
  var kept: any EpisodeSource { (source as? OwnTasks)?.bound(to: nil) ?? source }
}

extension Validation {
  /// What calls the cell, where the tasks are its own.
  var calls: ConcurrentCalls? { (tasks as? OwnTasks)?.calls }

  /// The same, with what calls the cell where the tasks are its own.
  func bound(to context: HostContext) -> Validation {
    guard let own = tasks as? OwnTasks else { return self }
    return Validation(
      on: own.bound(to: context.concurrentCalls()), every: interval, taskCount: taskCount,
      steps: steps)
  }
}

extension [HostFunction] {
  /// These, and for each that takes tasks the same with a closure that makes them.
  var acceptingClosures: [HostFunction] {
    flatMap { function -> [HostFunction] in
      let parts = function.declaration.split(
        separator: "any EpisodeSource", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return [function] }
      let closure = "@escaping @Sendable (Int) throws -> Episode"
      return [function, function.declared(parts.joined(separator: closure))]
    }
  }
}
