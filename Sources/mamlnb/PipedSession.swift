internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession

/// Runs all of standard input as if it were typed; the first failure ends it.
///
/// - Parameter bytes: what it is, where that has been read.
/// - Throws: the exit status of a run, where something failed and nobody was there to see it.
func runInput(
  _ mode: Interaction.Mode, driver: SessionDriver, on workbench: Workbench, bytes: [UInt8]? = nil
) throws {
  if case .stepping(let notebook) = mode, ["-", "/dev/stdin"].contains(notebook.path) {
    throw UsageError("step reads a notebook that is a file; 'mamlnb run -' runs standard input")
  }
  _ = InterruptSignal.install(countsTermination: true)
  let input = PipedInput(named: StandardInput.name, blankLinesCount: mode.isStepping) {
    (bytes ?? StandardInput.bytes(until: workbench.interrupt))
      .map { String(decoding: $0, as: UTF8.self) }
  }
  let interaction = Interaction(mode, driver: driver, input: input, presenter: workbench.presenter)
  let ending = interaction.run()
  try workbench.checkOutput()
  switch ending {
  case .finished: return
  case .failed: throw ExitCode(ending.exitStatus)
  case .interrupted: throw ExitCode(InterruptSignal.exitStatus)
  }
}
