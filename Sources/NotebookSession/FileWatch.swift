public import CellLanguage
internal import Glibc

/// Tells when a file has been saved, also by an editor that writes another file and gives it the name.
public struct FileWatch {
  private let path: String
  private var seen: Stamp?

  /// What changes when a file is saved.
  private struct Stamp: Equatable {
    let device: dev_t
    let number: ino_t
    let size: off_t
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      number = status.st_ino
      size = status.st_size
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// How long a save may wait to be seen, in microseconds.
  private static let interval: UInt32 = 50_000

  /// A watch that begins with the file as it is.
  public init(_ path: String) {
    self.path = path
    seen = Stamp(path)
  }

  /// Waits until the file is another one, and is whole: it has not changed for a moment.
  ///
  /// - Returns: false where an interrupt came first.
  public mutating func waitForChange(until interrupt: InterruptFlag) -> Bool {
    var last = seen
    while !interrupt.isRaised {
      usleep(Self.interval)
      let now = Stamp(path)
      defer { last = now }
      // Between two names an editor may leave none.
      guard let now, now != seen, now == last else { continue }
      seen = now
      return true
    }
    return false
  }
}
