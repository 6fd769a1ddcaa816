import Autodiff
import MetaLearning
import Testing

@Suite struct ScheduleTests {
  @Test func `a cosine falls from 1 through the middle to its floor and stays there`() {
    let schedule = RateSchedule.cosine(total: 100, floor: 0.2)

    #expect(schedule.factor(at: 0) == 1)
    // cos(π/3) is ½ and cos(π/2) is 0.
    #expect(abs(schedule.factor(at: 50) - 0.6) < 1e-12)
    #expect(abs(RateSchedule.cosine(total: 3, floor: 0).factor(at: 1) - 0.75) < 1e-12)
    #expect(abs(schedule.factor(at: 100) - 0.2) < 1e-12)
    #expect(schedule.factor(at: 1000) == schedule.factor(at: 100))
    #expect(RateSchedule.constant.factor(at: 1000) == 1)
  }

  @Test func `a factor makes Adam's step as much smaller`() {
    var (whole, half) = (Tensor([1, -2]), Tensor([1, -2]))
    let slope = Tensor([0.5, 3])
    var (one, other) = (Adam(learningRate: 0.25), Adam(learningRate: 0.5))

    one.step(&whole, along: slope)
    other.step(&half, along: slope, rateFactor: 0.5)

    #expect(whole == half)
    #expect(one.means == other.means)
  }

  @Test func `early losses fade from an equal share to three hundredths of it`() {
    let maml = MAMLPlusPlus(innerSteps: 5, multiStepIterations: 100)
    func expect(_ iteration: Int, _ early: Double, _ last: Double) {
      let weights = maml.lossWeights(at: iteration)
      #expect(weights.count == 6)
      #expect(weights[0] == 0)
      for weight in weights[1...4] { #expect(abs(weight - early) < 1e-12) }
      #expect(abs(weights[5] - last) < 1e-12)
    }
    // 0.2 · (1 − i/100), not below 0.03 · 0.2; the last has what is left of 1.
    expect(0, 0.2, 0.2)
    expect(50, 0.1, 0.6)
    expect(98, 0.006, 0.976)
    expect(100, 0, 1)
    #expect(MAMLPlusPlus(innerSteps: 0).lossWeights(at: 0) == [1])
    #expect(MAMLPlusPlus(innerSteps: 2, multiStepIterations: 0).lossWeights(at: 0) == [0, 0, 1])
  }

  @Test func `the first iterations are of first order`() {
    let maml = MAMLPlusPlus(firstOrderIterations: 3)
    #expect((0...4).map { maml.order(at: $0) } == [.first, .first, .first, .second, .second])
  }
}
