internal import Allowances
internal import CellChecking
internal import CellSyntax
internal import Parallelism
internal import Synchronization

/// A machine that helps another: it calls functions of the same cell, one after another, each on
/// copies of all that it could change.
final class Worker: @unchecked Sendable {
  // Used by one thread at a time: whoever took it from those that have nothing to do.

  let machine: Machine
  private let variables: SharedVariables
  /// The piece of work that it does.
  private let piece = Piece()

  /// Which piece of work a worker does, as its machine asks from time to time.
  private final class Piece: Sendable {
    let number = Atomic(0)
  }

  init(_ machine: Machine, _ variables: SharedVariables, _ failure: Failure) {
    self.variables = variables
    self.machine = Machine(helping: machine, variables: variables.values) { [piece] in
      failure.precedes(piece.number.load(ordering: .relaxed))
    }
  }

  deinit {
    machine.graveyard.isOpen = false
    machine.stack.freeFrames()
  }

  /// Does something as a piece of shared work, within what the cell may use up.
  func doing<R>(_ number: Int, _ body: () throws -> R) rethrows -> R {
    piece.number.store(number, ordering: .relaxed)
    return try Allowance.$current.withValue(machine.allowance) {
      try ConcurrentWork.$isShared.withValue(true) {
        try ConcurrentWork.$piece.withValue(number, operation: body)
      }
    }
  }

  /// The closure that a value is.
  func object(_ function: Datum) throws -> ClosureObject {
    guard case .closure(let object) = function else {
      throw Fault("call of a function that is not there yet", at: nil)
    }
    return object
  }

  /// Calls a function on copies of itself, of its arguments and of the variables of the cells.
  ///
  /// A change of what is copied would be lost, and is a fault; but for instances among the arguments,
  /// where these may be changed: they may be returned.
  func call(
    _ function: ClosureObject, _ arguments: [Datum], mayChangeArguments: Bool = false,
    random: CellRandom, console: any Console
  ) throws -> Datum {
    machine.console = console
    machine.random = random
    // What copies let go of is nobody's end.
    machine.graveyard.isOpen = false
    var copier = GraphCopier(machine.graveyard, lowestStack: machine.lowestStack)
    let data = arguments.map { copier.copy($0) }
    let own = mayChangeArguments ? Set(copier.copiedInstances.map(ObjectIdentifier.init)) : []
    let ownBoxes = Set(copier.copiedBoxes.map(ObjectIdentifier.init))
    let captures = function.captures.map { copier.copy($0) }
    let boxes = copier.copiedBoxes.filter { !ownBoxes.contains(ObjectIdentifier($0)) }
      .map { (box: $0, value: $0.value) }
    let expected = variables.place(in: machine, &copier)
    let instances = copier.copiedInstances.filter { !own.contains(ObjectIdentifier($0)) }
      .map { (instance: $0, fields: $0.fields) }
    machine.graveyard.isOpen = true
    defer { variables.remove(from: machine) }
    let result = try machine.call(function.function, data, captures: captures, at: nil)
    try machine.bury(at: nil)
    if let name = variables.firstChanged(in: machine, expected) {
      throw Fault.mutation("var '\(name)'", at: function.function.origin?.site)
    }
    if let changed = boxes.first(where: { !$0.value.isSame(as: $0.box.value) }) {
      throw Fault.mutation(
        function.captureName(changed.box, in: captures), at: function.function.origin?.site)
    }
    let changed = instances.first { instance, fields in
      !zip(instance.fields, fields).allSatisfy { $0.isSame(as: $1) }
    }
    if let changed {
      throw Fault.mutation(
        "an instance of '\(changed.instance.type.type)'",
        at: function.function.origin?.site)
    }
    return machine.leaving(result)
  }
}

extension Machine {
  /// Whether it runs functions of the cell of another.
  var isHelping: Bool { isStopped != nil }

  /// A result for the machine that is helped: its instances end there and not here.
  fileprivate func leaving(_ result: Datum) -> Datum {
    guard hasDeinitializers else { return result }
    defer { graveyard.isOpen = true }
    graveyard.isOpen = false
    var copier = GraphCopier(helpedGraveyard ?? graveyard, lowestStack: lowestStack)
    return copier.copy(result)
  }
}

extension ClosureObject {
  /// What the source calls the variable in a box, for a message.
  fileprivate func captureName(_ box: Box, in captures: [Datum]) -> String {
    let index = captures.firstIndex { if case .box(box) = $0 { true } else { false } }
    if let index, case .closure(let origin)? = function.origin,
      origin.captures.indices.contains(index)
    {
      return "captured var '\(origin.captures[index].name)'"
    }
    return "a captured var"
  }
}

// MARK: - Messages

extension Fault {
  /// Says that concurrent work changed what it only has a copy of.
  fileprivate static func mutation(_ what: String, at site: Site?) -> Fault {
    Fault(
      "mutation of \(what) in concurrently-executing code: each call has a copy, which would be "
        + "lost; return what is to be kept", at: site)
  }
}

extension FunctionOrigin {
  /// Where the function stands.
  fileprivate var site: Site {
    switch self {
    case .function(let reference):
      Site(reference.symbol.declaration.range, reference.symbol.context.source)
    case .closure(let origin): Site(origin.range, origin.source)
    }
  }
}

extension Box {
  fileprivate static func ~= (lhs: Box, rhs: Box) -> Bool { lhs === rhs }
}
