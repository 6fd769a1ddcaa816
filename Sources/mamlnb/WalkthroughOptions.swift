public import ArgumentParser
public import MetaLearning
public import Walkthrough

/// The options of the walkthrough's `train.py` and `evaluate.py`, under their own names, and those that
/// go beyond. Only what was typed is there: what else holds is the protocol's, or the checkpoint's.
struct WalkthroughOptions: ParsableArguments {
  @Option(name: .customLong("n-way"), help: "Classes of a task (5).")
  var way: Int?

  @Option(name: .customLong("k-spt"), help: "Support images of each class (1).")
  var shot: Int?

  @Option(name: .customLong("k-query"), help: "Query images of each class (15).")
  var queries: Int?

  @Option(name: .customLong("glob-update-step-test"), help: "Inner steps in evaluation (5).")
  var testSteps: Int?

  @Option(
    name: .customLong("glob-base-lr"),
    help: "The size of an inner step, or what learned ones start as (0.1).")
  var baseRate: Double?

  @Option(help: "maml, anil, reptile, metasgd, maml++ or protonet (maml).")
  var algorithm: AlgorithmName?

  @Option(help: "maxpool, the walkthrough's, or strided, the paper's (maxpool).")
  var net: NetworkName?

  @Option(
    help: ArgumentHelp(
      "glyphs, omniglot, or a folder of make-data's files or Omniglot's archives (omniglot).",
      valueName: "data"))
  var data: String?

  @Option(help: "Characters turned by 90°, 180° and 270° as others: none, training or all (none).")
  var rotations: RotationsName?

  @Option(name: .customLong("protocol"), help: "Whose rules: walkthrough or paper (walkthrough).")
  var rules: ProtocolName?

  @Option(help: "Threads (as many as there are cores). Results have the same bits for any number.")
  var threads: Int?

  @Option(
    name: .customLong("use-gpu"),
    help: ArgumentHelp("Accepted as the walkthrough's; this build uses the CPU.", valueName: "bool")
  )
  var usesGPU: Bool?

  mutating func validate() throws {
    if let threads, !(1...4096 ~= threads) {
      throw ValidationError(
        "'--threads \(threads)' is not possible; expected a number from 1 to 4,096")
    }
  }
}

extension WalkthroughOptions {
  /// What was typed, by the options' names.
  var given: [String: String] {
    [
      "n-way": way?.description, "k-spt": shot?.description, "k-query": queries?.description,
      "glob-update-step-test": testSteps?.description, "glob-base-lr": baseRate?.description,
      "algorithm": algorithm?.rawValue, "net": net?.rawValue, "data": data,
      "rotations": rotations?.rawValue, "protocol": rules?.rawValue,
    ].compactMapValues { $0 }
  }

  /// Says that there is no GPU where one was asked for.
  func mentionGPU(on console: WalkthroughConsole) {
    guard usesGPU == true else { return }
    console.show(.line("--use_gpu: this build computes on the CPU; it goes on without a GPU"))
  }
}

extension ProtocolName: ExpressibleByArgument {}
extension AlgorithmName: ExpressibleByArgument {}
extension NetworkName: ExpressibleByArgument {}
extension RotationsName: ExpressibleByArgument {}
extension ScheduleName: ExpressibleByArgument {}
extension DerivativeOrder: ExpressibleByArgument {}

/// The walkthrough's options as its scripts have them: `--n_way` is `--n-way`, and `--use_gpu` alone is
/// `--use-gpu true`.
enum WalkthroughSpelling {
  /// Returns arguments with the options' names as they are declared.
  static func normalized(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for (place, argument) in arguments.enumerated() {
      guard argument.hasPrefix("--") else {
        let isTruth = result.last == "--use-gpu"
        result.append(isTruth ? argument.lowercased() : argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].map { $0 == "_" ? "-" : $0 })
      result.append(([name] + parts.dropFirst().map(String.init)).joined(separator: "="))
      if name == "--use-gpu", parts.count == 1 {
        let next = place + 1 < arguments.count ? arguments[place + 1].lowercased() : ""
        if next != "true", next != "false" { result.append("true") }
      }
    }
    return result
  }
}
