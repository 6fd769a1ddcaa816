public import CellLanguage

/// What the state after a cell follows from: the program, its settings, and the sources up to the cell.
///
/// ```swift
/// var key = CellKey(program: "0.9 (build …)", settings: ["seed: 1", "data: ."])
/// for cell in cells { key = key.after(kind: "swift", source: cell.source, options: "") }
/// ```
///
/// Two cells with one key, whose inputs are the same too, leave the same state.
public struct CellKey: Hashable, Sendable {
  /// The hash of all of it.
  let digest: KeyedHash.Digest

  /// Changes whenever what is kept is written otherwise.
  private static let format = "mamlnb state 1"

  /// What the first cell starts with: the program, by its version and build, and whatever settings
  /// decide what cells do.
  public init(program: String, settings: [String]) {
    var hash = Self.hash
    hash.add(Self.format)
    hash.add(program)
    for setting in settings { hash.add(setting) }
    digest = hash.value
  }

  init(digest: KeyedHash.Digest) { self.digest = digest }

  /// The key of a cell after this one.
  public func after(kind: String, source: String, options: String) -> CellKey {
    var hash = Self.hash
    hash.add(digest)
    hash.add(kind)
    hash.add(source)
    hash.add(options)
    return CellKey(digest: hash.value)
  }

  private static var hash: KeyedHash {
    KeyedHash(key: KeyedHash.Key(low: 0x6365_6C6C, high: 0x6B65_7973))
  }
}

extension CellKey: KeptValue {
  /// Writes the hash.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(digest.low)
    try writer.write(digest.high)
  }

  /// Reads a hash.
  public init(from reader: inout KeptReader) throws {
    digest = KeyedHash.Digest(low: try reader.read(), high: try reader.read())
  }
}
