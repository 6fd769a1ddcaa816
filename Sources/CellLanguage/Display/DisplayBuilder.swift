internal import CellChecking

/// Makes of a value what is shown of it: so much that one sees what it is, and never more than a
/// screen or two, however large it is.
struct DisplayBuilder {
  /// Knows what the program says about showing its values; `nil` for values that host code looks at.
  let machine: Machine?
  /// How many values may still be shown.
  private var budget = 500
  /// Instances that are being shown around the place.
  private var around: Set<ObjectIdentifier> = []

  init(_ machine: Machine?) { self.machine = machine }

  private static let deepest = 6

  /// What is shown of a value, inside so many others.
  mutating func tree(_ datum: Datum, _ type: Type, depth: Int = 0) throws -> DisplayTree {
    budget -= 1
    guard budget >= 0, depth <= Self.deepest else { return .text("…") }
    try machine?.checkStack(at: nil)
    if let wrapped = type.optionalWrapped {
      guard let inner = datum.unwrapped else { return .text("nil") }
      return try tree(inner, wrapped, depth: depth)
    }
    if case .existential = type, let machine {
      let (object, value) = machine.open(datum)
      if case .existential = object.type {
      } else {
        return try tree(value, object.type, depth: depth)
      }
    }
    if let own = try machine?.ownDisplay(datum) { return .text(shortened(own, depth)) }
    return try standardTree(datum, type, depth)
  }

  /// What is shown of a value of which the program does not say it.
  private mutating func standardTree(
    _ datum: Datum, _ type: Type, _ depth: Int
  ) throws -> DisplayTree {
    switch datum {
    case .void: return .text("()")
    case .none: return .text("nil")
    case .bool(let value): return .text(value ? "true" : "false")
    case .int(let value):
      let isUnsigned = type.integerWidth.map { !$0.isSigned } ?? false
      return .number(isUnsigned ? String(UInt(bitPattern: value)) : String(value))
    case .double(let value):
      return .number(type == .float ? Float(value).description : value.description)
    case .string, .character, .substring: return .text(quoted(datum.text ?? "", depth))
    case .ints, .doubles, .bools, .values: return try array(datum, type.arrayElement ?? .any, depth)
    case .set(let table): return try set(table, type.setElement ?? .any, depth)
    case .dictionary(let table):
      return try dictionary(table, type.dictionaryTypes ?? (.any, .any), depth)
    case .tuple(let object): return try tuple(object, type, depth)
    case .structure(let object): return try structure(object, depth)
    case .enumeration(let object): return try enumeration(object, depth)
    case .instance(let object): return try instance(object, depth)
    case .closure: return .text("\(type)")
    case .host(let box): return .text(shortened(box.value.displayText, depth))
    case .some(let object):
      return try tree(object.value, type.optionalWrapped ?? .any, depth: depth)
    case .erased(let object): return try tree(object.value, object.type.type, depth: depth)
    case .metatype(let object): return .text("\(object.type).self")
    case .box(let box): return try tree(box.value, type, depth: depth)
    case .stringIndex(let index): return .text("\(index)")
    case .weak(let object):
      guard let instance = object.instance else { return .text("nil") }
      return try tree(.instance(instance), type, depth: depth)
    }
  }

  // MARK: - Texts

  private func quoted(_ text: String, _ depth: Int) -> String {
    let limit = depth == 0 ? 2_000 : 200
    guard text.utf8.count > limit, text.count > limit else { return text.debugDescription }
    let head = String(text.prefix(limit * 3 / 4)).debugDescription
    let tail = String(text.suffix(limit / 8)).debugDescription
    return "\(head) … \(tail) (\(text.count) characters)"
  }

  private func shortened(_ text: String, _ depth: Int) -> String {
    let limit = depth == 0 ? 8_000 : 1_000
    guard text.utf8.count > limit, text.count > limit else { return text }
    return "\(text.prefix(limit * 3 / 4)) … \(text.suffix(limit / 8)) (\(text.count) characters)"
  }

  // MARK: - Collections

  /// How many elements are shown of so many: all, or the first and the last ones.
  private func shown(of count: Int, _ depth: Int) -> (head: Int, tail: Int)? {
    let (limit, head, tail) = depth == 0 ? (100, 20, 5) : depth == 1 ? (24, 6, 3) : (10, 4, 2)
    return count <= limit && count <= max(8, budget) ? nil : (head, tail)
  }

  /// The parts of a collection of so many.
  private mutating func parts(
    _ count: Int, _ depth: Int, _ part: (inout Self, Int) throws -> DisplayTree.Part
  ) throws -> (parts: [DisplayTree.Part], isWhole: Bool) {
    guard let (head, tail) = shown(of: count, depth) else {
      return (try (0..<count).map { try part(&self, $0) }, true)
    }
    let before = try (0..<head).map { try part(&self, $0) }
    let after = try ((count - tail)..<count).map { try part(&self, $0) }
    return (before + [DisplayTree.Part(.text("…"))] + after, false)
  }

  private func group(
    _ open: String, _ parts: (parts: [DisplayTree.Part], isWhole: Bool), _ close: String,
    _ count: Int, _ style: DisplayTree.Group.Style = .elements
  ) -> DisplayTree {
    .group(
      DisplayTree.Group(
        open: open, parts: parts.parts, close: close, style: style,
        note: parts.isWhole ? nil : "(\(count) elements)"))
  }

  private mutating func array(_ datum: Datum, _ element: Type, _ depth: Int) throws -> DisplayTree {
    let count = datum.elementCount
    let parts = try parts(count, depth) { builder, index in
      DisplayTree.Part(try builder.tree(datum.element(index), element, depth: depth + 1))
    }
    return group("[", parts, "]", count)
  }

  private mutating func set(
    _ table: DictionaryObject, _ element: Type, _ depth: Int
  ) throws -> DisplayTree {
    let pairs = table.pairs
    let parts = try parts(pairs.count, depth) { builder, index in
      DisplayTree.Part(try builder.tree(pairs[index].key, element, depth: depth + 1))
    }
    return group("Set([", parts, "])", pairs.count)
  }

  private mutating func dictionary(
    _ table: DictionaryObject, _ types: (key: Type, value: Type), _ depth: Int
  ) throws -> DisplayTree {
    let pairs = table.pairs
    guard !pairs.isEmpty else { return .text("[:]") }
    let parts = try parts(pairs.count, depth) { builder, index in
      let key = try builder.tree(pairs[index].key, types.key, depth: depth + 1)
      let value = try builder.tree(pairs[index].value, types.value, depth: depth + 1)
      return DisplayTree.Part(value, label: key.text(width: .max / 2) + ": ")
    }
    return group("[", parts, "]", pairs.count)
  }

  // MARK: - Types of the program

  private mutating func fields(
    _ values: [Datum], _ labels: [String?], _ types: [Type], _ depth: Int
  ) throws -> [DisplayTree.Part] {
    try values.indices.map { index in
      let type = index < types.count ? types[index] : .any
      let label = index < labels.count ? labels[index] : nil
      // A lazy property that nobody has asked for has no value.
      var tree = DisplayTree.text("…")
      if case .void = values[index], !type.isVoid {
      } else {
        tree = try self.tree(values[index], type, depth: depth + 1)
      }
      return DisplayTree.Part(tree, label: label.map { "\($0): " } ?? "")
    }
  }

  private func fieldGroup(_ name: String, _ parts: [DisplayTree.Part]) -> DisplayTree {
    let limit = 60
    guard parts.count > limit else { return group("\(name)(", (parts, true), ")", 0, .fields) }
    let shown = parts.prefix(limit) + [DisplayTree.Part(.text("…"))]
    return .group(
      DisplayTree.Group(
        open: "\(name)(", parts: Array(shown), close: ")", style: .fields,
        note: "(\(parts.count) properties)"))
  }

  private mutating func tuple(
    _ object: TupleObject, _ type: Type, _ depth: Int
  ) throws -> DisplayTree {
    guard case .tuple(let elements) = type else { return .text("()") }
    return fieldGroup(
      "",
      try fields(object.elements, elements.map(\.label), elements.map(\.type), depth))
  }

  private mutating func structure(_ object: StructObject, _ depth: Int) throws -> DisplayTree {
    let type = object.type.type
    let nominal = type.nominal
    if nominal === Nominal.range || nominal === Nominal.closedRange, object.fields.count == 2 {
      let bound = type.arguments.first ?? .any
      let ends = try object.fields.map { try tree($0, bound, depth: depth + 1).text(width: 200) }
      return .text(ends.joined(separator: nominal === Nominal.range ? "..<" : "..."))
    }
    return fieldGroup(
      type.unqualifiedName,
      try fields(object.fields, object.type.fieldNames, object.type.fieldTypes, depth))
  }

  private mutating func enumeration(_ object: EnumObject, _ depth: Int) throws -> DisplayTree {
    let layout = object.type.cases[object.index]
    let owner = depth == 0 ? object.type.type.unqualifiedName : ""
    guard !object.payload.isEmpty else { return .text("\(owner).\(layout.name)") }
    return fieldGroup(
      "\(owner).\(layout.name)", try fields(object.payload, layout.labels, layout.types, depth))
  }

  private mutating func instance(_ object: InstanceObject, _ depth: Int) throws -> DisplayTree {
    let name = object.type.type.unqualifiedName
    let id = ObjectIdentifier(object)
    // The instance leads back to itself.
    guard around.insert(id).inserted else { return .text("\(name)(… cycle)") }
    defer { around.remove(id) }
    return fieldGroup(
      name, try fields(object.fields, object.type.fieldNames, object.type.fieldTypes, depth))
  }
}
