internal import Glibc

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
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let reader = LineReader(descriptor: descriptor)
    var entries: [String] = []
    while case .text(let line) = reader.readLine() {
      if let entry = JSONLine.decode(line) { entries.append(entry) }
    }
    return Array(entries.suffix(limit))
  }

  /// Adds an entry at the end.
  public func append(_ entry: String) {
    makeFolder()
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // One call for the whole line, so that two prompts do not mix theirs.
    let line = Array((JSONLine.encode(entry) + "\n").utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    fsync(descriptor)
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      unsafe mkdir(folder, 0o700)
    }
  }
}
