internal import CellChecking
internal import CellSyntax

/// The closures that compiling cells again has made, by where they stand.
struct ClosureIndex {
  /// The numbers of the cells' texts.
  private(set) var numbers: [ObjectIdentifier: Int] = [:]
  private var byPlace: [DeclaredPlace: [CompiledFunction]] = [:]

  /// Adds a cell's text.
  mutating func add(_ source: SourceText, number: Int) {
    numbers[ObjectIdentifier(source)] = number
  }

  /// Adds what a compiler made.
  mutating func add(_ functions: [CompiledFunction]) {
    for function in functions {
      guard case .closure(let origin)? = function.origin,
        let place = DeclaredPlace(origin.source, origin.range, numbers)
      else { continue }
      byPlace[place, default: []].append(function)
    }
  }

  /// The closure that a key tells; the same code may have been lowered more than once.
  func find(_ key: ClosureKey) -> CompiledFunction? {
    byPlace[key.place]?.first { function in
      guard case .closure(let origin)? = function.origin else { return false }
      return ClosureKey(origin, function, at: key.place) == key
    }
  }
}

extension ClosureKey {
  fileprivate init(
    _ origin: ClosureOrigin, _ function: CompiledFunction, at place: DeclaredPlace
  ) {
    root =
      switch origin.root {
      case .cell: .cell
      case .function(let reference): .function(reference)
      case .allocator(let type): .allocator(type)
      }
    self.place = place
    name = origin.name
    parameters = origin.parameters.map(LooseType.init)
    result = LooseType(origin.result)
    captures = origin.captures.map {
      Capture(name: $0.name, type: LooseType($0.type), isBoxed: $0.isBoxed)
    }
    slotCount = function.slotCount
    registerCount = function.registerCount
  }
}
