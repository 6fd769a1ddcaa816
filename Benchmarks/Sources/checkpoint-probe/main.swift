// checkpoint-probe: a small training that Scripts/check-resume kills and resumes, and a look into
// what it saved for Scripts/check-checkpoints.

import Autodiff
import FewShotData
import Glibc
import MetaLearning
import Tensors

let usage = """
  usage: checkpoint-probe train PATH --iterations N [--threads T] [--every K] [--network NAME]
         checkpoint-probe digest PATH
         checkpoint-probe logits PATH OUT.npy IMAGES.npy [--network NAME]

    train   trains on invented characters and saves the run; goes on with the one at PATH, if any
    digest  prints a hash of all numbers of a run
    logits  writes what a network makes of images: that of a run, that of a network's file, or,
            where --network says which layers, that of another program's parameters
    NAME    strided or pooled
  """

/// Prints an error and ends the program.
func stop(_ message: String, status: Int32) -> Never {
  let line = Array("checkpoint-probe: \(message)\n".utf8)
  _ = unsafe write(STDERR_FILENO, line, line.count)
  exit(status)
}

// MARK: - Arguments

/// The words of the command line: those without a name, and the options.
struct Arguments {
  var words: [String] = []
  var options: [String: String] = [:]

  init(_ arguments: some Sequence<String>) {
    var name: String?
    for argument in arguments {
      if let option = name {
        options[option] = argument
        name = nil
      } else if argument.hasPrefix("--") {
        name = argument
      } else {
        words.append(argument)
      }
    }
    if name != nil { stop(usage, status: 2) }
  }

  func number(_ option: String) -> Int? {
    guard let text = options[option] else { return nil }
    guard let number = Int(text) else { stop("\(option) cannot be '\(text)'", status: 2) }
    return number
  }

  func network(seed: Int = 0) -> Network {
    switch options["--network"] {
    case nil, "strided": .strided(way: 5, seed: seed)
    case "pooled": .pooled(way: 5, seed: seed)
    case let name?: stop("there is no network '\(name)'", status: 2)
    }
  }
}

// MARK: - Commands

func train(_ path: String, _ arguments: Arguments) throws {
  guard let iterations = arguments.number("--iterations") else { stop(usage, status: 2) }
  let split = CharacterCollection.glyphs(seed: 0).split(seed: 0)
  let tasks = try TaskDistribution(split.train, way: 5, shot: 1, queriesPerClass: 5, seed: 1)
  let unseen = try TaskDistribution(split.validation, way: 5, shot: 1, queriesPerClass: 5, seed: 2)
  let maml = MAML(innerSteps: 2, innerLearningRate: 0.1)
  let checkpoint = Checkpointing(
    to: path, every: arguments.number("--every") ?? 1, settings: ["seed": "1"])
  let validation = Validation(on: unseen, every: 7, taskCount: 4)
  let threads = arguments.number("--threads")

  let isThere = unsafe access(path, F_OK) == 0
  if isThere {
    let run = try TrainingRun(contentsOf: path)
    _ = try MetaLearning.train(
      continuing: run, using: maml, on: tasks, iterations: max(0, iterations - run.iteration),
      tasksPerBatch: 3, validation: validation, checkpoint: checkpoint, threads: threads)
  } else {
    _ = try MetaLearning.train(
      arguments.network(), using: maml, on: tasks, iterations: iterations, tasksPerBatch: 3,
      metaLearningRate: 0.003, validation: validation, checkpoint: checkpoint, threads: threads)
  }
}

func digest(_ path: String) throws {
  let run = try TrainingRun(contentsOf: path)
  let tensors =
    run.parameters.parameters + run.bestNetwork.parameters
    + run.optimizer.memory.sorted { $0.key < $1.key }.flatMap(\.value)
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  func add(_ bits: UInt64) { hash = (hash ^ bits) &* 0x0000_0100_0000_01B3 }
  for scalar in tensors.flatMap(\.scalars) { add(UInt64(scalar.bitPattern)) }
  for number in run.history.losses + run.history.accuracies { add(number.bitPattern) }
  for point in run.history.validations { add(point.evaluation.accuracy.bitPattern) }
  add(UInt64(run.optimizer.stepCount))
  print("\(run.iteration) iterations, digest \(String(hash, radix: 16))")
}

func logits(_ path: String, to output: String, of images: String, _ arguments: Arguments) throws {
  let array = try NumberArray(contentsOf: images)
  // With one channel, PyTorch's [count, 1, 28, 28] has the same numbers in the same order.
  let batch = Tensor(
    shape: Shape([array.values.count / 784, 28, 28, 1]), scalars: array.values)
  let network: Network
  if arguments.options["--network"] != nil {
    network = try arguments.network(seed: 99).withParameters(contentsOf: path)
  } else if path.hasSuffix("-best.safetensors") {
    network = try Network(contentsOf: path)
  } else {
    network = try TrainingRun(contentsOf: path).network
  }
  let result = network(batch)
  try NumberArray(shape: result.shape.dimensions, values: result.scalars).write(to: output)
}

let arguments = Arguments(CommandLine.arguments.dropFirst())
do {
  switch (arguments.words.first, arguments.words.dropFirst().count) {
  case ("train", 1): try train(arguments.words[1], arguments)
  case ("digest", 1): try digest(arguments.words[1])
  case ("logits", 3):
    try logits(
      arguments.words[1], to: arguments.words[2], of: arguments.words[3], arguments)
  default: stop(usage, status: 2)
  }
} catch {
  stop("\(error)", status: 1)
}
