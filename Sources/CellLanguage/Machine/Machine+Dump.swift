extension Machine {
  /// A value as `dump` shows it: one line for each part, further in for parts of parts.
  func dump(_ datum: Datum, _ type: Type) throws -> String {
    var text = ""
    try dump(datum, type, label: nil, depth: 0, to: &text)
    return text
  }

  private func dump(
    _ datum: Datum, _ type: Type, label: String?, depth: Int, to text: inout String
  ) throws {
    try checkStack(at: nil)
    var (datum, type) = (datum, type)
    if case .existential = type {
      let opened = open(datum)
      datum = opened.value
      type = opened.type.type
    }
    let parts = try dumpedParts(datum, type)
    let blanks = String(repeating: " ", count: depth * 2)
    let name = label.map { "\($0): " } ?? ""
    text += "\(blanks)\(parts.children.isEmpty ? "-" : "▿") \(name)\(parts.title)\n"
    for child in parts.children {
      try dump(child.value, child.type, label: child.label, depth: depth + 1, to: &text)
    }
  }

  private struct DumpedParts {
    var title: String
    var children: [(label: String?, value: Datum, type: Type)] = []
  }

  private func dumpedParts(_ datum: Datum, _ type: Type) throws -> DumpedParts {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    if let wrapped = type.optionalWrapped {
      guard let inner = datum.unwrapped else { return DumpedParts(title: "nil") }
      return DumpedParts(
        title: try describe(datum, type, debug: true), children: [("some", inner, wrapped)])
    }
    switch datum {
    case .ints, .doubles, .bools, .values:
      let element = type.arrayElement ?? .any
      let elements = datum.arrayElements ?? []
      return DumpedParts(
        title: count(elements.count, "element"), children: elements.map { (nil, $0, element) })
    case .tuple(let object):
      guard case .tuple(let types) = type else { break }
      return DumpedParts(
        title: "(\(count(types.count, "element")))",
        children: zip(types, object.elements).enumerated().map {
          ($1.0.label ?? ".\($0)", $1.1, $1.0.type)
        })
    case .structure(let object):
      return DumpedParts(
        title: current(object.type).isDescribed
          ? try describe(datum, type, debug: true) : object.type.type.reflectedName,
        children: zip(object.type.fieldNames, zip(object.fields, object.type.fieldTypes)).map {
          ($0, $1.0, $1.1)
        })
    case .instance(let object):
      return DumpedParts(
        title: try describe(datum, type, debug: true) + " #0",
        children: zip(object.type.fieldNames, zip(object.fields, object.type.fieldTypes)).map {
          ($0, $1.0, $1.1)
        })
    default: break
    }
    return DumpedParts(title: try describe(datum, type, debug: true))
  }
}
