import FewShotData
import Foundation
import MetaLearning
import Synchronization
import SystemFiles
import Testing

@Suite struct CheckpointingTests {
  private let folder: TemporaryFolder
  private let checkpoint: Checkpointing

  init() throws {
    folder = try TemporaryFolder()
    checkpoint = Checkpointing(to: folder("run.safetensors"), every: 3, settings: ["seed": "17"])
  }

  private var saved: TrainingRun {
    get throws { try TrainingRun(contentsOf: checkpoint.path) }
  }

  private var table: [[String]] {
    get throws {
      let text = try String(contentsOfFile: checkpoint.metricsPath, encoding: .utf8)
      #expect(text.hasSuffix("\n"))
      return text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  // MARK: When a run is saved

  @Test func `a run is saved at the start, every so many iterations, and at the end`() throws {
    var iterations: [Int] = []

    let run = try SmallTraining.run(
      iterations: 7, checkpoint: checkpoint,
      progress: { _ in iterations.append((try? saved)?.iteration ?? -1) })

    #expect(iterations == [0, 0, 3, 3, 3, 6, 6])
    #expect(try saved == run)
    #expect(
      try saved.settings == [
        "algorithm": "MAML(innerSteps: 1, innerLearningRate: 0.1, order: second)",
        "metaRateSchedule": "constant", "tasksPerBatch": "2", "seed": "17",
        "tasks": SmallTraining.tasks().description,
      ])
    #expect(try folder.names == ["run-best.safetensors", "run.csv", "run.safetensors"])
  }

  @Test func `saving does not change what is learned`() throws {
    let plain = try SmallTraining.run(iterations: 4)
    #expect(try SmallTraining.run(iterations: 4, checkpoint: checkpoint).bits == plain.bits)
  }

  @Test func `the best network has a file of its own`() throws {
    let run = try SmallTraining.run(iterations: 8, checkpoint: checkpoint)
    #expect(try Network(contentsOf: checkpoint.bestPath) == run.bestNetwork)
  }

  @Test func `an interrupted training saves what it has done and goes on to the same bits`() throws
  {
    // Asked at each step of each task, of training and validation alike: wherever it stops, the
    // iteration is done again as a whole.
    let whole = try SmallTraining.run(iterations: 6)
    for questions in [1, 6, 15, 20, 31] {
      let asked = Mutex(0)
      var checkpoint = checkpoint
      checkpoint.isReplacing = true
      do {
        _ = try SmallTraining.run(
          iterations: 6, checkpoint: checkpoint,
          interrupt: {
            asked.withLock {
              $0 += 1; return $0 >= questions
            }
          })
        Issue.record("the training was not interrupted")
      } catch MetaLearningError.interrupted(let run) {
        #expect(try saved == run)
        #expect(run.iteration < 6)
        let continued = try SmallTraining.continued(
          saved, iterations: 6 - run.iteration, checkpoint: checkpoint)
        #expect(continued.bits == whole.bits)
      }
    }
  }

  @Test func `learned rates, a schedule and the best go on to the same bits wherever it stops`()
    throws
  {
    let tasks = try SmallTraining.tasks()
    let validation = Validation(on: try SmallTraining.tasks(seed: 1), every: 2, taskCount: 3)
    let learner = MAMLPlusPlus(innerSteps: 2, multiStepIterations: 3, firstOrderIterations: 1)
    func trained(
      _ run: TrainingRun?, _ count: Int, _ interrupt: @escaping @Sendable () -> Bool = { false }
    ) throws -> TrainingRun {
      guard let run else {
        return try train(
          SmallTraining.network(), using: learner, on: tasks, iterations: count, tasksPerBatch: 2,
          metaRateSchedule: .cosine(total: 6), validation: validation, threads: 1,
          interrupt: interrupt)
      }
      return try train(
        continuing: run, using: learner, on: tasks, iterations: count, tasksPerBatch: 2,
        metaRateSchedule: .cosine(total: 6), validation: validation, threads: 1)
    }
    let whole = try trained(nil, 6)
    for questions in [1, 7, 12, 19, 26, 33, 40] {
      let asked = Mutex(0)
      do {
        _ = try trained(nil, 6) {
          asked.withLock {
            $0 += 1; return $0 >= questions
          }
        }
        Issue.record("the training was not interrupted")
      } catch MetaLearningError.interrupted(let run) {
        #expect(try trained(run, 6 - run.iteration).bits == whole.bits)
      }
    }
  }

  @Test func `a loss that stops being finite saves the last good run`() throws {
    do {
      _ = try SmallTraining.run(
        iterations: 4, checkpoint: checkpoint,
        maml: MAML(innerSteps: 3, innerLearningRate: 1e38))
      Issue.record("the training did not notice")
    } catch MetaLearningError.diverged(let iteration, _, let name, _, let run) {
      #expect(try saved == run)
      #expect(run.iteration == iteration)
      #expect(run.network[name] != nil)
    }
  }

  @Test func `a derivative that stops being finite does not spoil the run`() throws {
    let start = try train(
      SmallTraining.network(), using: RestlessMAML(), on: SmallTraining.tasks(), iterations: 2,
      tasksPerBatch: 2)
    do {
      _ = try train(
        continuing: start, using: RestlessMAML(slope: .infinity), on: SmallTraining.tasks(),
        iterations: 2, tasksPerBatch: 2, checkpoint: checkpoint)
      Issue.record("the training did not notice")
    } catch MetaLearningError.diverged(2, let task, _, _, let run) {
      #expect(task == 4)
      #expect(run.bits == start.bits)
      #expect(try saved == run)
    }
  }

  // MARK: What is not lost

  @Test func `a run that cannot be saved any more is in the error`() throws {
    do {
      _ = try SmallTraining.run(
        iterations: 6, checkpoint: checkpoint,
        progress: { progress in
          guard progress.iteration == 2 else { return }
          // Where the next checkpoint is to be written, there is now a folder.
          try? FileManager.default.moveItem(atPath: checkpoint.path, toPath: folder("moved"))
          try? FileManager.default.createDirectory(
            atPath: checkpoint.path, withIntermediateDirectories: false)
        })
      Issue.record("the training did not notice")
    } catch let error as MetaLearningError {
      guard case .unsaved(let run, let reason, let cause) = error else { throw error }
      #expect(try run == SmallTraining.run(iterations: 3, checkpoint: elsewhere()))
      #expect(reason == .file(FileError(.write, checkpoint.path, code: EISDIR)))
      #expect(cause == nil)
      #expect(
        "\(error)" == "the run of 3 iterations is not saved: "
          + "cannot write '\(checkpoint.path)': Is a directory")
      #expect(try TrainingRun(contentsOf: folder("moved")).iteration == 0)
    }
  }

  private func elsewhere() -> Checkpointing {
    var other = checkpoint
    other.path = folder("other.safetensors")
    return other
  }

  @Test func `a disk that is full for a moment ends the training with its run saved`() throws {
    do {
      _ = try SmallTraining.run(
        iterations: 6, checkpoint: checkpoint,
        progress: { progress in
          guard progress.iteration == 2 else { return }
          try? FileManager.default.removeItem(atPath: checkpoint.metricsPath)
          try? FileManager.default.createSymbolicLink(
            atPath: checkpoint.metricsPath, withDestinationPath: "/dev/full")
        })
      Issue.record("the training did not notice")
    } catch let error as CheckpointError {
      #expect(error == .file(FileError(.write, checkpoint.metricsPath, code: ENOSPC)))
      #expect(try saved.iteration == 3)
    }
  }

  @Test func `a training does not start where its run could not be saved`() throws {
    var lost = checkpoint
    lost.path = "/nowhere/run.safetensors"
    var told = 0
    #expect(throws: CheckpointError.self) {
      try SmallTraining.run(iterations: 1, checkpoint: lost, progress: { _ in told += 1 })
    }
    #expect(told == 0)
  }

  @Test func `another run is not replaced unless one says so`() throws {
    let long = try SmallTraining.run(iterations: 5, checkpoint: checkpoint)

    #expect(
      message { _ = try SmallTraining.run(iterations: 1, checkpoint: checkpoint) }
        == "'\(checkpoint.path)' has another run, of 5 iterations; "
        + "continue that one, save this one elsewhere, or say that it may be replaced")
    #expect(try saved == long)
    var replacing = checkpoint
    replacing.isReplacing = true
    #expect(try SmallTraining.run(iterations: 1, checkpoint: replacing).iteration == 1)
    #expect(try saved.iteration == 1)
  }

  @Test func `a file that is no checkpoint is not replaced`() throws {
    try folder.write(Array("precious".utf8), to: "run.safetensors")
    #expect(throws: CheckpointError.self) {
      try SmallTraining.run(iterations: 1, checkpoint: checkpoint)
    }
    #expect(try bytes(of: checkpoint.path) == Array("precious".utf8))
  }

  @Test func `an interval of no iterations is refused`() {
    var never = checkpoint
    never.interval = 0
    #expect(
      message { _ = try SmallTraining.run(iterations: 1, checkpoint: never) }
        == "every cannot be 0")
  }

  // MARK: The table

  @Test func `each iteration is a line of the table as soon as it is done`() throws {
    var lines: [Int] = []
    let run = try SmallTraining.run(
      iterations: 4, checkpoint: checkpoint,
      progress: { _ in lines.append((try? table)?.count ?? 0) })

    #expect(lines == [2, 3, 4, 5])
    let written = try table
    #expect(
      written[0] == [
        "iteration", "loss", "accuracy", "seconds", "validation_accuracy", "validation_confidence",
      ])
    let rows = written.dropFirst()
    #expect(rows.map { $0[0] } == ["1", "2", "3", "4"])
    #expect(rows.compactMap { Double($0[1]) } == run.history.losses)
    #expect(rows.compactMap { Double($0[2]) } == run.history.accuracies)
    #expect(rows.allSatisfy { (Double($0[3]) ?? -1) >= 0 })
    let validations = run.history.validations.map(\.evaluation)
    #expect(rows.compactMap { Double($0[4]) } == validations.map(\.accuracy))
    #expect(rows.compactMap { Double($0[5]) } == validations.map(\.confidence))
    #expect(rows.map { $0[4].isEmpty } == [true, false, true, false])
  }

  @Test func `a continued run cuts the lines that it has not come to`() throws {
    try SmallTraining.run(iterations: 2, checkpoint: checkpoint).save(to: folder("early"))
    let early = try TrainingRun(contentsOf: folder("early"))
    let seconds = try table.map { $0[3] }
    _ = try SmallTraining.continued(early, iterations: 3, checkpoint: checkpoint)
    let text = try String(contentsOfFile: checkpoint.metricsPath, encoding: .utf8)
    // As if the training had been killed in the middle of a line.
    try folder.write(Array((text + "6,0.5,0.").utf8), to: "run.csv")

    var replacing = checkpoint
    replacing.isReplacing = true
    let run = try SmallTraining.continued(early, iterations: 1, checkpoint: replacing)

    let rows = try table
    #expect(rows.map { $0[0] } == ["iteration", "1", "2", "3"])
    #expect(rows[..<3].map { $0[3] } == seconds)
    #expect(rows.dropFirst().compactMap { Double($0[1]) } == run.history.losses)
  }

  @Test func `lines that never reached the disk are written again`() throws {
    let run = try SmallTraining.run(iterations: 3, checkpoint: checkpoint)
    try FileManager.default.removeItem(atPath: checkpoint.metricsPath)

    _ = try SmallTraining.continued(run, iterations: 1, checkpoint: checkpoint)

    let rows = try table.dropFirst()
    #expect(rows.map { $0[0] } == ["1", "2", "3", "4"])
    #expect(rows.map { $0[3].isEmpty } == [true, true, true, false])
    #expect(rows.map { $0[4].isEmpty } == [true, false, true, false])
  }

  @Test func `a file that is no table of metrics is left as it is`() throws {
    try folder.write(Array("a,b\n1,2\n".utf8), to: "run.csv")
    #expect(throws: CheckpointError.foreignMetrics(path: checkpoint.metricsPath)) {
      try SmallTraining.run(iterations: 1, checkpoint: checkpoint)
    }
    #expect(try bytes(of: checkpoint.metricsPath) == Array("a,b\n1,2\n".utf8))
  }
}
