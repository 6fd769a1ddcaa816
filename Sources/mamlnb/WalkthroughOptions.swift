public import ArgumentParser
public import FewShotData
public import MetaLearning
public import Walkthrough

/// The options of the walkthrough's `train.py` and `evaluate.py`, under their own names, and those that
/// go beyond. Only what was typed is there: what else holds is the protocol's, or the checkpoint's.
struct WalkthroughOptions: ParsableArguments {
  @Option(name: .customLong("n-way"), help: "Classes of a task.")
  var way: Int?

  @Option(name: .customLong("k-spt"), help: "Support images of each class.")
  var shot: Int?

  @Option(name: .customLong("k-query"), help: "Query images of each class.")
  var queries: Int?

  @Option(name: .customLong("glob-update-step-test"), help: "Inner steps in evaluation.")
  var testSteps: Int?

  @Option(
    name: .customLong("glob-base-lr"),
    help: "The size of an inner step, or what learned ones start as.")
  var baseRate: Double?

  @Option(help: "The algorithm.")
  var algorithm: AlgorithmName?

  @Option(help: "The network: the walkthrough's with max pooling, or the paper's with strides.")
  var net: NetworkName?

  @Option(
    help: ArgumentHelp(
      "glyphs, omniglot, or a folder of make-data's files or Omniglot's archives.",
      valueName: "data"))
  var data: String?

  @Option(help: "Which characters also come turned by 90°, 180° and 270°.")
  var rotations: Rotations?

  @Option(name: .customLong("protocol"), help: "Whose rules: they decide what is not said.")
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
extension Rotations: ExpressibleByArgument {}
extension ScheduleName: ExpressibleByArgument {}
extension DerivativeOrder: ExpressibleByArgument {}

/// The walkthrough's options as its scripts have them: `--n_way` is `--n-way`, `--use_gpu` alone is
/// `--use-gpu true`, truths are Python's too, and numbers below 0 are numbers and no options.
package enum WalkthroughSpelling {
  /// Returns arguments with the options' names as they are declared.
  package static func normalized(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for (place, argument) in arguments.enumerated() {
      guard argument.hasPrefix("--") else {
        if result.last == "--use-gpu" {
          result[result.count - 1] = "--use-gpu=\(truth(argument))"
        } else if argument.hasPrefix("-"), Double(argument) != nil, let name = result.last,
          name.hasPrefix("--"), !name.contains("=")
        {
          result[result.count - 1] = "\(name)=\(argument)"
        } else {
          result.append(argument)
        }
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].map { $0 == "_" ? "-" : $0 })
      guard name == "--use-gpu" else {
        result.append(([name] + parts.dropFirst().map(String.init)).joined(separator: "="))
        continue
      }
      let next = place + 1 < arguments.count ? truth(arguments[place + 1]) : ""
      if parts.count > 1 {
        result.append("\(name)=\(truth(String(parts[1])))")
      } else {
        result.append(["true", "false"].contains(next) ? name : "\(name)=true")
      }
    }
    return result
  }

  private static func truth(_ text: String) -> String {
    switch text.lowercased() {
    case "true", "1", "yes": "true"
    case "false", "0", "no": "false"
    default: text
    }
  }
}
