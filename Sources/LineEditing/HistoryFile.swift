internal import Glibc
internal import SystemFiles
internal import Text

/// The entries of earlier runs, kept as JSON Lines: one string a line, the oldest first.
///
/// An entry is appended and synchronised as soon as it is made, so that a crash loses none and several
/// prompts can share the file: each adds to the end what it takes, and reads what the others took when
/// it begins. A history that cannot be read or written is no error: the prompt works without.
public struct HistoryFile: Sendable {
  /// Where the file is.
  public let path: String
  /// How many of its entries are read back, the latest.
  public let limit: Int
  private let files = FileAccess.everywhere

  private static let newline = UInt8(ascii: "\n")

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

  /// The latest entries, the oldest first, without repetitions in a row; lines that are no entry are left
  /// out.
  public func entries() -> [String] {
    guard let bytes = try? files.read(path) else { return [] }
    var entries: [String] = []
    // Only as many lines are understood as are wanted, from the end.
    for line in bytes.split(separator: Self.newline).reversed() {
      guard entries.count < max(0, limit) else { break }
      let text = String(decoding: line, as: UTF8.self)
      guard let entry = (try? JSONValue(parsing: text))?.string else { continue }
      if let last = entries.last, last.utf8.elementsEqual(entry.utf8) { continue }
      entries.append(entry)
    }
    return entries.reversed()
  }

  /// Adds an entry at the end.
  public func append(_ entry: String) {
    var line = Array((JSONValue.string(entry).line + "\n").utf8)
    // A line that was cut off must not take this one along.
    if !endsInNewline { line.insert(Self.newline, at: 0) }
    // What somebody typed is for nobody else to read.
    if let slash = path.lastIndex(of: "/") {
      try? files.makeFolder(String(path[..<slash]), mode: 0o700)
    }
    try? files.extend(path, by: line, lasting: .machine, mode: 0o600)
  }

  /// Whether the file ends as lines do, or has none.
  private var endsInNewline: Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return true }
    defer { close(file) }
    guard lseek(file, -1, SEEK_END) >= 0 else { return true }
    var last = Self.newline
    return unsafe read(file, &last, 1) != 1 || last == Self.newline
  }
}
