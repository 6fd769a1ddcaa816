internal import CellChecking
internal import CellSyntax

/// Values of scalars that lie in registers field by field.
extension Lowerer {
  /// Where a record is: a variable, or a part of one.
  struct RecordHome {
    var first: Int
    var layout: RegisterLayout
  }

  /// How a type lies in registers; `nil` when its values are boxed, or scalars.
  func layout(of type: Type) -> RegisterLayout? {
    if let known = layouts[type] { return known }
    // A struct that has itself in it, by mistake, has no layout.
    layouts.updateValue(nil, forKey: type)
    let new = makeLayout(of: type)
    layouts[type] = new
    return new
  }

  private func makeLayout(of type: Type) -> RegisterLayout? {
    switch type {
    case .tuple(let elements):
      guard elements.count <= RegisterLayout.widest else { return nil }
      return parts(elements.map(\.type)).flatMap { RegisterLayout($0, type: nil) }
    case .nominal(let nominal, _):
      guard nominal.kind == .structure, type.scalarKind == nil else { return nil }
      let stored = compiler.storedProperties(of: type)
      guard stored.count <= RegisterLayout.widest, !stored.contains(where: \.property.isLazy)
      else { return nil }
      return parts(stored.map(\.type)).flatMap {
        RegisterLayout($0, type: program.typeObject(type))
      }
    default: return nil
    }
  }

  private func parts(_ types: [Type]) -> [RegisterLayout.Part]? {
    var parts: [RegisterLayout.Part] = []
    for type in types {
      if let kind = type.scalarKind {
        parts.append(.scalar(kind))
      } else if let layout = layout(of: type) {
        parts.append(.record(layout))
      } else {
        return nil
      }
    }
    return parts
  }

  /// How a value of a type travels.
  func passing(_ type: Type) -> Passing {
    if let kind = type.scalarKind { return .scalar(kind) }
    return layout(of: type).map { .record($0) } ?? .boxed
  }

  /// How a parameter does.
  func passing(_ parameter: VariableSymbol) -> Passing {
    parameter.isInout || parameter.isBoxed ? .boxed : passing(final(parameter.type))
  }

  /// The registers of an expression that is a record in some.
  func record(of expression: TypedExpression) -> RecordHome? {
    switch expression.kind {
    case .variable(let symbol): return record(of: symbol)
    case .reinterpret(let base): return record(of: base)
    case .field(let base, let index), .tupleElement(let base, let index):
      guard let home = record(of: base), case .record(let layout) = home.layout.parts[index]
      else { return nil }
      return RecordHome(first: home.first + home.layout.offsets[index], layout: layout)
    default: return nil
    }
  }

  /// The register of an expression that is a scalar in one: a variable, or a field of a record.
  func register(of expression: TypedExpression) -> Int? {
    switch expression.kind {
    case .variable(let symbol): return register(of: symbol)?.index
    case .field(let base, let index), .tupleElement(let base, let index):
      guard let home = record(of: base), case .scalar = home.layout.parts[index] else {
        return nil
      }
      return home.first + home.layout.offsets[index]
    default: return nil
    }
  }

  /// How a variable lies in registers; `nil` when it does not.
  func layout(of symbol: VariableSymbol) -> RegisterLayout? {
    guard case .local = symbol.storage, !symbol.isCaptured, !symbol.isInout, !symbol.isFunction,
      symbol.hasInitialValue || symbol === function.returnsSelf,
      let layout = layout(of: final(symbol.type)), !boxedUses.contains(symbol)
    else { return nil }
    return layout
  }
}
