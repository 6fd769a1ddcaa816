internal import CellChecking

/// What host code asks of a cell.
extension Machine: ClosureCaller {
  func keepResult() { isResultKept = true }

  func call(_ function: Value, _ arguments: [Value]) throws -> Value {
    guard case .function(let type) = function.type else {
      throw HostCallError.notAFunction(function.typeName)
    }
    guard type.parameters.count == arguments.count else {
      throw HostCallError.argumentCount(expected: type.parameters.count, got: arguments.count)
    }
    let data = zip(arguments, type.parameters).map { adapt($0, to: $1.type) }
    return Value(try call(function.datum, data, at: nil), type.result)
  }

  /// A value that host code made, in the form that a type wants.
  func adapt(_ value: Value, to type: Type) -> Datum {
    if case .existential = type {
      if case .existential = value.type { return value.datum }
      return erase(value.datum, resolved(value.type))
    }
    if let wrapped = type.optionalWrapped {
      if value.type.isOptional {
        guard let inner = value.unwrapped else { return .none }
        return adapt(inner, to: wrapped).wrapped(ifOptional: wrapped)
      }
      return adapt(value, to: wrapped).wrapped(ifOptional: wrapped)
    }
    switch (type.scalarKind, value.datum) {
    case (.floating, .int(let number)): return .double(Double(number))
    case (.floating, .double(let number)):
      return .double(type == .float ? Double(Float(number)) : number)
    default: return adaptParts(of: value, to: type)
    }
  }

  /// A collection or tuple with each part in the form that a type wants; other values as they are.
  private func adaptParts(of value: Value, to type: Type) -> Datum {
    if let element = type.arrayElement {
      // Arrays that are right as they are are not looked at: they may have millions of elements.
      switch (element.arrayStorage, value.datum) {
      case (.ints, .ints), (.doubles, .doubles), (.bools, .bools): return value.datum
      case (_, .values) where element == .string && value.type.arrayElement == .string:
        return value.datum
      default: break
      }
      if let elements = value.elements {
        return .array(elements.map { adapt($0, to: element) }, of: element)
      }
    }
    if case .tuple(let parts) = type, case .tuple(let object) = value.datum,
      case .tuple(let own) = value.type, own.count == parts.count
    {
      return .tuple(
        TupleObject(
          zip(zip(object.elements, own), parts).map { adapt(Value($0.0, $0.1.type), to: $1.type) }))
    }
    if let types = type.dictionaryTypes, let pairs = value.pairs {
      let table = DictionaryObject()
      for pair in pairs {
        // Keys that the program compares itself are not made by host code.
        table.set(adapt(pair.key, to: types.key), to: adapt(pair.value, to: types.value))
      }
      return .dictionary(table)
    }
    return value.datum
  }

  func resolved(_ type: Type) -> Type {
    type.mapLeaves { leaf in
      if case .unresolved(let name) = leaf {
        for case .type(let nominal) in compiler.library.symbols(named: name) {
          return .nominal(nominal, [])
        }
      }
      return nil
    }
  }
}
