extension ArrayChunk {
  static func addNatives(_ natives: inout NativeTable) {
    let type = "Array."
    natives.add(type + "init(repeating:count:)") { call in
      let count = call.int(1)
      guard count >= 0 else { throw call.fatal("Can't construct Array with count < 0") }
      try call.allow(count: count, of: MemoryLayout<Datum>.stride)
      switch call.types[0].arrayStorage {
      case .ints: return .ints(Array(repeating: call.int(0), count: count))
      case .doubles: return .doubles(Array(repeating: call.double(0), count: count))
      case .values: return .values(Array(repeating: call[0], count: count))
      }
    }
    natives.add([type + "description", type + "debugDescription"]) { call in
      .string(try call.describe(0))
    }
    natives.add(type + "count", operation: .arrayCount) { call in .int(call[0].elementCount) }
    natives.add(type + "first") { call in
      call.optional(call[0].elementCount > 0 ? call[0].element(0) : nil)
    }
    natives.add(type + "last") { call in
      let count = call[0].elementCount
      return call.optional(count > 0 ? call[0].element(count - 1) : nil)
    }
    natives.add(type + "_copy(_:_:)") { call in
      let start = call.int(1)
      let end = call.int(2)
      guard start >= 0, start <= end, end <= call[0].elementCount else {
        throw call.fatal("Array index is out of range")
      }
      switch call[0] {
      case .ints(let values): return .ints(Array(values[start..<end]))
      case .doubles(let values): return .doubles(Array(values[start..<end]))
      case .values(let values): return .values(Array(values[start..<end]))
      default: return call[0]
      }
    }
    addChanges(&natives)
  }

  private static func addChanges(_ natives: inout NativeTable) {
    let type = "Array."
    natives.add(type + "append(_:)", operation: .arrayAppend) { call in
      call.arguments[0].insertElement(call[1], at: call[0].elementCount)
      return .void
    }
    natives.add(type + "insert(_:at:)") { call in
      let index = call.int(2)
      guard (0...call[0].elementCount).contains(index) else {
        throw call.fatal("Array index is out of range")
      }
      call.arguments[0].insertElement(call[1], at: index)
      return .void
    }
    natives.add(type + "remove(at:)") { call in
      let index = call.int(1)
      guard index >= 0, index < call[0].elementCount else { throw call.fatal("Index out of range") }
      return call.arguments[0].removeElement(at: index)
    }
    natives.add(type + "removeLast()") { call in
      let count = call[0].elementCount
      guard count > 0 else {
        throw call.fatal("Can't remove last element from an empty collection")
      }
      return call.arguments[0].removeElement(at: count - 1)
    }
    natives.add(type + "removeFirst()") { call in
      guard call[0].elementCount > 0 else {
        throw call.fatal("Can't remove first element from an empty collection")
      }
      return call.arguments[0].removeElement(at: 0)
    }
    natives.add(type + "popLast()") { call in
      let count = call[0].elementCount
      guard count > 0 else { return .none }
      return call.optional(call.arguments[0].removeElement(at: count - 1))
    }
    natives.add(type + "swapAt(_:_:)") { call in
      let i = call.int(1)
      let j = call.int(2)
      let range = 0..<call[0].elementCount
      guard range.contains(i), range.contains(j) else { throw call.fatal("Index out of range") }
      call.arguments[0].swapElements(i, j)
      return .void
    }
    natives.add(type + "capacity") { call in
      switch call[0] {
      case .ints(let values): .int(values.capacity)
      case .doubles(let values): .int(values.capacity)
      case .values(let values): .int(values.capacity)
      default: .int(0)
      }
    }
    natives.add(type + "reserveCapacity(_:)") { call in
      let count = call.int(1)
      try call.allow(count: max(0, count), of: MemoryLayout<Datum>.stride)
      call.arguments[0].changeArray { values in values.reserveCapacity(max(0, count)) }
      return .void
    }
    natives.add(type + "removeAll(keepingCapacity:)") { call in
      let keeps = call.bool(1)
      call.arguments[0].changeArray { values in values.removeAll(keepingCapacity: keeps) }
      return .void
    }
    natives.add(type + "_replace(_:_:_:)") { call in
      let start = call.int(1)
      let end = call.int(2)
      guard start >= 0, end <= call[0].elementCount, start <= end else {
        throw call.fatal("Array replace: subrange extends past the end")
      }
      call.arguments[0].replaceElements(start..<end, with: call[3])
      return .void
    }
  }

  static func addOrder(_ natives: inout NativeTable) {
    natives.add("Array._sorted()") { call in
      let machine = call.machine
      switch call[0] {
      case .ints(let values):
        if let width = call.types[0].arrayElement?.integerWidth, !width.isSigned {
          return .ints(values.sorted { UInt(bitPattern: $0) < UInt(bitPattern: $1) })
        }
        return .ints(values.sorted())
      case .doubles(let values): return .doubles(values.sorted())
      default: return .values(try call.array(0).sorted { try machine.order($0, $1) < 0 })
      }
    }
    natives.add("Array._sorted(_:)") { call in
      let values = call[0]
      return try PreparedCall.with(call[1], call.machine, at: call.site) { precedes in
        switch values {
        case .ints(let numbers):
          .ints(try numbers.sorted { try precedes(.int($0), .int($1)).isTrue })
        case .doubles(let numbers):
          .doubles(try numbers.sorted { try precedes(.double($0), .double($1)).isTrue })
        default: .values(try call.array(0).sorted { try precedes($0, $1).isTrue })
        }
      }
    }
    natives.add("Array._reversed()") { call in
      switch call[0] {
      case .ints(let values): .ints(values.reversed())
      case .doubles(let values): .doubles(values.reversed())
      default: .values(call.array(0).reversed())
      }
    }
  }
}

extension Datum {
  /// The number of elements of an array.
  var elementCount: Int {
    switch self {
    case .ints(let values): values.count
    case .doubles(let values): values.count
    case .values(let values): values.count
    default: 0
    }
  }

  /// An element of an array.
  func element(_ index: Int) -> Datum {
    switch self {
    case .ints(let values): .int(values[index])
    case .doubles(let values): .double(values[index])
    case .values(let values): values[index]
    default: .void
    }
  }

  // The place is emptied before the array is changed, so that it is held only once and not copied.

  mutating func insertElement(_ element: Datum, at index: Int) {
    switch self {
    case .ints(var values):
      self = .void
      values.insert(element.integer ?? 0, at: index)
      self = .ints(values)
    case .doubles(var values):
      self = .void
      values.insert(element.number ?? 0, at: index)
      self = .doubles(values)
    case .values(var values):
      self = .void
      values.insert(element, at: index)
      self = .values(values)
    default: break
    }
  }

  /// Changes an array in a way that does not look at its elements.
  mutating func changeArray(_ body: (inout any RangeReplaceableCollection) -> Void) {
    switch self {
    case .ints(let values):
      self = .void
      var whole: any RangeReplaceableCollection = values
      body(&whole)
      self = .ints(whole as? [Int] ?? [])
    case .doubles(let values):
      self = .void
      var whole: any RangeReplaceableCollection = values
      body(&whole)
      self = .doubles(whole as? [Double] ?? [])
    case .values(let values):
      self = .void
      var whole: any RangeReplaceableCollection = values
      body(&whole)
      self = .values(whole as? [Datum] ?? [])
    default: break
    }
  }

  mutating func removeElement(at index: Int) -> Datum {
    switch self {
    case .ints(var values):
      self = .void
      let result = values.remove(at: index)
      self = .ints(values)
      return .int(result)
    case .doubles(var values):
      self = .void
      let result = values.remove(at: index)
      self = .doubles(values)
      return .double(result)
    case .values(var values):
      self = .void
      let result = values.remove(at: index)
      self = .values(values)
      return result
    default: return .void
    }
  }

  mutating func swapElements(_ i: Int, _ j: Int) {
    switch self {
    case .ints(var values):
      self = .void
      values.swapAt(i, j)
      self = .ints(values)
    case .doubles(var values):
      self = .void
      values.swapAt(i, j)
      self = .doubles(values)
    case .values(var values):
      self = .void
      values.swapAt(i, j)
      self = .values(values)
    default: break
    }
  }

  mutating func replaceElements(_ range: Range<Int>, with elements: Datum) {
    switch (self, elements) {
    case (.ints(var values), .ints(let new)):
      self = .void
      values.replaceSubrange(range, with: new)
      self = .ints(values)
    case (.doubles(var values), .doubles(let new)):
      self = .void
      values.replaceSubrange(range, with: new)
      self = .doubles(values)
    case (.values(var values), .values(let new)):
      self = .void
      values.replaceSubrange(range, with: new)
      self = .values(values)
    default: break
    }
  }
}
