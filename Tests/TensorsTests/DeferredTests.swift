import Parallelism
import Tensors
import Testing

/// Numbers that are computed when they are first read.
@Suite struct DeferredTests {
  private let x = random([301, 64])
  private let shift = random([64], seed: 2)

  @Test func `deferred numbers are those that would have been computed at once`() {
    #expect(x.unary(.relu, isDeferred: true).scalars == x.unary(.relu).scalars)
    #expect(
      x.binary(.add, shift, shape: x.shape, isDeferred: true).scalars
        == x.binary(.add, shift, shape: x.shape).scalars)
  }

  @Test func `deferred numbers are those of deferred numbers`() {
    let sum = x.binary(.add, shift, shape: x.shape, isDeferred: true)

    let rectified = sum.unary(.relu, isDeferred: true)

    #expect(
      rectified.reshaped(to: [64, 301]).scalars
        == x.binary(.add, shift, shape: x.shape).unary(.relu).scalars)
  }

  @Test func `threads that read deferred numbers at once see the same`() {
    let expected = x.unary(.relu).scalars
    for _ in 0..<20 {
      let deferred = x.unary(.relu, isDeferred: true)

      let seen = concurrentMap(0..<8, threads: 8) { _ in deferred.scalars == expected }

      #expect(seen == Array(repeating: true, count: 8))
    }
  }

  @Test func `more than a piece is not deferred and is right`() {
    let large = DenseArray(repeating: -1, shape: [5000, 1000])

    #expect(large.unary(.relu, isDeferred: true).sum(to: []).scalar(at: 0) == 0)
  }
}
