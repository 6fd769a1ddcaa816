import Prelude
import Testing

@Suite struct MeasuringTests {
  @Test func `processor time counts work`() {
    let before = processorTime()
    var sum = 0.0
    for number in 0..<20_000_000 { sum += Double(number).squareRoot() }

    let cost = processorTime() - before

    #expect(sum > 0)
    #expect(cost > 0.001)
  }

  @Test func `peak memory sees what was held in between and given back`() {
    let size = 64 << 20
    // Other tests take and give back memory at the same time: most of several looks is right.
    let peaks = (0..<5).map { _ in
      peakMemory {
        let bytes = [UInt8](repeating: 1, count: size)
        #expect(bytes.last == 1)
      }
    }.sorted()

    #expect(peaks[4] > size / 2)
    #expect(peaks[0] < size * 8)
  }

  @Test func `cells measure, and what the work throws comes through`() {
    let run = CellRun(
      """
      struct Stop: Error {}
      let before = processorTime()
      let peaks = (0..<5).map { _ in peakMemory { _ = Tensor(ones: [4096, 4096]) } }
      print(processorTime() >= before, peaks.max()! > 30_000_000)
      do { _ = try peakMemory { throw Stop() } } catch { print("stopped") }
      """)
    #expect(run.text == "true true\nstopped\n")
  }

  @Test func `measuring tells the median and how the times spread`() {
    var count = 0
    let timing = measure(repetitions: 5) {
      count += 1
      return (0..<200_000).reduce(0, &+)
    }

    #expect(timing.times.count == 5)
    #expect(count >= 6)
    #expect(timing.fastest > 0)
    let inOrder = [
      timing.fastest, timing.lowerQuartile, timing.median, timing.upperQuartile, timing.slowest,
    ]
    #expect(inOrder == inOrder.sorted())
    #expect(timing.times.sorted()[2] == timing.median)
  }

  @Test func `measuring in a cell changes no random numbers`() {
    let measured = CellRun(
      """
      let timing = measure(repetitions: 3) { Tensor(randomNormal: [10]) }
      let other = measure(repetitions: 2) { [1, 2].shuffled() }
      print(timing.times.count, other.median > 0)
      print(Int.random(in: 0..<1_000_000))
      """)
    let plain = CellRun("print(Int.random(in: 0..<1_000_000))")

    #expect(measured.failure == nil)
    #expect(measured.text == "3 true\n" + plain.text)
  }

  @Test func `repetitions that cannot be are an error in a cell`() {
    for count in ["0", "-1", "Int.max"] {
      let run = CellRun("measure(repetitions: \(count)) {}")
      #expect(run.failure?.contains("repetitions must be from 1 to 1000000") == true)
    }
  }
}
