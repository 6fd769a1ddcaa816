internal import CellSyntax

/// The beginning and the end of instances.
extension Machine {
  /// Runs the `deinit` of every instance that has ended, and of what ends with one right after it.
  func bury(at site: Site?) throws {
    var waiting: [(type: TypeObject, fields: [Datum])] = []
    while true {
      waiting += graveyard.ended.reversed()
      graveyard.ended = []
      guard let next = waiting.popLast() else { return }
      try program.lock.locked { try compilePending(at: site) }
      let instance = InstanceObject(next.type, next.fields)
      for function in next.type.deinitializers {
        _ = try call(function, [.instance(instance)], at: site)
      }
    }
  }

  /// Where instances of a class are noted when they end; `nil` for classes that do nothing then.
  func graveyard(for type: TypeObject) -> Graveyard? {
    type.deinitializers.isEmpty ? nil : graveyard
  }

  /// A new instance of a class whose properties have their initial values.
  func makeInstance(of type: TypeObject, at site: Site?) throws -> Datum {
    let function = try compiled(at: site) { $0.allocator(of: type.type) }
    return try call(function, [], at: site)
  }
}
