import Autodiff
import Foundation
import MetaLearning
import Tensors
import Testing

@Suite struct TrainedModelTests {
  private let network = Formula.filled(.strided(way: 5, channels: 8))

  private func withFile(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "model-\(UUID().uuidString).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try body(file)
  }

  @Test func `a model reads back with what was learned and its settings`() throws {
    let parameters = MetaSGD().initialParameters(for: network)
    let model = TrainedModel(parameters, settings: ["train.n-way": "5", "note": "β: 1"])
    try withFile { file in
      try model.write(to: file)

      #expect(try TrainedModel(contentsOf: file) == model)
      #expect(try Network(contentsOf: file) == network)
    }
  }

  @Test func `a run is read as its best`() throws {
    let tasks = try SmallTraining.tasks()
    let run = try train(
      SmallTraining.network(), using: MAML(innerSteps: 1), on: tasks, iterations: 3,
      tasksPerBatch: 1, validation: Validation(on: tasks, every: 1, taskCount: 2))
    try withFile { file in
      try run.save(to: file)

      let model = try TrainedModel(contentsOf: file)
      #expect(model.parameters == run.bestParameters)
      #expect(model.settings == run.settings)
    }
  }

  @Test func `for fewer classes the first outputs are kept, of the head and its rates`() throws {
    let parameters = MetaSGD().initialParameters(for: network)

    let three = try parameters.keepingFirstOutputs(3)

    #expect(three.network.outputCount == 3)
    #expect(three.network["conv1.weight"] == network["conv1.weight"])
    #expect(three.network["fc.weight"] == network["fc.weight"]?[0..<8, 0..<3])
    #expect(three.network["fc.bias"] == network["fc.bias"]?[0..<3])
    #expect(three["rates.fc.weight"]?.shape == [8, 3])
    #expect(throws: MetaLearningError.self) { try parameters.keepingFirstOutputs(6) }
    #expect(throws: MetaLearningError.self) { try parameters.keepingFirstOutputs(0) }
  }

  @Test func `a new head leaves the body as it is`() throws {
    let seven = try network.withNewHead(way: 7, seed: 3)

    #expect(seven.outputCount == 7)
    #expect(seven["conv2.weight"] == network["conv2.weight"])
    #expect(seven["fc.weight"] == Network.strided(way: 7, channels: 8, seed: 3)["fc.weight"])
    #expect(throws: MetaLearningError.self) { try network.withNewHead(way: 0) }
  }
}
