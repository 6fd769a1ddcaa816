import CAllocationCounter
import FusedMAML
import Testing

/// How often a piece of work asks the system for memory, on this thread.
private func allocations(in work: () throws -> Void) rethrows -> Int64 {
  let before = allocation_count()
  try work()
  return allocation_count() - before
}

/// A task of patterns that are no images of anything.
private func task(way: Int, shot: Int) -> TaskImages {
  func pixels(_ images: Int, _ factor: Int) -> [Float] {
    (0..<images * 784).map { Float($0 * factor % 17) / 8 - 1 }
  }
  func labels(_ perClass: Int) -> [Int32] { (0..<way * perClass).map { Int32($0 / perClass) } }
  return TaskImages(
    supportImages: pixels(way * shot, 7), supportLabels: labels(shot),
    queryImages: pixels(way * 3, 11), queryLabels: labels(3))
}

/// Parameters of which no two neighbours are equal.
private func parameters(way: Int) -> [Float] {
  (0..<112_261 - 5 * 65 + way * 65).map { Float($0 * 31 % 101) / 1000 - 0.05 }
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
    arguments: [FusedNetwork.Reduction.maximumPooling, .stride], [InnerLoop.Order.first, .second])
  func `differentiating a task allocates nothing`(
    reduction: FusedNetwork.Reduction, order: InnerLoop.Order
  ) throws {
    let workspace = TaskWorkspace(
      network: FusedNetwork(reduction, way: 3),
      loop: InnerLoop(steps: 4, rates: .uniform(0.1), order: order), supportCount: 6,
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
    let workspace = TaskWorkspace(
      network: FusedNetwork(.stride, way: 3),
      loop: InnerLoop(
        steps: 2, rates: .perParameter([Float](repeating: 0.1, count: start.count)),
        lossWeights: [0.2, 0.3, 0.5], isLearningRates: true), supportCount: 6, queryCount: 9)
    let task = task(way: 3, shot: 2)
    var gradient = [Float](repeating: 0, count: start.count)
    var span = gradient.mutableSpan

    let found = try allocations {
      _ = try workspace.differentiate(at: start.span, on: task, into: &span)
    }

    #expect(found == 0)
  }

  @Test func `an interrupted task throws and leaves the gradient as it was`() throws {
    let workspace = TaskWorkspace(
      network: FusedNetwork(.stride, way: 3), loop: InnerLoop(steps: 2, rates: .uniform(0.1)),
      supportCount: 6, queryCount: 9)
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
