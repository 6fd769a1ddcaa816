internal import ArgumentParser
internal import CellLanguage
internal import FewShotData
internal import MetaLearning
internal import Notebook
internal import NotebookSession
internal import Prelude
internal import Walkthrough

/// Where the walkthrough's commands say how it goes, and what stops them.
struct WalkthroughConsole {
  private let workbench: Workbench

  /// A console whose figures are filed under a command's name.
  init(_ command: String, plots: String? = nil, graphics: Graphics = .automatic) {
    var machine = MachineOptions.standard
    machine.reach.plotsFolder = plots
    machine.graphics = graphics
    workbench = Workbench(machine, frontMatter: FrontMatter(), stem: command, folder: nil)
    _ = InterruptSignal.install(countsTermination: true)
  }

  /// Whether to stop.
  var interrupt: @Sendable () -> Bool { { [flag = workbench.interrupt] in flag.isRaised } }

  /// Shows what a command tells.
  func show(_ event: WalkthroughEvent) {
    switch event {
    case .line(let text):
      workbench.presenter.report(text)
    case .reading(let progress):
      show(
        ProgressReport(
          title: "reading characters", completed: progress.completed, total: progress.total))
    case .training(let iteration, let total, let loss, let accuracy):
      show(
        ProgressReport(
          title: "training", completed: iteration, total: total,
          measures: [.init("loss", loss)] + (accuracy.map { [.init("accuracy", $0)] } ?? [])))
    case .evaluating(let completed, let total):
      show(ProgressReport(title: "evaluating", completed: completed, total: total))
    }
  }

  /// Shows the curve of a training, in the terminal and as a PNG.
  func show(_ history: TrainingHistory) throws {
    let bundle = try workbench.prelude.bundle(for: plot(history), interrupt: interrupt)
    if let note = bundle.note { workbench.presenter.present(.note(note)) }
    workbench.presenter.present(.display(bundle, file: nil))
  }

  /// Runs a command's work: what goes wrong is said, and becomes an exit status.
  func perform(_ work: () throws -> Void) throws {
    do {
      try work()
      end()
      try workbench.checkOutput()
    } catch let error as ExitCode {
      end()
      throw error
    } catch is CancellationError {
      end()
      complain("mamlnb: interrupted")
      throw ExitCode(130)
    } catch let error as SettingsError {
      end()
      complain("mamlnb: error: \(error)")
      throw ExitCode(2)
    } catch {
      end()
      complain("mamlnb: error: \(error)")
      throw ExitCode(1)
    }
  }

  /// Leaves the line of the progress.
  func end() { workbench.presenter.present(.progress(nil)) }

  private func show(_ report: ProgressReport) { workbench.presenter.present(.progress(report)) }
}
