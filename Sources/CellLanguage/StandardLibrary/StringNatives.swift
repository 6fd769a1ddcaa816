internal import CellChecking

/// What strings and characters do natively; most of it for strings and parts of them alike.
enum StringNatives {
  static func addBasics(_ natives: inout NativeTable) {
    let type = "StringProtocol."
    natives.add(type + "description") { call in .string(call.string(0)) }
    natives.add(type + "debugDescription") { call in .string(call.string(0).debugDescription) }
    natives.add(type + "count", intrinsic: .operation(.textCount)) { call in
      .int(call[0].characterCount)
    }
    natives.add(type + "isEmpty") { call in .bool(call.view(0).isEmpty) }
    natives.add(type + "first") { call in call.optional(call.view(0).first.map { .character($0) }) }
    natives.add(type + "last") { call in call.optional(call.view(0).last.map { .character($0) }) }
    natives.add(type + "_elements()", intrinsic: .characters) { call in
      .values(call.view(0).characters)
    }
    natives.add(type + "hasPrefix(_:)") { call in .bool(call.view(0).begins(with: call.view(1))) }
    natives.add(type + "hasSuffix(_:)") { call in .bool(call.view(0).ends(with: call.view(1))) }
    natives.add(type + "contains(_:)") { call in
      if case .character(let character) = call[1] { return .bool(call.view(0).contains(character)) }
      return .bool(call.view(0).contains(call.string(1)))
    }
    natives.add(type + "uppercased()") { call in .string(call.view(0).uppercased()) }
    natives.add(type + "lowercased()") { call in .string(call.view(0).lowercased()) }
    func part(
      _ name: String, _ mistake: String, _ take: @escaping @Sendable (Substring, Int) -> Substring
    ) {
      natives.add(type + name) { call in
        guard call.int(1) >= 0 else { throw call.fatal("Can't \(mistake) from a collection") }
        return .substring(take(call.view(0), call.int(1)))
      }
    }
    part("prefix(_:)", "take a prefix of negative length") { $0.prefix($1) }
    part("suffix(_:)", "take a suffix of negative length") { $0.suffix($1) }
    part("dropFirst(_:)", "drop a negative number of elements") { $0.dropFirst($1) }
    part("dropLast(_:)", "drop a negative number of elements") { $0.dropLast($1) }
    natives.add(
      type + "split(separator:maxSplits:omittingEmptySubsequences:)", intrinsic: .split
    ) { call in
      let omits = call.bool(3)
      if case .character(let separator) = call[1] {
        return .values(
          call.view(0).parts(by: separator, maxSplits: call.int(2), omitsEmpty: omits))
      }
      let parts = call.view(0).split(
        separator: call.string(1), maxSplits: call.int(2), omittingEmptySubsequences: omits)
      return .values(parts.map { .substring($0) })
    }
    natives.add(type + "split(maxSplits:omittingEmptySubsequences:whereSeparator:)") { call in
      let test = call[3]
      let native = call
      let parts = try call.view(0).split(
        maxSplits: call.int(1), omittingEmptySubsequences: call.bool(2)
      ) {
        try native.call(test, .character($0)).isTrue
      }
      return .values(parts.map { .substring($0) })
    }
    natives.add(type + "replacing(_:with:)") { call in
      let (text, wanted, other) = (call.string(0), call.string(1), call.string(2))
      if other.utf8.count > wanted.utf8.count {
        try call.allow(count: text.ranges(of: wanted).count, of: other.utf8.count)
      }
      return .string(text.replacing(wanted, with: other))
    }
    natives.add("_joinStrings(_:_:)") { call in
      let parts = call.array(0).map { $0.text ?? "" }
      let bytes = parts.reduce(0) { $0 &+ $1.utf8.count }
      try call.allow(bytes)
      try call.allow(count: parts.count, of: call.string(1).utf8.count)
      return .string(parts.joined(separator: call.string(1)))
    }
  }

  static func addMaking(_ natives: inout NativeTable) {
    natives.add("Substring.base") { call in .string(call.view(0).base) }
    let type = "String."
    natives.add(type + "init(_:)") { call in .string(try call.description(of: 0)) }
    natives.add(type + "init(describing:)") { call in .string(try call.description(of: 0)) }
    natives.add(type + "init(reflecting:)") { call in
      .string(try call.machine.describe(call[0], call.types[0], debug: true))
    }
    natives.add(type + "init(repeating:count:)") { call in
      guard call.int(1) >= 0 else { throw call.fatal("Negative count not allowed") }
      try call.allow(count: call.int(1), of: call.view(0).utf8.count)
      return .string(repeated(call.string(0), call.int(1)))
    }
    natives.add(type + "init(_:radix:uppercase:)") { call in
      guard (2...36).contains(call.int(1)) else {
        throw call.fatal("Radix must be between 2 and 36")
      }
      let value = call.widen(call.int(0), call.types[0])
      return .string(String(value, radix: call.int(1), uppercase: call.bool(2)))
    }
  }

  static func addChanges(_ natives: inout NativeTable) {
    let type = "String."
    natives.add(type + "append(_:)", intrinsic: .operation(.concatenate)) { call in
      let more = call.view(1)
      call.changeText { $0.append(contentsOf: more) }
      return .void
    }
    natives.add(type + "insert(_:at:)") { call in
      guard case .character(let character) = call[1], let index = call.stringIndex(2),
        index <= call.view(0).endIndex
      else { throw call.fatal("String index is out of bounds") }
      call.changeText { $0.insert(character, at: index) }
      return .void
    }
    natives.add(type + "remove(at:)") { call in
      guard let index = call.stringIndex(1), index < call.view(0).endIndex else {
        throw call.fatal("String index is out of bounds")
      }
      return .character(call.changeText { $0.remove(at: index) })
    }
    natives.add(type + "removeFirst()") { call in
      guard !call.view(0).isEmpty else {
        throw call.fatal("Can't remove first element from an empty collection")
      }
      return .character(call.changeText { $0.removeFirst() })
    }
    natives.add(type + "removeLast()") { call in
      guard !call.view(0).isEmpty else {
        throw call.fatal("Can't remove last element from an empty collection")
      }
      return .character(call.changeText { $0.removeLast() })
    }
    natives.add(type + "_replace(_:_:_:)") { call in
      guard let start = call.stringIndex(1), let end = call.stringIndex(2), start <= end,
        end <= call.view(0).endIndex
      else { throw call.fatal("String index range is out of bounds") }
      let text = call.string(3)
      call.changeText { $0.replaceSubrange(start..<end, with: text) }
      return .void
    }
  }

  static func addIndices(_ natives: inout NativeTable) {
    let type = "StringProtocol."
    let outside = "String index is out of bounds"
    natives.add("_utf16Offset(_:_:)") { call in
      .int(call.stringIndex(0)?.utf16Offset(in: call.string(1)) ?? 0)
    }
    natives.add("_utf16Index(_:_:)") { call in
      .stringIndex(String.Index(utf16Offset: call.int(0), in: call.string(1)))
    }
    natives.add(type + "startIndex") { call in .stringIndex(call.view(0).startIndex) }
    natives.add(type + "endIndex") { call in .stringIndex(call.view(0).endIndex) }
    natives.add(type + "indices") { call in .values(call.view(0).indices.map { .stringIndex($0) }) }
    natives.add(type + "index(after:)") { call in
      let (view, index) = try call.character()
      return .stringIndex(view.character(after: index))
    }
    natives.add(type + "index(before:)") { call in
      let view = call.view(0)
      guard let index = call.stringIndex(1), index > view.startIndex, index <= view.endIndex else {
        throw call.fatal(outside)
      }
      return .stringIndex(view.index(before: index))
    }
    natives.add(type + "index(_:offsetBy:)") { call in
      let view = call.view(0)
      let distance = call.int(2)
      let limit = distance < 0 ? view.startIndex : view.endIndex
      guard let index = call.stringIndex(1), index >= view.startIndex, index <= view.endIndex,
        let result = view.index(index, offsetBy: distance, limitedBy: limit)
      else { throw call.fatal(outside) }
      return .stringIndex(result)
    }
    natives.add(type + "index(_:offsetBy:limitedBy:)") { call in
      let view = call.view(0)
      guard let index = call.stringIndex(1), let limit = call.stringIndex(3) else { return .none }
      guard index >= view.startIndex, index <= view.endIndex, limit >= view.startIndex,
        limit <= view.endIndex
      else { throw call.fatal(outside) }
      let result = view.index(index, offsetBy: call.int(2), limitedBy: limit)
      return call.optional(result.map { .stringIndex($0) })
    }
    natives.add(type + "distance(from:to:)") { call in
      let view = call.view(0)
      guard let start = call.stringIndex(1), let end = call.stringIndex(2) else { return .int(0) }
      guard min(start, end) >= view.startIndex, max(start, end) <= view.endIndex else {
        throw call.fatal(outside)
      }
      return .int(view.distance(from: start, to: end))
    }
    natives.add(type + "firstIndex(of:)") { call in
      guard case .character(let character) = call[1] else { return .none }
      return call.optional(call.view(0).firstIndex(of: character).map { .stringIndex($0) })
    }
    natives.add(type + "lastIndex(of:)") { call in
      guard case .character(let character) = call[1] else { return .none }
      return call.optional(call.view(0).lastIndex(of: character).map { .stringIndex($0) })
    }
    natives.add(type + "_find(_:)") { call in
      call.optional(call.view(0).firstRange(of: call.string(1)).map { .stringIndex($0.lowerBound) })
    }
    natives.add(type + "_character(_:)") { call in
      let (view, index) = try call.character()
      return .character(view.character(at: index))
    }
    natives.add(type + "_part(_:_:)") { call in
      let view = call.view(0)
      guard let start = call.stringIndex(1), let end = call.stringIndex(2), start <= end,
        start >= view.startIndex, end <= view.endIndex
      else { throw call.fatal("String index range is out of bounds") }
      return .substring(view[start..<end])
    }
  }
}

extension NativeCall {
  /// The text of an argument as its `description` says it: without the sign of what is not a number.
  func description(of index: Int) throws -> String {
    if types[index].scalarKind == .floating, double(index).isNaN { return "nan" }
    return try describe(index)
  }

  /// A text and the index of a character in it.
  fileprivate func character() throws -> (text: Substring, index: String.Index) {
    let text = view(0)
    guard let index = stringIndex(1), index >= text.startIndex, index < text.endIndex else {
      throw fatal("String index is out of bounds")
    }
    return (text, index)
  }

  /// Changes the receiver, a string, in place.
  mutating func changeText<R>(_ body: (inout String) -> R) -> R {
    var text = string(0)
    arguments[0] = .void
    defer { arguments[0] = .string(text) }
    return body(&text)
  }
}

/// A text so many times over, by doubling: `String` itself adds one after the other, which takes
/// seconds for some hundred million.
private func repeated(_ text: String, _ count: Int) -> String {
  let bytes = Array(text.utf8)
  let total = bytes.count * count
  guard total > 1 << 16 else { return String(repeating: text, count: count) }
  return unsafe String(unsafeUninitializedCapacity: total) { buffer in
    guard let start = buffer.baseAddress else { return 0 }
    unsafe start.initialize(from: bytes, count: bytes.count)
    var filled = bytes.count
    while filled < total {
      let next = min(filled, total - filled)
      unsafe (start + filled).initialize(from: start, count: next)
      filled += next
    }
    return total
  }
}
