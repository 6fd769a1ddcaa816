extension HostLibrary {
  /// The library as chunks of source text with implementations.
  var chunks: [LibraryChunk] {
    var result = types.map(chunk)
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
    var text = "struct \(type.name)\(conformances) {\n"
    var ends: [(end: Int32, function: HostFunction)] = []
    for member in type.members {
      text += "  " + member.declaration.singleLine + "\n"
      ends.append((Int32(clamping: text.utf8.count), member))
    }
    text += "}\n"
    var chunk = LibraryChunk(type.name, text)
    chunk.hostEnds = ends
    chunk.hostTypes = [type.name]
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
