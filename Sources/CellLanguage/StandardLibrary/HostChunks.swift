extension HostLibrary {
  /// The library as chunks of source text with implementations.
  var chunks: [LibraryChunk] {
    var result = types.map(chunk) + protocols.map(chunk)
    var text = ""
    var ends: [(end: Int32, function: HostFunction)] = []
    for function in functions {
      text += function.declaration.singleLine + "\n"
      ends.append((Int32(clamping: text.utf8.count), function))
    }
    var free = LibraryChunk("functions", text)
    free.hostEnds = ends
    result.append(free)
    var named = LibraryChunk("constants", constants.map(\.declaration).joined(separator: "\n"))
    named.constants = constants
    result.append(named)
    return result
      + sources.map { source in
        var chunk = LibraryChunk(source.name, source.text)
        chunk.isHost = true
        return chunk
      }
  }

  private func chunk(_ type: HostType) -> LibraryChunk {
    let conformances =
      type.conformances.isEmpty ? "" : ": " + type.conformances.joined(separator: ", ")
    var chunk = chunk(
      type.name, "struct \(type.name)\(conformances) {", members: type.members, then: "")
    chunk.hostTypes = [type.name]
    return chunk
  }

  private func chunk(_ type: HostProtocol) -> LibraryChunk {
    chunk(
      type.name, "\(type.declaration.singleLine)\nextension \(type.name) {",
      members: type.members, then: type.extensions)
  }

  private func chunk(
    _ name: String, _ head: String, members: [HostFunction], then tail: String
  ) -> LibraryChunk {
    var text = head + "\n"
    var ends: [(end: Int32, function: HostFunction)] = []
    for member in members {
      text += "  " + member.declaration.singleLine + "\n"
      ends.append((Int32(clamping: text.utf8.count), member))
    }
    text += "}\n" + tail
    var chunk = LibraryChunk(name, text)
    chunk.hostEnds = ends
    return chunk
  }
}

extension String {
  /// The text with line breaks as blanks, so that the beginnings of lines are those of declarations.
  fileprivate var singleLine: String {
    guard utf8.contains(UInt8(ascii: "\n")) else { return self }
    let bytes = utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
