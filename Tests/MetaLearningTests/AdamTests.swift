import Autodiff
import MetaLearning
import Testing

@Suite struct AdamTests {
  @Test func `three steps are PyTorch's`() throws {
    var parameters = Tensor([1, -2, 3])
    var adam = Adam(learningRate: 0.01)
    for (step, expected) in try TorchResults.load().adam.enumerated() {
      adam.step(&parameters, along: Tensor([0.5, -0.25, 8]) * Float(1 - step))

      for (found, expected) in zip(parameters.scalars, expected) {
        // Of numbers around 1, rounded three times.
        #expect(abs(Double(found) - expected) < 1e-6)
      }
    }
    #expect(adam.stepCount == 3)
  }

  @Test func `a parameter whose gradient is always 0 stays as it is`() {
    var parameters = Tensor([1.5])
    var adam = Adam()
    for _ in 0..<5 { adam.step(&parameters, along: Tensor([0])) }
    #expect(parameters == Tensor([1.5]))
  }
}
