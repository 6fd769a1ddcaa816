import Autodiff
import FewShotData
import Foundation
import MetaLearning
import Tensors
import Testing
import Walkthrough

@Suite struct WalkthroughTrainingTests {
  /// Small enough for a test: a second or so.
  private let small = [
    "data": "glyphs", "net": "strided", "task-num": "2", "k-query": "2", "glob-update-step": "1",
    "glob-update-step-test": "2", "validate-every": "2", "validation-tasks": "3", "epochs": "6",
  ]

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "walkthrough-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func lines(_ body: ((WalkthroughEvent) -> Void) throws -> Void) rethrows -> [String] {
    var lines: [String] = []
    try body { event in if case .line(let text) = event { lines.append(text) } }
    return lines
  }

  @Test func `the log has the accuracy after each step, and each validation`() throws {
    try withFolder { folder in
      var training = try WalkthroughTraining(given: small, checkpoint: "\(folder)/a.safetensors")
      training.loggingInterval = 3

      let log = try lines { _ = try training.run(report: $0, interrupt: { false }) }

      let steps = log.filter { $0.hasPrefix("step: ") }
      #expect(
        steps.map { $0.prefix { $0 != "." }.prefix(9) } == [
          "step: 0  ", "step: 2  ", "step: 3  ", "step: 4  ", "step: 6  ", "step: 6  ",
        ])
      #expect(steps.count { $0.contains("validation acc:") } == 3)
      // After 0 and 1 inner steps in training, 0, 1 and 2 in validation.
      #expect(steps[0].split(separator: " ").count == 6)
      #expect(steps[1].split(separator: " ").count == 9)
      let run = try TrainingRun(contentsOf: "\(folder)/a.safetensors")
      #expect(run.iteration == 6)
      #expect(run.best != nil)
    }
  }

  @Test func `a training that is stopped goes on to the same file`() throws {
    try withFolder { folder in
      let whole = try WalkthroughTraining(given: small, checkpoint: "\(folder)/whole.safetensors")
      _ = try whole.run(report: { _ in }, interrupt: { false })
      let part = "\(folder)/part.safetensors"
      var stopping = try WalkthroughTraining(given: small, checkpoint: part)
      stopping.savingInterval = 1
      let stop = Flag()
      #expect(throws: MetaLearningError.self) {
        _ = try stopping.run(
          report: { event in
            if case .training(3, _, _, _) = event { stop.raise() }
          }, interrupt: { stop.isRaised })
      }
      #expect(try TrainingRun(contentsOf: part).iteration == 3)

      let rest = try WalkthroughTraining(given: [:], checkpoint: part, resuming: true)
      _ = try rest.run(report: { _ in }, interrupt: { false })

      let files = FileManager.default
      #expect(
        files.contents(atPath: part) == files.contents(atPath: "\(folder)/whole.safetensors"))
    }
  }

  @Test func `other settings are refused by name, and more epochs are not`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      let training = try WalkthroughTraining(given: small, checkpoint: file)
      _ = try training.run(report: { _ in }, interrupt: { false })

      let error = #expect(throws: SettingsError.self) {
        try WalkthroughTraining(
          given: ["n-way": "7", "seed": "3", "epochs": "8"], checkpoint: file, resuming: true)
      }
      #expect(
        error
          == .differ(
            path: file,
            [
              .init(name: "n-way", kept: "5", given: "7"),
              .init(name: "seed", kept: "0", given: "3"),
            ]))
      let more = try WalkthroughTraining(given: ["epochs": "8"], checkpoint: file, resuming: true)
      #expect(try more.run(report: { _ in }, interrupt: { false }).iteration == 8)
    }
  }

  @Test func `a training that is there is not overwritten`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      let training = try WalkthroughTraining(given: small, checkpoint: file)
      _ = try training.run(report: { _ in }, interrupt: { false })

      #expect(throws: SettingsError.exists(path: file, iteration: 6)) {
        try WalkthroughTraining(given: small, checkpoint: file)
      }
      _ = try WalkthroughTraining(given: small, checkpoint: file, replacing: true)
    }
  }

  @Test func `what does not fit a checkpoint is refused`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      let training = try WalkthroughTraining(given: small, checkpoint: file)
      let run = try training.run(report: { _ in }, interrupt: { false })
      let cell = "\(folder)/cell.safetensors"
      var other = run
      other.settings = ["algorithm": "MAML(innerSteps: 5)"]
      try other.save(to: cell)

      func error(_ body: () throws -> Void) -> SettingsError? {
        #expect(throws: SettingsError.self, performing: body)
      }
      #expect(
        error { _ = try WalkthroughTraining(given: [:], checkpoint: file, resuming: true) }
          == .finished(path: file, iteration: 6, epochs: 6))
      #expect(
        error { _ = try WalkthroughTraining(given: [:], checkpoint: cell, resuming: true) }
          == .unknownSettings(path: cell))
      #expect(
        error { _ = try WalkthroughTraining(given: [:], checkpoint: "\(folder)/b", resuming: true) }
          == .nothingToResume(path: "\(folder)/b"))
      #expect(
        error {
          _ = try WalkthroughTraining(
            given: ["net": "maxpool", "start": file], checkpoint: "\(folder)/b")
        } == .otherNetwork(path: file, expected: .maxpool))
      #expect(
        error { _ = try WalkthroughEvaluation(of: cell, given: [:]) }
          == .algorithmUnknown(path: cell))
      #expect(
        error { _ = try WalkthroughEvaluation(of: file, given: ["algorithm": "metasgd"]) }
          == .otherAlgorithm(path: file, trained: "maml", given: "metasgd"))
      #expect(error { _ = try WalkthroughEvaluation(of: file, given: ["n-way": "4"]) } != nil)
      #expect(
        try WalkthroughEvaluation(
          of: cell, given: ["algorithm": "maml", "net": "strided", "data": "glyphs"]
        ).settings.way == 5)
    }
  }

  @Test func `a new training leaves nothing of the one that it replaces`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      _ = try WalkthroughTraining(given: small, checkpoint: file)
        .run(report: { _ in }, interrupt: { false })
      #expect(FileManager.default.fileExists(atPath: "\(folder)/a-best.safetensors"))
      var given = small
      given["epochs"] = "1"

      _ = try WalkthroughTraining(given: given, checkpoint: file, replacing: true)
        .run(report: { _ in }, interrupt: { false })

      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a-best.safetensors"))
    }
  }

  @Test(arguments: ["3", "5", "7"])
  func `a training starts from what another has learned`(way: String) throws {
    try withFolder { folder in
      var given = small
      given["algorithm"] = "metasgd"
      let first = try WalkthroughTraining(given: given, checkpoint: "\(folder)/a.safetensors")
      let run = try first.run(report: { _ in }, interrupt: { false })
      given["start"] = "\(folder)/a.safetensors"
      given["n-way"] = way
      given["epochs"] = "0"

      let second = try WalkthroughTraining(given: given, checkpoint: "\(folder)/b.safetensors")
      let started = try second.run(report: { _ in }, interrupt: { false })

      let (old, new) = (run.bestParameters, started.parameters)
      #expect(new.network["conv1.weight"] == old.network["conv1.weight"])
      #expect(new["rates.conv2.weight"] == old["rates.conv2.weight"])
      #expect(new.network.outputCount == Int(way))
      for (found, kept) in [
        (new.network["fc.weight"], old.network["fc.weight"]),
        (new["rates.fc.weight"], old["rates.fc.weight"]),
      ] {
        let (found, kept) = (try #require(found), try #require(kept))
        switch way {
        case "3": #expect(found == kept[0..<64, 0..<3])
        case "5": #expect(found == kept)
        default: #expect(found.shape == [64, 7])
        }
      }
    }
  }

  @Test func `an evaluation is that of the library`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      let training = try WalkthroughTraining(given: small, checkpoint: file)
      let run = try training.run(report: { _ in }, interrupt: { false })

      for isTransductive in [true, false] {
        let evaluation = try WalkthroughEvaluation(
          of: file, given: [:], taskCount: 5, taskSeed: 9, isTransductive: isTransductive)
        let found = try evaluation.run(report: { _ in }, interrupt: { false })

        let characters = try loadCharacters("glyphs").split(seed: 0)
        let tasks = try TaskDistribution(
          characters.test, way: 5, shot: 1, queriesPerClass: 15, seed: 9)
        let expected = try evaluate(
          run.bestParameters, using: MAML(innerSteps: 1), on: tasks, taskCount: 5, steps: 2,
          transductive: isTransductive)
        #expect(found == expected)
      }
    }
  }

  @Test func `another protocol says which characters took part in the training`() throws {
    try withFolder { folder in
      let file = "\(folder)/a.safetensors"
      var given = small
      given["epochs"] = "0"
      _ = try WalkthroughTraining(given: given, checkpoint: file)
        .run(report: { _ in }, interrupt: { false })
      let evaluation = try WalkthroughEvaluation(
        of: file, given: ["protocol": "paper"], taskCount: 2)
      #expect(evaluation.settings.queries == 1)

      let log = try lines { _ = try evaluation.run(report: $0, interrupt: { false }) }

      #expect(log.contains { $0.hasPrefix("note: the best was chosen by ") })
      #expect(!log.contains { $0.contains("the training saw") })
    }
  }
}

/// Something that is raised once.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isRaised: Bool { lock.withLock { value } }
  func raise() { lock.withLock { value = true } }
}
