internal import CellChecking

extension Value {
  /// Returns the same value with each host value in it replaced by another of its type.
  ///
  /// Looked through are arrays, dictionaries (in the order of their keys' texts), tuples, the stored
  /// properties of structs, payloads of enumerations and optionals; not instances of classes, which
  /// are not values, and not what a closure has captured. All else is carried along.
  ///
  /// - Parameter transform: Is given where in the value a host value stands, as `layers.0.weights`,
  ///   empty where it is all of it.
  public func replacingHosts<Failure: Error>(
    _ transform: (_ path: String, any HostValue) throws(Failure) -> any HostValue
  ) throws(Failure) -> Value {
    Value(try datum.replacingHosts("", type, transform), type)
  }

  /// Whether an instance of a class is among the parts that ``replacingHosts(_:)`` looks through.
  public var holdsInstances: Bool { datum.holdsInstances }

  /// The value in the place of `any P`, where this is one that tells its own type.
  public var typeNameInside: String {
    switch datum {
    case .structure(let object): object.type.type.description
    case .erased(let object): object.type.type.description
    default: typeName
    }
  }
}

extension Datum {
  fileprivate func replacingHosts<Failure: Error>(
    _ path: String, _ type: Type?,
    _ transform: (String, any HostValue) throws(Failure) -> any HostValue
  ) throws(Failure) -> Datum {
    switch self {
    case .host(let box):
      return .host(HostBox(try transform(path, box.value)))
    case .values(let elements):
      let element = type?.arrayElement
      return .values(try elements.replacingHosts(path, { _ in element }, transform))
    case .tuple(let object):
      var types: [TupleElement] = []
      if case .tuple(let elements)? = type { types = elements }
      let parts = try object.elements.replacingHosts(
        path, { types.ifAny($0)?.type }, named: { types.ifAny($0)?.label }, transform)
      return .tuple(TupleObject(parts))
    case .structure(let object):
      let (names, types) = (object.type.fieldNames, object.type.fieldTypes)
      let parts = try object.fields.replacingHosts(
        path, { types.ifAny($0) }, named: { names.ifAny($0) }, transform)
      return .structure(StructObject(object.type, parts))
    case .enumeration(let object):
      let parts = try object.payload.replacingHosts(path, { _ in nil }, transform)
      return .enumeration(EnumObject(object.type, object.index, parts))
    case .dictionary(let table):
      return .dictionary(
        try table.replacingValues { (key, value) throws(Failure) in
          try value.replacingHosts(
            path.appending(key.text ?? ""), type?.dictionaryTypes?.value, transform)
        })
    case .some(let object):
      return .some(
        SomeObject(try object.value.replacingHosts(path, type?.optionalWrapped, transform)))
    case .erased(let object):
      return .erased(
        ErasedObject(
          object.type, try object.value.replacingHosts(path, object.type.type, transform)))
    case .void, .none, .bool, .int, .double, .string, .character, .ints, .doubles, .bools, .set,
      .instance, .closure, .metatype, .box, .stringIndex, .substring, .weak:
      return self
    }
  }

  fileprivate var mayHoldHosts: Bool {
    switch self {
    case .host, .values, .tuple, .structure, .enumeration, .dictionary, .some, .erased: true
    default: false
    }
  }

  fileprivate var holdsInstances: Bool {
    switch self {
    case .instance, .weak: true
    case .values(let parts): parts.contains(where: \.holdsInstances)
    case .tuple(let object): object.elements.contains(where: \.holdsInstances)
    case .structure(let object): object.fields.contains(where: \.holdsInstances)
    case .enumeration(let object): object.payload.contains(where: \.holdsInstances)
    case .dictionary(let table): table.pairs.contains { $0.value.holdsInstances }
    case .some(let object): object.value.holdsInstances
    case .erased(let object): object.value.holdsInstances
    default: false
    }
  }
}

extension [Datum] {
  /// The parts of a value by their types and their names, those of unnamed ones being their numbers.
  fileprivate func replacingHosts<Failure: Error>(
    _ path: String, _ type: (Int) -> Type?, named name: (Int) -> String? = { _ in nil },
    _ transform: (String, any HostValue) throws(Failure) -> any HostValue
  ) throws(Failure) -> [Datum] {
    var result: [Datum] = []
    result.reserveCapacity(count)
    for (index, part) in enumerated() {
      let path = part.mayHoldHosts ? path.appending(name(index) ?? "\(index)") : ""
      result.append(try part.replacingHosts(path, type(index), transform))
    }
    return result
  }
}

extension DictionaryObject {
  /// A table with other values under the same keys, replaced in the order of the keys' texts.
  fileprivate func replacingValues<Failure: Error>(
    _ transform: (_ key: Datum, _ value: Datum) throws(Failure) -> Datum
  ) throws(Failure) -> DictionaryObject {
    let result = DictionaryObject(copying: self)
    let places = entries.indices.filter { entries[$0].isLive }
      .map { (text: entries[$0].key.text ?? "", place: $0) }
      .sorted { ($0.text, $0.place) < ($1.text, $1.place) }
    for (_, place) in places {
      result.put(try transform(entries[place].key, entries[place].value), at: place)
    }
    return result
  }
}

extension Array {
  /// The element at an index, where there is one.
  fileprivate func ifAny(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension String {
  /// A path with one more name.
  fileprivate func appending(_ name: String) -> String {
    isEmpty ? name : name.isEmpty ? self : "\(self).\(name)"
  }
}
