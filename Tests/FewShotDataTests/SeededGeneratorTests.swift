import FewShotData
import Testing

@Suite struct SeededGeneratorTests {
  private struct Sequence: Decodable {
    var seed: Int
    var stream: Int
    var numbers: [String]
  }

  @Test func `the numbers are those of the algorithm written in Python`() throws {
    for sequence in try Fixture.decoded("generator.json", as: [Sequence].self) {
      var generator = SeededGenerator(seed: sequence.seed, stream: sequence.stream)
      let numbers = sequence.numbers.map { _ in "\(generator.next())" }
      #expect(numbers == sequence.numbers)
    }
  }

  @Test func `streams of one seed differ`() {
    let firsts = (-500..<500).map { stream in
      var generator = SeededGenerator(seed: 1, stream: stream)
      return generator.next()
    }
    #expect(Set(firsts).count == 1000)
  }

  @Test func `integers below a bound are equally likely`() {
    var generator = SeededGenerator(seed: 2)
    var counts = [0, 0, 0, 0, 0, 0, 0]
    for _ in 0..<70_000 { counts[generator.integer(below: 7)] += 1 }

    // Five standard deviations of a binomial count.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 465 })
  }

  @Test func `normal numbers have their mean and deviation`() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<100_000).map { _ in generator.normal(mean: 2, deviation: 3) }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000

    #expect(abs(mean - 2) < 0.05)
    #expect(abs(variance.squareRoot() - 3) < 0.04)
  }

  @Test func `a sample has no number twice and every number at times`() {
    var generator = SeededGenerator(seed: 4)
    var seen: Set<Int> = []
    for _ in 0..<200 {
      let sample = generator.sample(5, below: 20)
      #expect(Set(sample).count == 5)
      seen.formUnion(sample)
    }
    #expect(seen == Set(0..<20))
  }
}
