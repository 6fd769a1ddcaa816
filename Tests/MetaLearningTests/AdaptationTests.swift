import Autodiff
import MetaLearning
import Tensors
import Testing

@Suite struct AdaptationTests {
  private let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)

  private let network = Network.mlp(inputs: 1, hidden: [8], outputs: 1, seed: 4)

  @Test func `predictions are those of the network after so many steps`() throws {
    let waves = try SinusoidTasks(shot: 5, seed: 1)

    let adaptation = try Adaptation(of: network, using: maml, on: waves, task: 7)

    #expect(adaptation.predictions.map(\.steps) == [0, 1, 5])
    let inputs = Tensor(
      shape: [adaptation.places.count, 1], scalars: adaptation.places.map { Float($0) })
    for prediction in adaptation.predictions {
      let adapted = try maml.adapt(
        network, to: waves.episode(7).support, steps: prediction.steps)
      let heights = try Checked.apply(adapted, to: inputs).scalars.map { Double($0) }
      #expect(prediction.heights == heights)
    }
  }

  @Test func `the support is the task's, and the curve goes through it`() throws {
    let waves = try SinusoidTasks(shot: 5, seed: 1)

    let adaptation = try Adaptation(of: network, using: maml, on: waves, task: 7, steps: [2])

    #expect(adaptation.curve == waves[7])
    #expect(adaptation.supportPlaces.count == 5)
    for (x, y) in zip(adaptation.supportPlaces, adaptation.supportHeights) {
      #expect(abs(adaptation.curve(x) - y) < 1e-6)
    }
    #expect(adaptation.places.first == -5)
    #expect(adaptation.places.last == 5)
  }

  @Test func `no network is asked after a negative number of steps`() throws {
    let waves = try SinusoidTasks(shot: 5)

    #expect(throws: MetaLearningError.self) {
      try Adaptation(of: network, using: maml, on: waves, steps: [0, -1])
    }
  }

  @Test func `a network of two outputs does not fit`() throws {
    let waves = try SinusoidTasks(shot: 5)
    let network = Network.mlp(inputs: 1, hidden: [8], outputs: 2)

    #expect(throws: MetaLearningError.self) {
      try Adaptation(of: network, using: maml, on: waves)
    }
  }
}
