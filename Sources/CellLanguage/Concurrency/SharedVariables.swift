internal import CellChecking

/// The variables of the cells as several machines start from them.
struct SharedVariables {
  /// What they are.
  let values: [Datum]
  /// Those that lead to instances of classes or to shared boxes, which each call copies.
  private let referring: [Int]
  /// Those that have a value and must keep it, with their names.
  private let named: [(index: Int, name: String)]
  /// Those that get their value when they are first used.
  private let empty: [Int]

  /// Takes the variables of a machine that stands still.
  init(_ machine: Machine) {
    let (compiled, values) = machine.program.lock.locked {
      machine.reserveGlobals()
      return (machine.program.compiled, machine.variables)
    }
    self.values = values
    var (referring, empty): ([Int], [Int]) = ([], [])
    var named: [(index: Int, name: String)] = []
    for (index, value) in values.enumerated() {
      if case .void = value {
        empty.append(index)
        continue
      }
      switch compiled.owners[index] {
      case .variable(let name, _): named.append((index, name))
      case .staticProperty(let key): named.append((index, key.property.name))
      case .lastValue: named.append((index, "_"))
      }
      guard compiled.mayHoldReferences[index] else { continue }
      let graveyard = Graveyard()
      graveyard.isOpen = false
      var copier = GraphCopier(graveyard, lowestStack: machine.lowestStack)
      _ = copier.copy(value)
      if copier.hasMetReference { referring.append(index) }
    }
    self.referring = referring
    self.named = named
    self.empty = empty
  }

  /// Gives a machine copies of the variables that lead to references; answers what it then has.
  func place(in machine: Machine, _ copier: inout GraphCopier) -> [Int: Datum] {
    guard !referring.isEmpty else { return [:] }
    var copies: [Int: Datum] = [:]
    for index in referring {
      let copy = copier.copy(values[index])
      machine.globals[index] = copy
      copies[index] = copy
    }
    return copies
  }

  /// The name of a variable that is not what it was.
  func firstChanged(in machine: Machine, _ copies: [Int: Datum]) -> String? {
    named.first { index, _ in
      !machine.globals[index].isSame(as: copies[index] ?? values[index])
    }?.name
  }

  /// Makes the variables what they were, whatever a call has left.
  func remove(from machine: Machine) {
    for (index, _) in named { machine.globals[index] = values[index] }
    for index in empty { machine.globals[index] = .void }
    for index in values.count..<max(values.count, machine.globals.count) {
      machine.globals[index] = .void
    }
  }
}
