import MetaLearning
import Testing

@Suite struct TrainingTroubleTests {
  @Test func `losses that grow past any use are told once`() {
    var watch = LossWatch()
    let told = [1.6, 1.5, 20, 1, 17, 18, 200, 3e7, 5e8, 1e9, 1e10].map { watch.add($0) }

    #expect(told.compactMap(\.self) == [.lossGrew(from: 1.6, to: 5e8)])
    #expect(told[8] != nil)
  }

  @Test func `losses that shrink, or begin at almost nothing, are not told`() {
    for first in [5.0, 1e-9] {
      var watch = LossWatch()
      #expect(([first] + Array(repeating: 0.5, count: 20)).allSatisfy { watch.add($0) == nil })
    }
  }

  @Test func `rates far outside of what can work are told before the work`() {
    func troubles(_ rate: Double, _ inner: Double, steps: Int = 1) -> [String] {
      TrainingTrouble.ofRates(
        MAML(innerSteps: steps, innerLearningRate: inner), metaLearningRate: rate
      ).map(\.description)
    }

    #expect(troubles(0.001, 0.1) == [])
    #expect(
      troubles(10, 0) == [
        "metaLearningRate 10.0 is too large to learn anything with; usual are 0.0001 to 0.01",
        "with innerLearningRate 0.0 next to nothing changes; usual are 0.001 to 1",
      ])
    #expect(troubles(0.001, 0, steps: 0) == [])
  }
  @Test func `what is no rate at all is left to the error that says so`() {
    for rate in [-1, .nan, .infinity, 1e300] {
      #expect(TrainingTrouble.ofRates(MAML(innerSteps: 1), metaLearningRate: rate) == [])
    }
  }

  @Test func `losses of an evaluation that are no numbers are told`() throws {
    let network = Network.mlp(inputs: 1, hidden: [4], outputs: 1)
    let tasks = try SinusoidTasks(shot: 2)

    let lost = try evaluate(
      network, using: MAML(innerSteps: 2, innerLearningRate: 1e30), on: tasks, taskCount: 3)
    let fine = try evaluate(
      network, using: MAML(innerSteps: 2, innerLearningRate: 0.01), on: tasks, taskCount: 3)

    #expect(TrainingTrouble.of(lost) == [.lossesNotFinite(3, tasks: 3)])
    #expect(TrainingTrouble.of(fine) == [])
  }
}
