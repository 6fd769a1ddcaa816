internal import CellChecking

/// Which functions of a cell use which of its variables and functions: known in case a statement does not
/// finish, and a variable never comes to be.
struct Uses {
  /// The function that is being compiled; `nil` for the library's and the top level.
  var compiling: CompiledFunction?
  private var users: [ObjectIdentifier: [CompiledFunction]] = [:]
  private var closures: [ObjectIdentifier: [CompiledFunction]] = [:]

  /// Notes that the function being compiled uses another.
  mutating func note(_ function: CompiledFunction) { note(ObjectIdentifier(function)) }

  /// Notes that the function being compiled uses a variable of a cell.
  mutating func note(_ variable: VariableSymbol) { note(ObjectIdentifier(variable)) }

  /// Notes that the function being compiled makes a closure.
  mutating func noteClosure(_ closure: CompiledFunction) {
    guard let compiling else { return }
    closures[ObjectIdentifier(compiling), default: []].append(closure)
  }

  private mutating func note(_ used: ObjectIdentifier) {
    guard let compiling else { return }
    users[used, default: []].append(compiling)
  }

  /// The functions that use a variable themselves, and the closures that they make.
  func functions(using variable: VariableSymbol) -> [CompiledFunction] {
    (users[ObjectIdentifier(variable)] ?? []).flatMap { function in
      [function] + (closures[ObjectIdentifier(function)] ?? [])
    }
  }

  /// The functions that need one of some variables, be it through others.
  func functions(needing variables: [VariableSymbol]) -> Set<ObjectIdentifier> {
    var result: Set<ObjectIdentifier> = []
    var pending = variables.map { ObjectIdentifier($0) }
    while let next = pending.popLast() {
      for user in users[next] ?? [] where result.insert(ObjectIdentifier(user)).inserted {
        pending.append(ObjectIdentifier(user))
      }
    }
    return result
  }
}
