import CellLanguage
import Foundation
import Notebook
import NotebookSession
import Prelude
import Synchronization
import mamlnb

/// Runs notebooks as the command does, with figures in a folder that is removed at the end.
final class GuideRun {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "mamlnb-guide-\(UUID().uuidString)").path

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What running a notebook leaves of each of its cells.
  func records(of document: NotebookDocument) throws -> [Sidecar.CellRecord] {
    let driver = driver(document, named: "guide.md", sink: RecordingSink())
    try driver.perform(.run(.all))
    return driver.session.sidecar.cells
  }

  /// What `mamlnb run example.mamlnb WORDS` shows, or `mamlnb export` where the word is `export`.
  func output(of notebook: String, words: [String]) throws -> String {
    let name = "example.mamlnb"
    let sink = RecordingSink()
    do {
      var document = NotebookDocument(parsing: notebook)
      guard document.problems.isEmpty else {
        throw NotebookFileError.invalid(path: name, document.problems)
      }
      if words == ["export"] {
        return try SwiftProgram.text(
          of: document, named: name, plots: "plots/example", runner: runner(document.frontMatter))
      }
      let overrides = words.indices.filter { words[$0] == "--set" }.map { words[$0 + 1] }
      try document.apply(overrides.compactMap { ParameterOverride(parsing: $0) })
      let driver = driver(
        document, named: name, sink: sink,
        shell: words.contains("--allow-shell") ? .allowed : .refused)
      try driver.perform(.run(.all))
    } catch let error as NotebookFileError {
      return "mamlnb: error: \(error)\n"
    } catch let error as ParameterError {
      return "mamlnb: error: \(error)\n"
    }
    return sink.text
  }

  private func runner(_ frontMatter: FrontMatter) -> CellRunner {
    let prelude = Prelude(plotsFolder: folder)
    return CellRunner(library: Workbench.library(prelude, frontMatter))
  }

  private func driver(
    _ document: NotebookDocument, named name: String, sink: RecordingSink,
    shell: SessionDriver.ShellAccess = .refused
  ) -> SessionDriver {
    SessionDriver(
      document: document, name: name, runner: runner(document.frontMatter),
      presenter: ConsolePresenter(sink: sink, capabilities: .init()), shell: shell)
  }
}

extension Sidecar.CellRecord {
  /// What the cell showed; of an error its words, without the places and the lines of the source.
  var shown: String {
    outputs.reduce(into: "") { text, output in
      switch output {
      case .stream(_, let printed): text += printed
      case .displayData(let bundle), .executeResult(let bundle):
        text += (bundle.plainText ?? "") + "\n"
      case .error(let failure):
        for line in failure.traceback where line.wholeMatch(of: /\s*\d* │ .*/) == nil {
          let words = line.replacing(#/^\S+?:\d+:\d+: /#, with: "")
            .replacing(#/ at \S+:\d+:\d+$/#, with: "")
          text += words + "\n"
        }
      }
    }
  }
}

/// A sink that keeps what is written.
private final class RecordingSink: TextSink {
  private let written = Mutex("")

  func write(_ text: String) {
    written.withLock { $0 += text }
  }

  /// What was written so far.
  var text: String { written.withLock { $0 } }
}
