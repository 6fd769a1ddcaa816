/// PNG pictures inside the text of terminals that show them.
enum InlinePicture {
  /// A picture by kitty's graphics protocol, so many columns wide.
  ///
  /// The data goes in pieces of at most 4,096 characters; `q=2` keeps the terminal from answering
  /// into the next program's input.
  static func kitty(_ png: [UInt8], columns: Int) -> String {
    var rest = Substring(base64(png))
    var text = ""
    while !rest.isEmpty {
      let piece = rest.prefix(4_096)
      rest = rest.dropFirst(4_096)
      let keys = text.isEmpty ? "a=T,f=100,t=d,q=2,c=\(columns)," : ""
      text += "\u{1B}_G\(keys)m=\(rest.isEmpty ? 0 : 1);\(piece)\u{1B}\\"
    }
    return text + "\n"
  }

  /// A picture by iTerm2's inline images, so many columns wide.
  static func iterm(_ png: [UInt8], columns: Int) -> String {
    "\u{1B}]1337;File=inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1:"
      + base64(png) + "\u{07}\n"
  }

  /// Escape sequences that tmux hands on to the terminal, where it is allowed to: bare, it would take
  /// kitty's for the title of its pane.
  static func throughTmux(_ text: String) -> String {
    // Each sequence on its own: tmux forgets one that is longer than its buffer.
    let pieces = text.split(separator: "\u{1B}\\", omittingEmptySubsequences: false)
    let wrapped = pieces.dropLast().map { piece in
      "\u{1B}Ptmux;" + (piece + "\u{1B}\\").replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }
    return wrapped.joined() + (pieces.last ?? "")
  }

  /// The bytes in 64 printable characters, three bytes in four.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      let word = (0..<3).reduce(UInt32(0)) { word, offset in
        word << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0)
      }
      for digit in 0..<4 {
        let isData = digit <= count
        text.append(isData ? digits[Int(word >> UInt32(18 - 6 * digit) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
