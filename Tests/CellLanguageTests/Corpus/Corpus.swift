import CellLanguage
import Foundation

/// The programs under `Tests/Scripts`.
enum Corpus {
  /// Where they are.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scripts", directoryHint: .isDirectory)

  /// The features: one folder each.
  static let folders: [String] = contents(root).filter { isDirectory(root.appending(path: $0)) }

  /// The programs of a folder, by name.
  static func programs(in folder: String) throws -> [CorpusProgram] {
    let place = root.appending(path: folder)
    return try contents(place).filter { $0.hasSuffix(".swift") }.map {
      try CorpusProgram(place.appending(path: $0))
    }
  }

  /// The programs that are known to fail: `known-failures.txt`, a name a line.
  static let knownFailures: Set<String> = {
    let text = try? String(contentsOf: root.appending(path: "known-failures.txt"), encoding: .utf8)
    return Set((text ?? "").split(separator: "\n").map(String.init))
  }()

  /// A limit of steps, so that a mistake in a loop fails a test and does not stop the run.
  static let limits = Limits(steps: 100_000_000)

  private static func contents(_ place: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).sorted()
  }

  private static func isDirectory(_ place: URL) -> Bool {
    (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }
}
