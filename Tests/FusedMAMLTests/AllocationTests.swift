import CAllocationCounter
import FusedMAML
import Testing

/// How often a piece of work asks the system for memory, on this thread.
///
/// It is done once before: what the language's runtime makes when a type is first used counts for nobody.
private func allocations(in work: () throws -> Void) rethrows -> Int64 {
  try work()
  let before = allocation_count()
  try work()
  return allocation_count() - before
}

@Suite struct AllocationTests {
  @Test func `the counter counts`() {
    let found = allocations {
      let array = [Int](repeating: 7, count: 1000)
      withExtendedLifetime(array) {}
    }

    #expect(found == 1)
  }

  @Test(
    arguments: [FusedNetwork.pooled(way: 3), .strided(way: 3)], [DerivativeOrder.first, .second])
  func `differentiating a task allocates nothing`(
    network: FusedNetwork, order: DerivativeOrder
  ) throws {
    let workspace = try TaskWorkspace(
      network: network,
      settings: InnerLoopSettings(steps: 4, order: order), rates: .uniform(0.1), supportCount: 6,
      queryCount: 9)
    let start = parameters(way: 3)
    let task = task(way: 3, shot: 2)
    var gradient = [Float](repeating: 0, count: start.count)
    var span = gradient.mutableSpan

    let found = try allocations {
      for _ in 0..<3 { _ = try workspace.differentiate(at: start.span, on: task, into: &span) }
    }

    #expect(found == 0)
  }

  @Test func `learning the rates and a loss after every step allocate nothing either`() throws {
    let start = parameters(way: 3)
    let workspace = try TaskWorkspace(
      network: .strided(way: 3),
      settings: InnerLoopSettings(steps: 2, lossWeights: [0.2, 0.3, 0.5]),
      rates: .perParameter([Float](repeating: 0.1, count: start.count)), isLearningRates: true,
      supportCount: 6, queryCount: 9)
    let task = task(way: 3, shot: 2)
    var gradient = [Float](repeating: 0, count: start.count)
    var span = gradient.mutableSpan

    let found = try allocations {
      _ = try workspace.differentiate(at: start.span, on: task, into: &span)
    }

    #expect(found == 0)
  }

  @Test func `an interrupted task throws and leaves the gradient as it was`() throws {
    let workspace = try TaskWorkspace(
      network: .strided(way: 3), settings: InnerLoopSettings(steps: 2),
      rates: .uniform(0.1), supportCount: 6, queryCount: 9)
    let task = task(way: 3, shot: 2)
    let start = parameters(way: 3)

    // Two steps, the query set, and two Hessian-vector products: five passes.
    for allowed in 0..<5 {
      var gradient = [Float](repeating: 42, count: start.count)
      var asked = 0
      #expect(throws: CancellationError.self) {
        var span = gradient.mutableSpan
        _ = try workspace.differentiate(at: start.span, on: task, into: &span) {
          asked += 1
          return asked > allowed
        }
      }
      #expect(gradient.allSatisfy { $0 == 42 })
    }
  }
}
