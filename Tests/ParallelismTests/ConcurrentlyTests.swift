import Parallelism
import Synchronization
import Testing

@Suite struct ParallelForTests {
  @Test(arguments: [0, 1, 2, 7, 1000], [1, 2, 5])
  func `every index comes once`(count: Int, threads: Int) {
    let seen = Mutex<[Int]>([])

    parallelFor(count: count, threads: threads) { index in
      seen.withLock { $0.append(index) }
    }

    #expect(seen.withLock { $0.sorted() } == Array(0..<count))
  }
}

@Suite struct ConcurrentlyTests {
  private struct Failure: Error, Equatable { var index: Int }

  @Test(arguments: [0, 1, 2, 7, 1000], [1, 2, 5])
  func `results are in the order of their indices`(count: Int, threads: Int) {
    #expect(concurrently(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 5])
  func `the first error in order is thrown, whichever came first`(threads: Int) {
    #expect(throws: Failure(index: 3)) {
      try concurrently(100, threads: threads) { index throws(Failure) in
        if index % 10 == 3 { throw Failure(index: index) }
        return index
      }
    }
  }
}
