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
}
