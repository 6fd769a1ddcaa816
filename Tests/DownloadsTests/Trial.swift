import Downloads
import Foundation
import Synchronization

/// A data set of one archive, and a folder that it is fetched into.
final class Trial {
  /// The official archive.
  static let official = (0..<200_000).map { UInt8(truncatingIfNeeded: ($0 * 7919) >> 3) }
  /// Another archive that holds the same.
  static let equivalent =
    Array("whole".utf8) + [UInt8](repeating: 7, count: 50_000)
    + Array("end".utf8)
  /// Patience for tests in which nothing stalls.
  static let patience = {
    var patience = Patience()
    patience.attempts = 3
    patience.firstPause = .milliseconds(5)
    return patience
  }()

  /// The archive's name.
  static let file = "a.zip"

  /// What happened.
  private(set) var events: [Fetch.Event] = []
  /// The folder.
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "downloads-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { remove() }

  /// Removes the folder, for those who leave by `exit`.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// A data set whose authors' server is this one.
  static func dataSet(home: Source) -> DataSet {
    let archive = DataSet.Archive(
      file: file, size: official.count,
      digest: "45c962ca3616205df7ce353c53baf60afcc0d12f36a48b25d49c88c8b17ea456",
      contents: "2 characters"
    ) { path, _ in
      let bytes = try Data(contentsOf: URL(filePath: path))
      guard bytes.starts(with: Data("whole".utf8)) else { return "is something else" }
      return bytes.suffix(3) == Data("end".utf8) ? nil : "is truncated"
    }
    return DataSet(name: "a", title: "A", home: home, archives: [archive])
  }

  /// Fetches from the authors' server, or from another source; returns what went wrong.
  func fetch(
    home: String = "http://127.0.0.1:1", from source: Source? = nil, patience: Patience = patience,
    interrupt: @escaping () -> Bool = { false }
  ) -> DownloadError? {
    let home = Source(parsing: home) ?? .web(home)
    let fetch = Fetch(
      Self.dataSet(home: home), from: source, to: folder, patience: patience, interrupt: interrupt
    ) { [unowned self] in events.append($0) }
    do throws(DownloadError) {
      try fetch.run()
      return nil
    } catch {
      return error
    }
  }

  /// The names of the files in the folder.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The path of a file in the folder.
  func path(_ name: String = file) -> String { "\(folder)/\(name)" }

  /// The bytes of a file in the folder.
  func bytes(_ name: String = file) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path(name)))).map(Array.init)
  }

  /// Puts a file into the folder.
  func write(_ bytes: some Sequence<UInt8>, to name: String = file) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  /// Puts the start of a download into the folder, as a program that was killed leaves it.
  func writePart(_ bytes: some Sequence<UInt8>, from server: WebServer, tag: String = "\"v1\"")
    throws
  {
    try write(bytes, to: "\(Self.file).part")
    try write("\(server.address)/\(Self.file)\n\(tag)\n".utf8, to: "\(Self.file).part.from")
  }
}

extension Trial {
  /// The verdict on what was fetched.
  var fetched: Verdict? {
    for case .fetched(_, let verdict) in events { return verdict }
    return nil
  }

  /// The verdict on what was there.
  var present: Verdict? {
    for case .present(_, let verdict) in events { return verdict }
    return nil
  }

  /// The errors after which it was tried again.
  var retries: [DownloadError] {
    events.compactMap { if case .retry(_, let error, _) = $0 { error } else { nil } }
  }

  /// How often it began from the start again.
  var restarts: Int {
    events.count { if case .restart = $0 { true } else { false } }
  }

  /// How many bytes there were, each time that was told.
  var progress: [Int] {
    events.compactMap { if case .progress(_, let count, _) = $0 { count } else { nil } }
  }
}
