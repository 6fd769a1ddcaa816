import FusedMAML
import Testing

@Suite struct MemoryTests {
  private let network = FusedNetwork.strided(way: 3)

  private func workspace(
    _ settings: InnerLoopSettings, isInterrupted: () -> Bool = { false }
  ) throws -> TaskWorkspace {
    try TaskWorkspace(
      network: network, settings: settings, rates: .uniform(0.1), supportCount: 6, queryCount: 9,
      isInterrupted: isInterrupted)
  }

  @Test func `more steps of first order take no more memory`() throws {
    let few = try workspace(InnerLoopSettings(steps: 2, order: .first))
    let many = try workspace(InnerLoopSettings(steps: 100_000, order: .first))

    #expect(few.byteCount == many.byteCount)
  }

  @Test func `a loop that keeps two steps computes the bits of one that keeps all`() throws {
    let settings = InnerLoopSettings(steps: 5, order: .first)
    var keeping = settings
    keeping.lossWeights = [0, 0, 0, 0, 0, 1]

    let (gradient, score) = try differentiated(settings)

    let (expected, expectedScore) = try differentiated(keeping)
    #expect(gradient == expected)
    #expect(score == expectedScore)
    #expect(gradient.contains { $0 != 0 })
  }

  private func differentiated(_ settings: InnerLoopSettings) throws -> ([Float], QueryScore) {
    let workspace = try workspace(settings)
    workspace.set(rates: .uniform(0.1), lossWeights: settings.lossWeights)
    let start = parameters(way: 3)
    var gradient = [Float](repeating: 0, count: start.count)
    var span = gradient.mutableSpan
    let score = try workspace.differentiate(
      at: start.span, on: task(way: 3, shot: 2), into: &span)
    return (gradient, score)
  }

  @Test(arguments: [10_000_000, 100_000_000, Int.max - 1])
  func `steps of second order that no memory holds are an error`(steps: Int) {
    #expect(throws: WorkspaceTooLarge.self) {
      try workspace(InnerLoopSettings(steps: steps, order: .second))
    }
  }

  @Test func `the error says what is needed and what helps`() {
    #expect {
      try workspace(InnerLoopSettings(steps: 100_000_000, order: .second))
    } throws: { error in
      let text = "\(error)"
      return text.hasPrefix("the inner loop of one task needs ") && text.contains(" MB of memory")
        && text.hasSuffix("fewer inner steps, or the first order, need less")
    }
  }

  @Test func `taking memory asks between steps whether to stop`() {
    var asked = 0
    #expect(throws: CancellationError.self) {
      try workspace(InnerLoopSettings(steps: 50, order: .second)) {
        asked += 1
        return asked > 20
      }
    }
    #expect(asked == 21)
  }
}
