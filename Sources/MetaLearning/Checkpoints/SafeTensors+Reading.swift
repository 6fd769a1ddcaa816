package import SystemFiles

extension SafeTensors {
  /// Reads a file, whatever it is: no more of it than the parts before promise.
  package init(
    contentsOf path: String, in files: FileAccess = .everywhere
  ) throws(CheckpointError) {
    // Opened once: a training that saves meanwhile puts another file in its place.
    let file: OpenFile
    do throws(FileError) {
      file = try files.openFile(path)
    } catch {
      throw .file(error)
    }
    var bytes = try Self.bytes(of: file, path, files, count: 8)
    let headerEnd = try Self.read(bytes, of: path, SafeTensorsHeader.end)
    bytes += try Self.bytes(of: file, path, files, count: headerEnd - bytes.count)
    let header = try Self.read(bytes, of: path, SafeTensorsHeader.init(_:))
    // One byte more, so that bytes too many are seen.
    bytes += try Self.bytes(
      of: file, path, files, count: headerEnd + header.byteCount + 1 - bytes.count)
    self = try Self.read(bytes, of: path) { bytes throws(SafeTensorsFault) in
      try SafeTensors(header, bytes)
    }
  }

  /// Reads the bytes of a file.
  package init(_ bytes: [UInt8]) throws(SafeTensorsFault) {
    try self.init(SafeTensorsHeader(bytes), bytes)
  }

  private init(_ header: SafeTensorsHeader, _ bytes: [UInt8]) throws(SafeTensorsFault) {
    guard bytes.count == header.start + header.byteCount else {
      throw .wrongDataSize(expected: header.byteCount, found: bytes.count - header.start)
    }
    self.init(metadata: header.metadata)
    for entry in header.entries {
      let place = header.start + entry.offsets.lowerBound..<header.start + entry.offsets.upperBound
      tensors[entry.name] = StoredTensor(
        kind: entry.kind, shape: entry.shape, bytes: Array(bytes[place]))
    }
  }

  /// Returns the next bytes of a file.
  private static func bytes(
    of file: borrowing OpenFile, _ path: String, _ files: FileAccess, count: Int
  ) throws(CheckpointError) -> [UInt8] {
    do throws(FileError) {
      return try files.read(file, of: path, limit: max(0, count))
    } catch {
      throw .file(error)
    }
  }

  private static func read<Result>(
    _ bytes: [UInt8], of path: String, _ read: ([UInt8]) throws(SafeTensorsFault) -> Result
  ) throws(CheckpointError) -> Result {
    do throws(SafeTensorsFault) {
      return try read(bytes)
    } catch {
      throw .malformed(path: path, fault: error)
    }
  }
}
