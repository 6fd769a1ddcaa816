import Parallelism
import Synchronization
import Testing

@Suite struct ConcurrentMapTests {
  private struct Failure: Error, Equatable { var index: Int }

  @Test(arguments: [1, 2, 5])
  func `results are in the order of the elements`(threads: Int) {
    #expect(concurrentMap(0..<100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(concurrentMap(["a", "b"], threads: threads) { $0 + "!" } == ["a!", "b!"])
    #expect(concurrentMap([Int](), threads: threads) { $0 } == [])
  }

  @Test func `nothing is begun that comes after an error`() {
    let begun = Mutex<[Int]>([])

    #expect(throws: Failure(index: 3)) {
      try concurrentMap(0..<1000, threads: 1) { index throws(Failure) in
        begun.withLock { $0.append(index) }
        if index == 3 { throw Failure(index: index) }
      }
    }

    #expect(begun.withLock { $0 } == [0, 1, 2, 3])
  }

  @Test func `work inside of shared work is done on one thread`() {
    let isShared = concurrentMap(0..<4, threads: 2) { _ in
      ConcurrentWork.isShared && concurrentMap(0..<3, threads: 2) { $0 } == [0, 1, 2]
    }

    #expect(isShared == [true, true, true, true])
  }

  @Test(arguments: [1, 3])
  func `a piece of work knows its number`(threads: Int) {
    let numbers = concurrently(20, numberedFrom: 5, threads: threads) { _ in
      ConcurrentWork.piece ?? -1
    }

    #expect(numbers == Array(5..<25))
    #expect(ConcurrentWork.piece == nil)
  }
}
