internal import SystemFiles
internal import Text

/// The entries of earlier runs, kept as JSON Lines: one string a line, the oldest first.
///
/// An entry is appended and synchronised as soon as it is made, so that a crash loses none and two
/// prompts can share the file. A history that cannot be read or written is no error: the prompt
/// works without.
public struct HistoryFile: Sendable {
  /// Where the file is.
  public let path: String
  /// How many of its entries are read back, the latest.
  public let limit: Int
  private let files = FileAccess.everywhere

  /// The history at a path.
  public init(path: String, limit: Int = 2000) {
    self.path = path
    self.limit = limit
  }

  /// `$XDG_STATE_HOME/mamlnb/history`, by default under `~/.local/state`; nil where there is no
  /// home.
  public static func defaultPath() -> String? {
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/mamlnb/history"
    }
    return Environment["HOME"].map { $0 + "/.local/state/mamlnb/history" }
  }

  /// The latest entries, the oldest first; lines that are no entry are left out.
  public func entries() -> [String] {
    guard let bytes = try? files.read(path) else { return [] }
    let entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSONValue(parsing: String(decoding: line, as: UTF8.self)))?.string
    }
    return Array(entries.suffix(limit))
  }

  /// Adds an entry at the end.
  public func append(_ entry: String) {
    let line = Array((JSONValue.string(entry).line + "\n").utf8)
    // What somebody typed is for nobody else to read.
    if let slash = path.lastIndex(of: "/") {
      try? files.makeFolder(String(path[..<slash]), mode: 0o700)
    }
    try? files.extend(path, by: line, lasting: .machine, mode: 0o600)
  }
}
