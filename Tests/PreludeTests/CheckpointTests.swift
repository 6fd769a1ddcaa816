import Foundation
import Testing

@Suite final class CheckpointTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "checkpoints-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `a training that is saved and continued is the one that never stopped`() {
    let run = CellRun(
      preparation + """
        let path = "\(folder)/deep/run.safetensors"
        let half = try train(
          network, using: MAML(innerSteps: 1), on: tasks, iterations: 2, tasksPerBatch: 2,
          checkpoint: Checkpointing(to: path))
        let read = try TrainingRun(contentsOf: path)
        let whole = try train(
          continuing: read, using: MAML(innerSteps: 1), on: tasks, iterations: 2, tasksPerBatch: 2)
        let straight = try train(
          network, using: MAML(innerSteps: 1), on: tasks, iterations: 4, tasksPerBatch: 2)
        print(read == half, whole.history == straight.history, whole == straight)
        """, readable: [folder], writable: [folder])

    #expect(run.failure == nil)
    #expect(run.text == "true true true\n")
    #expect(FileManager.default.fileExists(atPath: folder + "/deep/run.csv"))
  }

  @Test func `a place that a cell may not write is refused before anything is trained`() {
    let run = CellRun(
      preparation + """
        let run = try train(
          network, using: MAML(), on: tasks, iterations: 1000000,
          checkpoint: Checkpointing(to: "\(folder)/run.safetensors"))
        """)

    #expect(run.failure?.contains("--allow-write") == true, "\(run.failure ?? "no failure")")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a file that is no checkpoint is an error that says so`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("not a checkpoint".utf8).write(to: URL(filePath: folder + "/run.safetensors"))

    let run = CellRun(
      "let run = try TrainingRun(contentsOf: \"\(folder)/run.safetensors\")",
      readable: [folder])

    #expect(run.failure?.contains("run.safetensors") == true, "\(run.failure ?? "no failure")")
  }
}
