/// What a terminal answered to the questions of ``TerminalQuery``, read from the bytes it sent.
///
/// Bytes that answer nothing were typed by the user meanwhile; they are kept for whoever reads input
/// next.
package struct TerminalReplies: Equatable {
  /// Whether it knows kitty's graphics protocol.
  package private(set) var hasKitty = false
  /// Whether it shows sixel pictures.
  package private(set) var hasSixel = false
  /// Whether it has said what it is, which it does last.
  package private(set) var isComplete = false
  /// Its name and version.
  package private(set) var name = ""
  /// The pixels of a character.
  package private(set) var cell: FigureSize?
  /// What was typed.
  package private(set) var typed: [UInt8] = []

  /// Reads what has come so far.
  package init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.first {
      guard byte == 0x1B, let reply = TerminalReplies.reply(&rest) else {
        typed.append(byte)
        rest = rest.dropFirst()
        continue
      }
      note(reply)
    }
  }

  /// Takes one whole escape sequence of the kinds that answer, without its escape.
  private static func reply(_ rest: inout ArraySlice<UInt8>) -> String? {
    let body = rest.dropFirst()
    switch body.first {
    case UInt8(ascii: "["):
      // Parameters, then a letter.
      guard let end = body.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) }),
        [UInt8(ascii: "c"), UInt8(ascii: "t")].contains(body[end])
      else { return nil }
      rest = body[(end + 1)...]
      return String(decoding: body[...end], as: UTF8.self)
    case UInt8(ascii: "_"), UInt8(ascii: "P"):
      // Anything up to the string terminator.
      guard
        let end = body.indices.dropLast().first(where: { body[$0] == 0x1B && body[$0 + 1] == 0x5C })
      else { return nil }
      rest = body[(end + 2)...]
      return String(decoding: body[..<end], as: UTF8.self)
    default: return nil
    }
  }

  /// Whether the name is one, and of a terminal itself: not of what stands before it.
  package var isFromTerminal: Bool {
    let multiplexers = ["tmux", "screen", "zellij"]
    return !name.isEmpty && !multiplexers.contains(where: name.lowercased().hasPrefix)
  }

  /// Adds what came later.
  package mutating func add(_ later: TerminalReplies) {
    hasKitty = hasKitty || later.hasKitty
    hasSixel = hasSixel || later.hasSixel
    if !later.name.isEmpty { name = later.name }
    cell = later.cell ?? cell
    typed += later.typed
  }

  private mutating func note(_ reply: String) {
    if reply.hasPrefix("_G") {
      hasKitty = reply.hasSuffix(";OK")
    } else if reply.hasPrefix("P>|") {
      name = String(reply.dropFirst(3))
    } else if reply.hasPrefix("[?"), reply.hasSuffix("c") {
      hasSixel = reply.dropFirst(2).dropLast().split(separator: ";").dropFirst().contains("4")
      isComplete = true
    } else if reply.hasPrefix("[6;"), reply.hasSuffix("t") {
      let numbers = reply.dropFirst().dropLast().split(separator: ";").compactMap { Int($0) }
      if numbers.count == 3, numbers[1] > 0, numbers[2] > 0 {
        cell = FigureSize(width: numbers[2], height: numbers[1])
      }
    }
  }
}
