internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession

/// `mamlnb run --watch FILE`: runs a notebook, and again what has changed whenever it is saved.
struct NotebookWatch {
  private let command: RunSubcommand
  private var file: FileWatch

  /// A watch of a command's notebook.
  init(_ command: RunSubcommand) throws {
    guard !command.notebook.source.isInput, NotebookFile.isFile(command.notebook.file) else {
      throw UsageError("--watch needs a notebook that is a file")
    }
    self.command = command
    file = FileWatch(command.notebook.file)
  }

  /// Runs until an interrupt ends it.
  ///
  /// - Returns: the status to exit with.
  mutating func run() throws -> Int32 {
    var document = try command.notebook.source.document()
    let run = command.run(of: document)
    while true {
      let status = try run.run(
        through: try command.start(run), within: command.timeout, caution: .warn)
      if status > 128 { return status }
      guard let next = nextDocument(unlike: document, until: run.interrupt) else {
        return InterruptSignal.exitStatus
      }
      try run.replace(by: next)
      document = next
    }
  }

  /// Waits for another notebook that can run; nil where an interrupt came first.
  private mutating func nextDocument(
    unlike old: NotebookDocument, until interrupt: InterruptFlag
  ) -> NotebookDocument? {
    while file.waitForChange(until: interrupt) {
      do {
        let document = try command.notebook.source.document()
        // A cell that is gone is a slip, too.
        if document != old { return document }
      } catch {
        // What is half written is saved again.
        complain("mamlnb: \(error)")
      }
    }
    return nil
  }
}
