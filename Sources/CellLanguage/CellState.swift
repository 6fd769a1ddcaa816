internal import CellChecking

/// Everything that the cells run so far have defined.
///
/// A value: keeping a copy is keeping a snapshot, and running a cell from a copy never changes another.
/// Copying costs nothing; a run copies the variables once, and the instances of classes that they lead
/// to as the graph they form.
public struct CellState: Sendable {
  var environment = Environment()
  var compiled = CompiledCode()
  /// The variables of all cells.
  var globals: [Datum] = []
  /// What random numbers go on from; nil while none were drawn, and the seed starts them.
  var random: CellRandom?

  /// A state in which nothing is defined but the library.
  public init() {}
}

/// Copies values so that changes through references do not show in the original.
struct GraphCopier {
  /// Where the copies are noted when they end.
  let graveyard: Graveyard
  private var instances: [ObjectIdentifier: InstanceObject] = [:]
  private var boxes: [ObjectIdentifier: Box] = [:]
  /// References whose copies still hold what the originals do.
  private var unfinished: [Reference] = []
  private let lowestStack: UInt
  /// How many more values are looked at.
  private var budget: Int
  /// Whether there were more values than were to be looked at; then what was copied is of no use.
  var isExhausted: Bool { budget < 0 }

  /// Whether there was an instance or a box, or a weak reference to one.
  private(set) var hasMetReference = false
  /// The copies of boxes.
  var copiedBoxes: [Box] { Array(boxes.values) }
  /// The copies of instances.
  var copiedInstances: [InstanceObject] { Array(instances.values) }

  private enum Reference {
    case instance(InstanceObject, InstanceObject)
    case box(Box, Box)
  }

  init(_ graveyard: Graveyard, lowestStack: UInt, budget: Int = .max) {
    self.graveyard = graveyard
    self.lowestStack = lowestStack
    self.budget = budget
  }

  /// The variables of the cells, whose references lead to copies.
  mutating func copy(_ globals: [Datum], _ compiled: CompiledCode) -> [Datum] {
    globals.indices.map { compiled.mayHoldReferences[$0] ? copy(globals[$0]) : globals[$0] }
  }

  /// A value whose references lead to copies.
  mutating func copy(_ datum: Datum) -> Datum {
    let result = visit(datum)
    // Graphs are followed here and not by recursion: a list may have a million nodes.
    while let next = unfinished.popLast() {
      switch next {
      case .instance(let old, let new): new.fields = old.fields.map { visit($0) }
      case .box(let old, let new): new.value = visit(old.value)
      }
    }
    return result
  }

  private mutating func visit(_ datum: Datum) -> Datum {
    guard datum.mayHoldReferences, stackPosition() > lowestStack else { return datum }
    budget -= 1 + datum.partCount
    guard budget >= 0 else { return datum }
    switch datum {
    case .instance(let object): return .instance(visit(object))
    case .box(let box):
      hasMetReference = true
      if let known = boxes[ObjectIdentifier(box)] { return .box(known) }
      let new = Box(.void)
      boxes[ObjectIdentifier(box)] = new
      unfinished.append(.box(box, new))
      return .box(new)
    case .closure(let object):
      guard !object.captures.isEmpty else { return datum }
      return .closure(ClosureObject(object.function, object.captures.map { visit($0) }))
    case .values(let values):
      guard values.contains(where: \.mayHoldReferences) else { return datum }
      return .values(values.map { visit($0) })
    case .tuple(let object):
      guard object.elements.contains(where: \.mayHoldReferences) else { return datum }
      return .tuple(TupleObject(object.elements.map { visit($0) }))
    case .structure(let object):
      guard object.fields.contains(where: \.mayHoldReferences) else { return datum }
      return .structure(StructObject(object.type, object.fields.map { visit($0) }))
    case .enumeration(let object):
      guard object.payload.contains(where: \.mayHoldReferences) else { return datum }
      return .enumeration(EnumObject(object.type, object.index, object.payload.map { visit($0) }))
    case .dictionary(let table): return .dictionary(table.mapped { visit($0) })
    case .set(let table): return .set(table.mapped { visit($0) })
    case .some(let object): return .some(SomeObject(visit(object.value)))
    case .erased(let object): return .erased(ErasedObject(object.type, visit(object.value)))
    case .weak(let object):
      hasMetReference = true
      return .weak(WeakObject(object.instance.map { visit($0) }))
    default: return datum
    }
  }

  private mutating func visit(_ object: InstanceObject) -> InstanceObject {
    hasMetReference = true
    if let known = instances[ObjectIdentifier(object)] { return known }
    let new = object.copy(object.type.deinitializers.isEmpty ? nil : graveyard)
    instances[ObjectIdentifier(object)] = new
    unfinished.append(.instance(object, new))
    return new
  }
}

extension Datum {
  /// How many values there are to look at, where these may be many.
  fileprivate var partCount: Int {
    switch self {
    case .values(let values): values.count
    case .dictionary(let table), .set(let table): table.count
    default: 0
    }
  }

  fileprivate var mayHoldReferences: Bool {
    switch self {
    case .void, .none, .bool, .int, .double, .string, .character, .ints, .doubles, .bools, .host,
      .metatype, .stringIndex, .substring:
      false
    default: true
    }
  }
}
