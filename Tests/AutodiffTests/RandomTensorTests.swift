import Autodiff
import FewShotData
import Tensors
import Testing

@Suite struct RandomTensorTests {
  @Test func `a seed gives the same numbers, of the distribution that was asked for`() {
    var (first, second) = (SplitMix64(seed: 7), SplitMix64(seed: 7))
    let x = Tensor(randomNormal: [100, 100], mean: 3, standardDeviation: 2, using: &first)

    #expect(x == Tensor(randomNormal: [100, 100], mean: 3, standardDeviation: 2, using: &second))
    // Four times the standard errors of a mean and a deviation of 10 000 numbers.
    #expect(abs(x.mean().scalar - 3) < 0.08)
    #expect(abs(x.standardDeviation().scalar - 2) < 0.06)
  }

  @Test func `uniform numbers fill their range and stay inside`() {
    var generator = SplitMix64(seed: 1)
    let x = Tensor(randomUniform: [10_000], in: -1..<1, using: &generator)

    #expect(x.min().scalar >= -1)
    #expect(x.max().scalar < 1)
    #expect(abs(x.mean().scalar) < 0.03)
  }

  @Test func `weights start with the deviations of their papers`() {
    var generator = SplitMix64(seed: 1)
    let convolution = Tensor(kaimingNormal: [3, 3, 32, 64], using: &generator)
    let dense = Tensor(xavierNormal: [100, 200], using: &generator)

    #expect(abs(convolution.standardDeviation().scalar / (2.0 / 288).squareRoot() - 1) < 0.03)
    #expect(abs(dense.standardDeviation().scalar / (2.0 / 300).squareRoot() - 1) < 0.03)
  }

  @Test func `dropout keeps the mean, and at the ends all or nothing`() {
    var generator = SplitMix64(seed: 1)
    let ones = Tensor(ones: [10_000])
    let dropped = dropout(ones, rate: 0.25, using: &generator)

    #expect(abs(dropped.mean().scalar - 1) < 0.03)
    #expect(Set(dropped.scalars) == [0, 1 / 0.75])
    #expect(dropout(ones, rate: 0, using: &generator) == ones)
    #expect(dropout(ones, rate: 1, using: &generator) == Tensor(zeros: [10_000]))
  }

  @Test func `distributions that there are not are told`() {
    var generator = SplitMix64(seed: 1)

    #expect(throws: DistributionError.emptyRange(0)) {
      try Checked.randomUniform([1], in: 0..<0, using: &generator)
    }
    #expect(throws: DistributionError.self) {
      try Checked.randomUniform([1], in: -3e38..<3e38, using: &generator)
    }
    #expect(throws: DistributionError.notAMagnitude(name: "standardDeviation", -1)) {
      try Checked.randomNormal([1], standardDeviation: -1, using: &generator)
    }
    #expect(throws: DistributionError.self) {
      try Checked.randomNormal([1], mean: .nan, using: &generator)
    }
    #expect(throws: DistributionError.self) {
      try Checked.dropout(Tensor(1), rate: .nan, using: &generator)
    }
    #expect(throws: ShapeError.self) { try Checked.kaimingNormal([3], using: &generator) }
  }
}
