import CellLanguage
import Glibc
import Notebook
import NotebookSession

/// A folder of a test's own, deleted with it.
final class Workplace: Sendable {
  /// The path of the folder.
  let path = "/tmp/mamlnb-session-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"

  init() {
    _ = unsafe mkdir(path, 0o755)
  }

  deinit {
    var pid: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = unsafe [
      strdup("rm"), strdup("-rf"), strdup(path), nil,
    ]
    if unsafe posix_spawn(&pid, "/bin/rm", nil, nil, words, nil) == 0 {
      waitpid(pid, nil, 0)
    }
    unsafe words.forEach { unsafe free($0) }
  }

  /// Writes a file of the folder.
  func write(_ bytes: some Sequence<UInt8>, to name: String) {
    let bytes = Array(bytes)
    let descriptor = unsafe open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    close(descriptor)
  }

  /// The bytes of a file of the folder; nil where there is none.
  func read(_ name: String) -> [UInt8]? {
    let descriptor = unsafe open(path + "/" + name, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count <= 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Removes a file.
  func remove(_ name: String) { unsafe unlink(path + "/" + name) }

  /// Whether the folder has a file.
  func has(_ name: String) -> Bool { unsafe access(path + "/" + name, F_OK) == 0 }
}

/// A driver whose output a test can read.
struct Stage {
  let sink = RecordingSink()
  let interrupt: InterruptFlag
  let driver: SessionDriver
  let presenter: ConsolePresenter

  init(
    _ text: String, folder: OutputFolder? = nil, shell: SessionDriver.ShellAccess = .allowed,
    library: HostLibrary = HostLibrary(), interrupt: InterruptFlag = InterruptFlag()
  ) {
    self.interrupt = interrupt
    presenter = ConsolePresenter(sink: sink, capabilities: .init())
    driver = SessionDriver(
      document: NotebookDocument(parsing: text), name: "x.mamlnb",
      runner: CellRunner(library: library), presenter: presenter, folder: folder,
      interrupt: interrupt, shell: shell)
  }
}
