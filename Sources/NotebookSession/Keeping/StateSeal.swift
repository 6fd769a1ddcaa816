public import CellLanguage
internal import Glibc
public import SystemFiles

/// The secret by which a user's programs know what they wrote themselves: nobody else's file of states is
/// read, whatever notebook it comes with.
public enum StateSeal {
  /// The secret in a file, which is made where there is none and is for the user alone.
  ///
  /// - Parameter path: a place among the user's own, such as `~/.local/state/mamlnb/seal`.
  public static func inFile(_ path: String) throws(FileError) -> KeyedHash.Key {
    let files = FileAccess.everywhere
    if let bytes = try? files.read(path, limit: 17), let key = key(bytes) { return key }
    var bytes = [UInt8](repeating: 0, count: 16)
    var generator = SystemRandomNumberGenerator()
    for index in bytes.indices { bytes[index] = generator.next() }
    let old = umask(0o077)
    defer { umask(old) }
    try files.write(bytes, to: path, makingFolders: true)
    // Two that begin at once agree on what the last one wrote.
    return key(try files.read(path, limit: 17)) ?? key(bytes) ?? KeyedHash.Key(low: 0, high: 0)
  }

  private static func key(_ bytes: [UInt8]) -> KeyedHash.Key? {
    guard bytes.count == 16 else { return nil }
    func half(_ part: ArraySlice<UInt8>) -> UInt64 {
      part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    return KeyedHash.Key(low: half(bytes[..<8]), high: half(bytes[8...]))
  }
}
