internal import CellChecking

extension ArrayChunk {
  static func addNatives(_ natives: inout NativeTable) {
    let type = "Array."
    natives.add(type + "init(repeating:count:)") { call in
      let count = call.int(1)
      guard count >= 0 else { throw call.fatal("Can't construct Array with count < 0") }
      let storage = call.types[0].arrayStorage
      try call.allow(count: count, of: storage.stride)
      switch storage {
      case .ints: return .ints(Array(repeating: call.int(0), count: count))
      case .doubles: return .doubles(Array(repeating: call.double(0), count: count))
      case .bools: return .bools(Array(repeating: call.bool(0), count: count))
      case .values: return .values(Array(repeating: call[0], count: count))
      }
    }
    natives.add([type + "description", type + "debugDescription"]) { call in
      .string(try call.describe(0))
    }
    natives.add(type + "count", intrinsic: .operation(.arrayCount)) { call in
      .int(call[0].elementCount)
    }
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
      case .bools(let values): return .bools(Array(values[start..<end]))
      case .values(let values): return .values(Array(values[start..<end]))
      default: return call[0]
      }
    }
    addChanges(&natives)
  }

  private static func addChanges(_ natives: inout NativeTable) {
    let type = "Array."
    natives.add(type + "append(_:)", intrinsic: .operation(.arrayAppend)) { call in
      _ = try call.arguments[0].change(by: Appending(element: call[1]))
      return .void
    }
    natives.add(type + "insert(_:at:)", isLeaf: true) { call in
      let index = call.int(2)
      guard (0...call[0].elementCount).contains(index) else {
        throw call.fatal("Array index is out of range")
      }
      _ = try call.arguments[0].change(by: Insertion(element: call[1], index: index))
      return .void
    }
    natives.add(type + "remove(at:)", isLeaf: true) { call in
      let index = call.int(1)
      guard index >= 0, index < call[0].elementCount else { throw call.fatal("Index out of range") }
      return try call.arguments[0].removeElement(at: index)
    }
    natives.add(type + "removeLast()", isLeaf: true) { call in
      let count = call[0].elementCount
      guard count > 0 else {
        throw call.fatal("Can't remove last element from an empty collection")
      }
      return try call.arguments[0].removeElement(at: count - 1)
    }
    natives.add(type + "removeFirst()", isLeaf: true) { call in
      guard call[0].elementCount > 0 else {
        throw call.fatal("Can't remove first element from an empty collection")
      }
      return try call.arguments[0].removeElement(at: 0)
    }
    natives.add(type + "popLast()", isLeaf: true) { call in
      let count = call[0].elementCount
      guard count > 0 else { return .none }
      // Not within the call of `optional`, which holds the arguments, and so the array, a second time.
      let last = try call.arguments[0].removeElement(at: count - 1)
      return call.optional(last)
    }
    natives.add(type + "swapAt(_:_:)", isLeaf: true) { call in
      let i = call.int(1)
      let j = call.int(2)
      let range = 0..<call[0].elementCount
      guard range.contains(i), range.contains(j) else { throw call.fatal("Index out of range") }
      _ = try call.arguments[0].change(by: Swapping(first: i, second: j))
      return .void
    }
    natives.add(type + "capacity") { call in
      switch call[0] {
      case .ints(let values): .int(values.capacity)
      case .doubles(let values): .int(values.capacity)
      case .bools(let values): .int(values.capacity)
      case .values(let values): .int(values.capacity)
      default: .int(0)
      }
    }
    natives.add(type + "reserveCapacity(_:)", isLeaf: true) { call in
      let count = call.int(1)
      try call.allow(count: max(0, count), of: call[0].arrayStorage?.stride ?? 0)
      _ = try call.arguments[0].change(by: Reservation(count: max(0, count)))
      return .void
    }
    natives.add(type + "removeAll(keepingCapacity:)", isLeaf: true) { call in
      _ = try call.arguments[0].change(by: Emptying(keepsCapacity: call.bool(1)))
      return .void
    }
    natives.add(type + "_replace(_:_:_:)", isLeaf: true) { call in
      let start = call.int(1)
      let end = call.int(2)
      guard start >= 0, end <= call[0].elementCount, start <= end else {
        throw call.fatal("Array replace: subrange extends past the end")
      }
      _ = try call.arguments[0].change(by: Replacement(range: start..<end, new: call[3]))
      return .void
    }
  }

  static func addOrder(_ natives: inout NativeTable) {
    natives.add("Array._sorted()", sorted)
    natives.add("Array._sorted(_:)", sortedByArgument)
    natives.add("Array._reversed()") { call in
      switch call[0] {
      case .ints(let values): .ints(values.reversed())
      case .doubles(let values): .doubles(values.reversed())
      case .bools(let values): .bools(values.reversed())
      default: .values(call.array(0).reversed())
      }
    }
  }

  private static func sorted(_ call: inout NativeCall) throws -> Datum {
    let (machine, site) = (call.machine, call.site)
    switch call[0] {
    case .ints(let values):
      if let width = call.types[0].arrayElement?.integerWidth, !width.isSigned {
        return .ints(
          try machine.sorted(values, at: site) { UInt(bitPattern: $0) < UInt(bitPattern: $1) })
      }
      return .ints(try machine.sorted(values, at: site, by: <))
    case .doubles(let values): return .doubles(try machine.sorted(values, at: site, by: <))
    default:
      return .values(
        try call.array(0).sorted {
          try machine.poll(site)
          return try machine.order($0, $1) < 0
        })
    }
  }

  private static func sortedByArgument(_ call: inout NativeCall) throws -> Datum {
    let values = call[0]
    return try PreparedCall.with(call[1], call.machine, at: call.site) { precedes in
      switch values {
      case .ints(let numbers) where precedes.takesTwo(.integer):
        .ints(try numbers.sorted { try precedes.holds($0, $1) })
      case .doubles(let numbers) where precedes.takesTwo(.floating):
        .doubles(try numbers.sorted { try precedes.holds(Int(bits: $0), Int(bits: $1)) })
      case .ints(let numbers):
        .ints(try numbers.sorted { try precedes.holds(.int($0), .int($1)) })
      case .doubles(let numbers):
        .doubles(try numbers.sorted { try precedes.holds(.double($0), .double($1)) })
      default: .values(try (values.arrayElements ?? []).sorted { try precedes.holds($0, $1) })
      }
    }
  }
}

extension Datum {
  /// Takes an element of an array away.
  fileprivate mutating func removeElement(at index: Int) throws -> Datum {
    try change(by: Removal(index: index)) ?? .void
  }
}
