internal import ArgumentParser
internal import MetaLearning
internal import Prelude
internal import Walkthrough

/// `mamlnb train`: the walkthrough's training.
struct TrainSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", _superCommandName: MamlnbCommand.name,
    abstract: "Meta-train a network, as the walkthrough's train.py does.",
    discussion: """
      Every 100 iterations it says the accuracy after each inner step, every 1000 it measures on \
      992 validation tasks and keeps the best; at the end the learning curve is drawn. Control-C \
      keeps what there is, and --resume goes on with it, to the same bits as if it had not stopped. \
      Names may be written as the walkthrough does (--n_way).

      What is not said is the walkthrough's: 5-way 1-shot tasks of 15 query images a class, 32 an \
      iteration, 5 inner steps of 0.1, 10000 iterations at 0.001, second-order MAML, the maxpool \
      network, Omniglot without turned characters, validation on 992 tasks every 1000 iterations. \
      With --protocol paper it is the MAML paper's.
      """)

  @OptionGroup var options: WalkthroughOptions

  @Option(name: .customLong("task-num"), help: "Tasks of an iteration.")
  var tasksPerBatch: Int?

  @Option(name: .customLong("glob-update-step"), help: "Inner steps in training.")
  var steps: Int?

  @Option(name: .customLong("glob-meta-lr"), help: "The outer learning rate, Adam's.")
  var metaRate: Double?

  @Option(name: .customLong("epochs"), help: "Iterations.")
  var iterations: Int?

  @Option(help: "How far derivatives go through inner steps.")
  var order: MAML.Order?

  @Option(help: "Shift each image by up to so many pixels each way.")
  var shift: Int?

  @Option(help: "The outer rate: cosine falls over all iterations.")
  var schedule: ScheduleName?

  @Option(
    name: .customLong("multi-step-iterations"),
    help: "Iterations in which MAML++ also counts the losses after the earlier steps.")
  var multiStepIterations: Int?

  @Option(help: "What the split, the first weights and the tasks are drawn from.")
  var seed: Int?

  @Option(
    help: ArgumentHelp(
      "A checkpoint to start from; for fewer classes with its first outputs, for more a new head.",
      valueName: "file"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "The file of the run (checkpoints/ALGORITHM-WAYway-SHOTshot.safetensors).", valueName: "file")
  )
  var checkpoint: String?

  @Flag(help: "Go on with the run of the checkpoint.")
  var resume = false

  @Flag(help: "Start over, though the checkpoint has a run.")
  var replace = false

  @Option(name: .customLong("save-every"), help: "Iterations between two saves.")
  var savingInterval = 100

  @Option(name: .customLong("log-every"), help: "Iterations between two lines of the log.")
  var loggingInterval = 100

  @Option(name: .customLong("validate-every"), help: "Iterations between two validations.")
  var validationInterval: Int?

  @Option(name: .customLong("validation-tasks"), help: "Tasks of a validation.")
  var validationTasks: Int?

  @Option(
    name: .customLong("plots"),
    help: ArgumentHelp("The folder that the curve is written to.", valueName: "folder"))
  var plots: String?

  @Option(help: "How the terminal shows the curve: \(Graphics.names).")
  var graphics: Graphics = .automatic

  mutating func validate() throws {
    if let checkpoint, checkpoint.isEmpty || checkpoint.hasSuffix("/") {
      throw ValidationError("'--checkpoint \(checkpoint)' is no file")
    }
    for (name, value) in [("save-every", savingInterval), ("log-every", loggingInterval)]
    where value < 1 {
      throw ValidationError("'--\(name) \(value)' is not possible; expected a number from 1")
    }
    if resume, replace {
      throw ValidationError("'--resume' goes on with a run and '--replace' starts over: choose one")
    }
  }

  func run() throws {
    let console = WalkthroughConsole(stem(), plots: plots, graphics: graphics)
    try console.perform {
      options.mentionGPU(on: console)
      let file = try checkpoint ?? defaultCheckpoint()
      var training: WalkthroughTraining
      do {
        training = try WalkthroughTraining(
          given: given, checkpoint: file, resuming: resume, replacing: replace)
      } catch let finished as SettingsError where finished.isFinished {
        // Who goes on until it is done is not wrong.
        console.show(.line("\(finished)"))
        return
      }
      training.savingInterval = savingInterval
      training.loggingInterval = loggingInterval
      training.threads = options.threads
      do {
        let run = try training.run(report: console.show, interrupt: console.interrupt)
        console.end()
        if run.iteration > 0 { try console.show(run.history) }
        let best = Checkpointing(to: file).bestPath
        console.show(
          .line(
            run.best == nil ? "saved as \(file)" : "saved as \(file); best on validation: \(best)"))
      } catch MetaLearningError.interrupted(let run) {
        console.end()
        complain(
          "mamlnb: interrupted after \(run.iteration) iterations, which are kept; "
            + "mamlnb train --resume --checkpoint '\(file)' goes on")
        throw ExitCode(130)
      }
    }
  }

  /// What was typed, by the options' names.
  private var given: [String: String] {
    let own = [
      "task-num": tasksPerBatch?.description, "glob-update-step": steps?.description,
      "glob-meta-lr": metaRate?.description, "epochs": iterations?.description,
      "order": order?.rawValue, "shift": shift?.description, "schedule": schedule?.rawValue,
      "multi-step-iterations": multiStepIterations?.description, "seed": seed?.description,
      "validate-every": validationInterval?.description,
      "validation-tasks": validationTasks?.description, "start": start,
    ].compactMapValues { $0 }
    return options.given.merging(own) { $1 }
  }

  /// What the curve is filed under: the checkpoint's name.
  private func stem() -> String {
    let file = checkpoint ?? (try? defaultCheckpoint()) ?? "train"
    let name = file.split(separator: "/").last.map(String.init) ?? "train"
    return name.hasSuffix(".safetensors") ? String(name.dropLast(12)) : name
  }

  private func defaultCheckpoint() throws -> String {
    let settings = try WalkthroughSettings(given: given)
    return "checkpoints/\(settings.algorithm.rawValue)-\(settings.way)way-\(settings.shot)shot"
      + ".safetensors"
  }
}
