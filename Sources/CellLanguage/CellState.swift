/// Everything that the cells run so far have defined.
///
/// A value: keeping a copy is keeping a snapshot, and running a cell from a copy never changes another.
/// Copying costs nothing; a run copies the variables once, and the instances of classes that they lead
/// to as the graph they form.
public struct CellState: Sendable {
  var environment = Environment()
  /// The variables of all cells.
  var globals: [Datum] = []

  /// A state in which nothing is defined but the library.
  public init() {}
}

/// Copies values so that changes through references do not show in the original.
struct GraphCopier {
  private var instances: [ObjectIdentifier: InstanceObject] = [:]
  private var boxes: [ObjectIdentifier: Box] = [:]

  mutating func copy(_ datum: Datum) -> Datum {
    switch datum {
    case .instance(let object): return .instance(copy(object))
    case .box(let box):
      if let known = boxes[ObjectIdentifier(box)] { return .box(known) }
      let new = Box(.void)
      boxes[ObjectIdentifier(box)] = new
      new.value = copy(box.value)
      return .box(new)
    case .closure(let object):
      guard !object.captures.isEmpty else { return datum }
      return .closure(ClosureObject(object.function, object.captures.map { copy($0) }))
    case .values(let values):
      guard values.contains(where: \.mayHoldReferences) else { return datum }
      return .values(values.map { copy($0) })
    case .tuple(let object):
      guard object.elements.contains(where: \.mayHoldReferences) else { return datum }
      return .tuple(TupleObject(object.elements.map { copy($0) }))
    case .structure(let object):
      guard object.fields.contains(where: \.mayHoldReferences) else { return datum }
      return .structure(StructObject(object.type, object.fields.map { copy($0) }))
    case .enumeration(let object):
      guard object.payload.contains(where: \.mayHoldReferences) else { return datum }
      return .enumeration(EnumObject(object.type, object.index, object.payload.map { copy($0) }))
    case .dictionary(let table):
      let new = DictionaryObject()
      for pair in table.pairs { new.set(copy(pair.key), to: copy(pair.value)) }
      return .dictionary(new)
    case .some(let object): return .some(SomeObject(copy(object.value)))
    case .erased(let object): return .erased(ErasedObject(object.type, copy(object.value)))
    case .weak(let object): return .weak(WeakObject(object.instance.map { copy($0) }))
    default: return datum
    }
  }

  private mutating func copy(_ object: InstanceObject) -> InstanceObject {
    if let known = instances[ObjectIdentifier(object)] { return known }
    let new = InstanceObject(object.type, object.fields)
    instances[ObjectIdentifier(object)] = new
    new.fields = object.fields.map { copy($0) }
    return new
  }
}

extension Datum {
  fileprivate var mayHoldReferences: Bool {
    switch self {
    case .void, .none, .bool, .int, .double, .string, .character, .ints, .doubles, .host,
      .metatype, .stringIndex, .substring:
      false
    default: true
    }
  }
}
