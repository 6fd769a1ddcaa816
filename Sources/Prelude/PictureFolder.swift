internal import Glibc
internal import Plotting
internal import Synchronization
internal import SystemFiles

/// The folder that the pictures of a session are written to: its own for as long as the session runs.
///
/// A session locks the folder with its first picture. Where another session that still runs has locked
/// it, the pictures go to `session-2` in it, or the next number that is free: no session writes over the
/// pictures of another, and a session that runs alone finds the names that it had before.
final class PictureFolder: Sendable {
  private let path: String
  private let files: FileAccess
  private let uses: FileUses?
  private let state = Mutex(State())

  private struct State {
    /// The folder that pictures go to; nil before the first.
    var claim: Claim?
    var names = PictureNames()
    var figures: [WrittenFigure] = []
    /// Whether it has been said why pictures are not written.
    var hasComplained = false
  }

  /// A folder with a lock on it, which ends with the process at the latest.
  private final class Claim: Sendable {
    let path: String
    /// The open folder that is locked, where the file system has locks.
    private let descriptor: Int32

    init(path: String, descriptor: Int32) {
      self.path = path
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }
  }

  /// A picture that was written, or not.
  struct Written {
    /// Its path; nil where it could not be written.
    var path: String?
    /// What to tell the reader, once.
    var note: String?
  }

  /// A folder, which is made with the first picture.
  ///
  /// - Parameter uses: where it is noted which pictures were written.
  init(_ folder: AllowedFolder, noting uses: FileUses? = nil) {
    path = folder.path
    self.uses = uses
    files = FileAccess(readable: [folder], writable: [folder])
  }

  /// The figures written so far, in the order in which they were shown last.
  var figures: [WrittenFigure] { state.withLock { $0.figures } }

  /// Writes the picture of a figure under the figure's title.
  func write(_ picture: [UInt8], of figure: Figure) -> Written {
    state.withLock { state in
      do {
        var note: String?
        if state.claim == nil { (state.claim, note) = try claimed() }
        guard let folder = state.claim?.path else { return Written() }
        let path = "\(folder)/\(state.names.name(for: figure, picture: picture))"
        try files.write(picture, to: path, lasting: .program)
        uses?.note(written: path)
        // The same picture under the same name is one figure, shown again.
        state.figures.removeAll { $0.path == path }
        state.figures.append(WrittenFigure(path: path, title: figure.title))
        return Written(path: path, note: note)
      } catch {
        defer { state.hasComplained = true }
        return Written(note: state.hasComplained ? nil : "figures are not kept: \(error)")
      }
    }
  }

  /// The first folder that nobody has locked, and what is new about it.
  private func claimed() throws(FileError) -> (claim: Claim, note: String?) {
    let isNew = try files.kind(of: path, for: .write) == nil
    var number = 1
    while true {
      let candidate = number == 1 ? path : "\(path)/session-\(number)"
      let folder = try files.makeAndOpenFolder(candidate)
      let descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else { throw FileError(.write, candidate) }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(descriptor)
        number += 1
        continue
      }
      let note =
        number > 1
        ? "another session writes figures to '\(path)'; these are kept in '\(candidate)'"
        : isNew ? "figures are kept in '\(path)'" : nil
      return (Claim(path: candidate, descriptor: descriptor), note)
    }
  }
}
