internal import CellChecking
internal import CellSyntax

/// What programs ask of values and types themselves: their parts, their size, who else holds them.
enum ReflectionChunk {
  static let all: [LibraryChunk] = [
    .with("mirror", mirror, addMirror), .with("memory layout", layout, addLayout),
    .with("references", "func isKnownUniquelyReferenced<T>(_ object: inout T) -> Bool") { natives in
      natives.add("isKnownUniquelyReferenced(_:)") { call in
        var place = call.takeReceiver()
        defer { call[0] = place }
        guard case .instance(var object) = place else { return .bool(false) }
        place = .void
        defer { place = .instance(object) }
        return .bool(isKnownUniquelyReferenced(&object))
      }
    },
  ]

  private static let mirror = #"""
    struct Mirror: CustomStringConvertible {
      typealias Child = (label: String?, value: Any)
      enum DisplayStyle { case `struct`, `class`, `enum`, tuple, optional, collection, dictionary, set }
      let children: [(label: String?, value: Any)]
      let subjectType: Any.Type
      let displayStyle: DisplayStyle?
      let _name: String
      let _subject: Any
      let _counts: [Int]
      init(_above other: Mirror) {
        let counts = Array(other._counts.dropFirst())
        let all = Array(_children(other._subject)[..<counts[0]])
        self._subject = other._subject
        self._counts = counts
        self.children = counts.count > 1 ? Array(all[counts[1]...]) : all
        self.subjectType = _superclass(other.subjectType)
        self.displayStyle = .class
        self._name = other._name
      }
      init(reflecting subject: Any) {
        let counts = _fieldCounts(subject)
        let all = _children(subject)
        self._subject = subject
        self._counts = counts
        self.children = counts.count > 1 ? Array(all[counts[1]...]) : all
        self.subjectType = type(of: subject)
        self._name = String(describing: type(of: subject))
        switch _displayStyle(subject) {
        case "struct": self.displayStyle = .struct
        case "class": self.displayStyle = .class
        case "enum": self.displayStyle = .enum
        case "tuple": self.displayStyle = .tuple
        case "optional": self.displayStyle = .optional
        case "collection": self.displayStyle = .collection
        case "dictionary": self.displayStyle = .dictionary
        case "set": self.displayStyle = .set
        default: self.displayStyle = nil
        }
      }
      var description: String { "Mirror for " + _name }
      var superclassMirror: Mirror? { _counts.count > 1 ? Mirror(_above: self) : nil }
      func descendant(_ first: Any, _ rest: Any...) -> Any? {
        var value: Any? = nil
        var current = children
        for step in [first] + rest {
          if let name = step as? String {
            value = current.first { $0.label == name }?.value
          } else if let index = step as? Int {
            value = current.indices.contains(index) ? current[index].value : nil
          }
          guard let value else { return nil }
          current = _children(value)
        }
        return value
      }
    }
    func _children(_ subject: Any) -> [(label: String?, value: Any)]
    func _displayStyle(_ subject: Any) -> String
    func _superclass(_ type: Any.Type) -> Any.Type
    func _fieldCounts(_ subject: Any) -> [Int]
    """#

  private static let layout = #"""
    enum MemoryLayout<T> {
      static var size: Int { _size(T.self) }
      static var stride: Int { _stride(T.self) }
      static var alignment: Int { _alignment(T.self) }
      static func size(ofValue value: T) -> Int { _size(T.self) }
      static func stride(ofValue value: T) -> Int { _stride(T.self) }
      static func alignment(ofValue value: T) -> Int { _alignment(T.self) }
    }
    func _size(_ type: Any.Type) -> Int
    func _stride(_ type: Any.Type) -> Int
    func _alignment(_ type: Any.Type) -> Int
    """#

  private static func addMirror(_ natives: inout NativeTable) {
    natives.add("_children(_:)") { call in
      let (type, value) = call.machine.open(call[0])
      return .values(
        call.machine.parts(of: value, type).map { label, part, type in
          .tuple(
            label.map { Datum.string($0).wrapped(ifOptional: .string) } ?? .none,
            call.machine.erase(part, type))
        })
    }
    natives.add("_fieldCounts(_:)") { call in
      var counts: [Int] = []
      let (type, value) = call.machine.open(call[0])
      guard case .instance = value else { return .ints([]) }
      var next: TypeObject? = type
      while let object = next {
        counts.append(object.fieldNames.count)
        next = object.superclass
      }
      return .ints(counts)
    }
    natives.add("_superclass(_:)") { call in
      guard case .metatype(let object) = call[0], let above = object.superclass else {
        return call[0]
      }
      return .metatype(above)
    }
    natives.add("_displayStyle(_:)") { call in
      let (type, value) = call.machine.open(call[0])
      return .string(displayStyle(value, type.type))
    }
  }

  private static func displayStyle(_ value: Datum, _ type: Type) -> String {
    if type.isOptional { return "optional" }
    return switch value {
    case .structure: "struct"
    case .instance: "class"
    case .enumeration: "enum"
    case .tuple: "tuple"
    case .ints, .doubles, .bools, .values: "collection"
    case .dictionary: "dictionary"
    case .set: "set"
    default: ""
    }
  }

  private static func addLayout(_ natives: inout NativeTable) {
    func add(_ name: String, _ figure: @escaping @Sendable (MemoryFigures) -> Int) {
      natives.add(name) { call in
        guard case .metatype(let object) = call[0] else { return .int(0) }
        guard let figures = MemoryFigures(object.type, call.machine) else {
          throw call.fault("how '\(object.type)' lies in memory is not known in cells")
        }
        return .int(figure(figures))
      }
    }
    add("_size(_:)", \.size)
    add("_stride(_:)", \.stride)
    add("_alignment(_:)", \.alignment)
  }
}

/// How many bytes values of a type take in compiled Swift on a machine of 64 bits.
private struct MemoryFigures {
  var size: Int
  var alignment: Int

  var stride: Int { max(1, (size + alignment - 1) / alignment * alignment) }

  /// The figures of a type; nil where they depend on what only the compiler knows.
  init?(_ type: Type, _ machine: Machine) {
    switch type {
    case .function: self.init(size: 16, alignment: 8)
    case .tuple(let elements): self.init(parts: elements.map(\.type), machine)
    case .existential(let protocols):
      self.init(size: 32 + 8 * protocols.count, alignment: 8)
    case .metatype: self.init(size: 8, alignment: 8)
    case .nominal(let nominal, let arguments):
      if let width = nominal.integerWidth {
        self.init(size: width.bits / 8, alignment: width.bits / 8)
        return
      }
      switch nominal {
      case .double: self.init(size: 8, alignment: 8)
      case .float: self.init(size: 4, alignment: 4)
      case .bool: self.init(size: 1, alignment: 1)
      case .string, .character: self.init(size: 16, alignment: 8)
      case .substring: self.init(size: 32, alignment: 8)
      case .array, .set, .dictionary: self.init(size: 8, alignment: 8)
      case .optional: self.init(optionalOf: arguments[0], machine)
      default: self.init(declared: type, nominal, machine)
      }
    default: return nil
    }
  }

  private init(size: Int, alignment: Int) {
    self.size = size
    self.alignment = alignment
  }

  /// Fields one after another, each where its alignment lets it lie.
  private init?(parts: [Type], _ machine: Machine) {
    self.init(size: 0, alignment: 1)
    for part in parts {
      guard let figures = MemoryFigures(part, machine) else { return nil }
      size = (size + figures.alignment - 1) / figures.alignment * figures.alignment + figures.size
      alignment = max(alignment, figures.alignment)
    }
  }

  private init?(optionalOf wrapped: Type, _ machine: Machine) {
    guard let figures = MemoryFigures(wrapped, machine) else { return nil }
    switch wrapped {
    case .nominal(let nominal, _)
    where nominal.integerWidth != nil || nominal === Nominal.double || nominal === Nominal.float:
      // No bits are left: a byte says whether there is a value.
      self.init(size: figures.size + 1, alignment: figures.alignment)
    case .nominal(let nominal, _)
    where [.string, .character, .array, .set, .dictionary, .bool].contains(nominal)
      || nominal.kind == .class:
      self = figures
    case .function: self = figures
    default: return nil
    }
  }

  private init?(declared type: Type, _ nominal: Nominal, _ machine: Machine) {
    switch nominal.kind {
    case .class: self.init(size: 8, alignment: 8)
    case .structure where nominal.context?.source.isLibrary == false:
      self.init(parts: machine.typeObject(type).fieldTypes, machine)
    case .enumeration where nominal.context?.source.isLibrary == false:
      let cases = machine.typeObject(type).cases
      guard cases.allSatisfy({ $0.types.isEmpty }), cases.count <= 256 else { return nil }
      self.init(size: cases.count > 1 ? 1 : 0, alignment: 1)
    default: return nil
    }
  }
}

extension TypeObject {
  var isDeclaredInCells: Bool { type.nominal?.context?.source.isLibrary == false }
}

extension Type {
  fileprivate var isRange: Bool { nominal == .range || nominal == .closedRange }
}

extension Machine {
  /// What a value is made of: names where the parts have some, the parts, and their types.
  func parts(of value: Datum, _ type: TypeObject) -> [(label: String?, part: Datum, type: Type)] {
    switch value {
    case .structure(let object):
      if object.type.type.isRange {
        let bound = object.type.type.arguments[0]
        return zip(["lowerBound", "upperBound"], object.fields).map { ($0, $1, bound) }
      }
      guard object.type.isDeclaredInCells else { return [] }
      return zip(object.type.fieldNames, zip(object.fields, object.type.fieldTypes))
        .map { ($0, $1.0, $1.1) }
    case .instance(let object):
      return zip(object.type.fieldNames, zip(object.fields, object.type.fieldTypes))
        .map { ($0, $1.0, $1.1) }
    case .enumeration(let object):
      let layout = object.type.cases[object.index]
      guard !object.payload.isEmpty else { return [] }
      if object.payload.count == 1, layout.labels[0] == nil {
        return [(layout.name, object.payload[0], layout.types[0])]
      }
      let elements = zip(layout.labels, layout.types).map { TupleElement(label: $0, type: $1) }
      return [(layout.name, .tuple(TupleObject(object.payload)), .tuple(elements))]
    case .tuple(let object):
      guard case .tuple(let elements) = type.type else { return [] }
      return zip(object.elements, elements).enumerated().map { index, pair in
        (pair.1.label ?? ".\(index)", pair.0, pair.1.type)
      }
    case .ints, .doubles, .bools, .values:
      return (value.arrayElements ?? []).map { (nil, $0, type.type.arrayElement ?? .any) }
    case .set(let table): return table.pairs.map { (nil, $0.key, type.type.setElement ?? .any) }
    case .dictionary(let table):
      guard let types = type.type.dictionaryTypes else { return [] }
      let pair = Type.tuple([
        TupleElement(label: "key", type: types.key),
        TupleElement(label: "value", type: types.value),
      ])
      return table.pairs.map { (nil, .tuple($0.key, $0.value), pair) }
    default:
      guard let wrapped = type.type.optionalWrapped, let inner = value.unwrapped else { return [] }
      return [("some", inner, wrapped)]
    }
  }
}
