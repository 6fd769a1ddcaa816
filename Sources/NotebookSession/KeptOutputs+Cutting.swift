internal import Notebook

/// Leaving out the middle of what is printed. The beginning stands once it is full; the end is what came
/// last, and is cut from time to time, so that a byte costs the same however many came before it.
extension KeptOutputs {
  private static let headLimit = limit / 2
  private static let tailLimit = limit / 4

  /// What stands for the bytes that are left out after a text.
  static func note(_ count: Int, after text: String) -> String {
    let lineBreak = text.isEmpty || text.utf8.last == 0x0A ? "" : "\n"
    return lineBreak + "(\(count) bytes of text are not kept)\n"
  }

  /// The outputs with what says how much is left out.
  var joined: [Output] {
    guard cutCount > 0 else { return Output.joined(head + tail) }
    var result = Output.joined(head)
    var before = ""
    if case .stream(.stdout, let text)? = result.last { before = text }
    result.appendJoining(.stream(.stdout, text: Self.note(cutCount, after: before)))
    for output in tail { result.appendJoining(output) }
    return result
  }

  /// Adds an output.
  mutating func add(_ output: Output) {
    if isCut { tail.appendJoining(output) } else { head.appendJoining(output) }
  }

  /// Adds text that goes on where the last ended.
  mutating func append(_ text: String) {
    if let end = text.utf8.lastIndex(of: 0x0A) {
      let rest = text.utf8.distance(from: end, to: text.utf8.endIndex) - 1
      lineStart = printed.utf8.count + text.utf8.count - rest
    }
    printed += text
    let room = (isCut ? 0 : Self.headLimit) + 2 * Self.tailLimit
    guard textSize + printed.utf8.count > room else { return }
    if !isCut { fillHead() }
    cutTail()
  }

  /// Leaves in the head what it has room for, and makes the rest the tail.
  private mutating func fillHead() {
    isCut = true
    var room = Self.headLimit
    let all = head
    head = []
    for (index, output) in all.enumerated() {
      guard case .stream(let stream, let text) = output else {
        head.append(output)
        continue
      }
      guard text.utf8.count > room else {
        room -= text.utf8.count
        head.append(output)
        continue
      }
      let start = text.beginning(room)
      let rest = String(text.utf8.dropFirst(start.utf8.count)) ?? ""
      if !start.isEmpty { head.append(.stream(stream, text: start)) }
      tail = [.stream(stream, text: rest)] + all[(index + 1)...]
      textSize -= Self.headLimit - room + start.utf8.count
      return
    }
    let start = printed.beginning(room)
    head.appendJoining(.stream(.stdout, text: start))
    textSize = 0
    dropPrinted(start.utf8.count)
  }

  /// Leaves out the oldest text of the tail.
  private mutating func cutTail() {
    var excess = textSize + printed.utf8.count - Self.tailLimit
    var kept: [Output] = []
    for output in tail {
      guard excess > 0, case .stream(let stream, let text) = output else {
        kept.append(output)
        continue
      }
      let count = text.utf8.count
      let rest = count > excess ? text.ending(count - excess) : ""
      if !rest.isEmpty { kept.append(.stream(stream, text: rest)) }
      let dropped = count - rest.utf8.count
      excess -= dropped
      textSize -= dropped
      cutCount += dropped
    }
    tail = kept
    guard excess > 0 else { return }
    let rest = printed.ending(printed.utf8.count - excess)
    let dropped = printed.utf8.count - rest.utf8.count
    cutCount += dropped
    dropPrinted(dropped)
  }

  /// Takes bytes from the beginning of what was printed last.
  private mutating func dropPrinted(_ count: Int) {
    printed.removeSubrange(..<printed.utf8.index(printed.startIndex, offsetBy: count))
    lineStart = max(0, lineStart - count)
  }
}

extension String {
  /// The whole scalars within the first bytes, up to the end of a line where one ends in their second
  /// half.
  func beginning(_ bytes: Int) -> String {
    guard bytes < utf8.count else { return self }
    var end = utf8.index(startIndex, offsetBy: max(0, bytes))
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    let start = self[..<end]
    let half = utf8.index(startIndex, offsetBy: max(0, bytes) / 2)
    guard let line = start.utf8.lastIndex(of: 0x0A), line >= half else { return String(start) }
    return String(start[...line])
  }

  /// The whole scalars within the last bytes, from the beginning of a line where one begins in their
  /// first half.
  func ending(_ bytes: Int) -> String {
    guard bytes < utf8.count else { return self }
    var start = utf8.index(endIndex, offsetBy: -max(0, bytes))
    while start.samePosition(in: unicodeScalars) == nil { start = utf8.index(after: start) }
    let end = self[start...]
    let half = utf8.index(endIndex, offsetBy: -max(0, bytes) / 2)
    guard let line = end.utf8.firstIndex(of: 0x0A), line < half else { return String(end) }
    return String(end[end.utf8.index(after: line)...])
  }
}
