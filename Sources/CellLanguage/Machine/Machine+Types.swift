internal import CellChecking
internal import CellSyntax

extension Machine {
  /// A type as the cells say it is now, when a value of it may have been made before an extension.
  @inline(__always)
  func current(_ type: TypeObject) -> TypeObject {
    hasOutdatedTypes ? newest(type) : type
  }

  @inline(never)
  private func newest(_ type: TypeObject) -> TypeObject {
    if let known = currentTypes[ObjectIdentifier(type)] { return known }
    let object = typeObject(type.type)
    currentTypes[ObjectIdentifier(type)] = object
    return object
  }

  /// The type at run time.
  func typeObject(_ type: Type) -> TypeObject {
    program.lock.locked { program.typeObject(type) }
  }

  /// The value as one of `any P`.
  func erase(_ datum: Datum, _ type: Type) -> Datum {
    type.tellsItself ? datum : .erased(ErasedObject(typeObject(type), datum))
  }

  /// The type of a value of `any P`, and the value in the form of that type.
  func open(_ datum: Datum) -> (type: TypeObject, value: Datum) {
    let type: Type
    switch datum {
    case .erased(let object): return (object.type, object.value)
    case .structure(let object): return (object.type, datum)
    case .enumeration(let object): return (object.type, datum)
    case .instance(let object): return (object.type, datum)
    case .int: type = .int
    case .double: type = .double
    case .bool: type = .bool
    case .string: type = .string
    case .character: type = .character
    case .substring: type = .nominal(.substring, [])
    case .host(let box): type = hostType(Swift.type(of: box.value).cellTypeName)
    default: type = .any
    }
    return (typeObject(type), datum)
  }

  private func hostType(_ name: String) -> Type {
    for case .type(let nominal) in compiler.library.symbols(named: name) {
      return .nominal(nominal, [])
    }
    return .unresolved(name)
  }

  /// The type that a value has when the program runs.
  func dynamicType(_ datum: Datum, _ type: Type) -> TypeObject {
    if case .existential = type { return open(datum).type }
    if type.isOptional { return typeObject(type) }
    switch datum {
    case .instance(let object): return object.type
    case .metatype(let object): return typeObject(.metatype(object.type))
    default: return typeObject(type)
    }
  }

  /// The value as one of another type; `nil` when it is not one.
  func cast(_ datum: Datum, from: Type, to: Type) throws -> Datum? {
    if from == to { return datum }
    if let wrapped = to.optionalWrapped {
      if from.isOptional, case .none = datum { return Datum.none }
      return try cast(datum, from: from, to: wrapped)?.wrapped(ifOptional: wrapped)
    }
    if let wrapped = from.optionalWrapped {
      guard let inner = datum.unwrapped else { return nil }
      return try cast(inner, from: wrapped, to: to)
    }
    if case .existential = from {
      let (object, value) = open(datum)
      if case .existential = object.type { return nil }
      return try cast(value, from: object.type, to: to)
    }
    if case .structure(let object) = datum, from.isAnyHashable, let base = object.fields.first {
      return try cast(base, from: .any, to: to)
    }
    if to.isAnyHashable {
      let canBeKey = program.lock.locked { compiler.conforms(from, to: "Hashable") }
      return canBeKey ? .structure(StructObject(typeObject(to), [erase(datum, from)])) : nil
    }
    if case .metatype(let wanted) = to, case .metatype(let object) = datum {
      return program.lock.locked { compiler.isKind(object.type, of: wanted) } ? datum : nil
    }
    if case .existential(let protocols) = to {
      let actual = dynamicType(datum, from).type
      let conforms = program.lock.locked {
        protocols.allSatisfy { compiler.conforms(actual, to: $0) }
      }
      return conforms ? erase(datum, from) : nil
    }
    if case .instance(let object) = datum {
      return program.lock.locked { compiler.isSubclass(object.type.type, of: to) } ? datum : nil
    }
    return try castElements(datum, from: from, to: to)
  }

  /// A collection as one of another type; `nil` when an element is not of the type wanted.
  private func castElements(_ datum: Datum, from: Type, to: Type) throws -> Datum? {
    if let a = from.arrayElement, let b = to.arrayElement, let elements = datum.arrayElements {
      var result: [Datum] = []
      for element in elements {
        guard let value = try cast(element, from: a, to: b) else { return nil }
        result.append(value)
      }
      return .array(result, of: b)
    }
    if let a = from.dictionaryTypes, let b = to.dictionaryTypes, case .dictionary(let table) = datum
    {
      let result = DictionaryObject()
      for pair in table.pairs {
        guard let key = try cast(pair.key, from: a.key, to: b.key),
          let value = try cast(pair.value, from: a.value, to: b.value)
        else { return nil }
        try store(value, for: key, in: result)
      }
      return .dictionary(result)
    }
    if let a = from.setElement, let b = to.setElement, case .set(let table) = datum {
      let result = DictionaryObject()
      for pair in table.pairs {
        guard let key = try cast(pair.key, from: a, to: b) else { return nil }
        try store(.void, for: key, in: result)
      }
      return .set(result)
    }
    return nil
  }
}

extension Compiler {
  /// Whether a type is another, is below it, or conforms to what it asks for.
  func isKind(_ type: Type, of other: Type) -> Bool {
    if case .existential(let protocols) = other {
      return protocols.allSatisfy { conforms(type, to: $0) }
    }
    return isSubclass(type, of: other)
  }
}

extension Type {
  /// Whether a value tells its type, so that it needs no wrapping in `any P`.
  var tellsItself: Bool {
    switch self {
    case .existential: return true
    case .nominal(let nominal, _):
      switch nominal {
      case .int, .double, .bool, .string, .character, .substring: return true
      case .array, .dictionary, .set, .optional, .float, .never, .stringIndex: return false
      default: return nominal.integerWidth == nil
      }
    default: return false
    }
  }
}
