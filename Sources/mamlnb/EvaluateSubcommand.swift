internal import ArgumentParser
internal import Walkthrough

/// `mamlnb evaluate`: the walkthrough's test.
struct EvaluateSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", _superCommandName: MamlnbCommand.name,
    abstract: "Test a checkpoint on characters that it has not seen, as evaluate.py does.",
    discussion: """
      It says the mean accuracy after each inner step and the 95 % confidence interval of the last. \
      What is not said is as the checkpoint was trained, but for the query images of each class, of \
      which there are 15. --protocol paper tests by the rules of the MAML paper: turned characters \
      too, as many query as support images, 600 tasks.
      """)

  @Argument(help: "The checkpoint: a run, of which the best is tested, or a model.")
  var file: String?

  @Option(help: ArgumentHelp("The checkpoint, as an option.", valueName: "file"))
  var checkpoint: String?

  @OptionGroup var options: WalkthroughOptions

  @Option(help: "Test tasks (992; by the paper's rules 600).")
  var tasks: Int?

  @Option(help: "What the test tasks are drawn from.")
  var seed = 0

  @Option(
    name: [
      .customLong("task-num"), .customLong("glob-update-step"), .customLong("glob-meta-lr"),
      .customLong("epochs"),
    ],
    help: ArgumentHelp(
      "Taken as the walkthrough's evaluate.py takes them, which train; they change no test.",
      valueName: "number"))
  var trainingOptions: [Double] = []

  @Flag(
    inversion: .prefixedNo,
    help: """
      Whether the query images of a task are normalized together, as the walkthrough and the paper \
      do; otherwise by the statistics of the support images.
      """)
  var transductive = true

  mutating func validate() throws {
    guard (file == nil) != (checkpoint == nil) else {
      throw ValidationError("name one checkpoint: 'mamlnb evaluate checkpoints/NAME.safetensors'")
    }
  }

  func run() throws {
    let console = WalkthroughConsole("evaluate")
    try console.perform {
      options.mentionGPU(on: console)
      var evaluation = try WalkthroughEvaluation(
        of: file ?? checkpoint ?? "", given: options.given, taskCount: tasks, taskSeed: seed,
        isTransductive: transductive)
      evaluation.threads = options.threads
      _ = try evaluation.run(report: console.show, interrupt: console.interrupt)
    }
  }
}
