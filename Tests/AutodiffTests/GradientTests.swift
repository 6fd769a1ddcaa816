import Autodiff
import Parallelism
import Synchronization
import Tensors
import Testing

@Suite struct GradientTests {
  @Test func `derivatives nest to any order`() {
    let cube = { (x: Tensor) in x * x * x }

    let first = gradient(at: Tensor(3), in: cube)
    let second = gradient(at: Tensor(3)) { x in gradient(at: x, in: cube) }
    let third = gradient(at: Tensor(3)) { x in gradient(at: x) { x in gradient(at: x, in: cube) } }

    #expect(first.scalar == 27)
    #expect(second.scalar == 18)
    #expect(third.scalar == 6)
  }

  @Test func `an inner derivative sees the outer variable`() {
    // d/dw of (d/dv of w·v² at v = w) = d/dw 2w² = 4w
    let derivative = gradient(at: Tensor(5)) { w in gradient(at: w) { v in w * v * v } }

    #expect(derivative.scalar == 20)
  }

  @Test func `perturbations of nested derivatives are not confused`() {
    // d/dx of x · (d/dy of (x + y) at y = 1) = 1, not 2: the classic trap
    let derivative = gradient(at: Tensor(1)) { x in x * gradient(at: Tensor(1)) { y in x + y } }

    #expect(derivative.scalar == 1)
  }

  @Test func `several inputs give a tuple of derivatives`() {
    let (dx, dy) = gradient(at: Tensor([1, 2]), Tensor([3, 4])) { x, y in (x * y).sum() }

    #expect(dx == Tensor([3, 4]))
    #expect(dy == Tensor([1, 2]))
  }

  @Test func `the value comes with the gradient`() {
    let (value, derivative) = valueWithGradient(at: Tensor([1, 2])) { x in (x * x).sum() }

    #expect(value.scalar == 5)
    #expect(derivative == Tensor([2, 4]))
  }

  @Test func `an input that is not used has a gradient of zeros`() {
    let (dx, dy) = gradient(at: Tensor([1, 2]), Tensor([[3]])) { x, _ in x.sum() }

    #expect(dx == Tensor([1, 1]))
    #expect(dy == Tensor([[0]]))
  }

  @Test func `a function that ignores its input has a gradient of zeros`() {
    #expect(gradient(at: Tensor([1, 2])) { _ in Tensor(7) } == Tensor([0, 0]))
    #expect(gradient(at: Tensor([1, 2])) { x in x.withoutGradient.sum() } == Tensor([0, 0]))
    #expect(gradient(at: Tensor([1, 2])) { x in (x .> Tensor(1)).sum() } == Tensor([0, 0]))
  }

  @Test func `the input itself has a gradient of 1`() {
    let (first, second) = gradient(at: Tensor(4), Tensor(5)) { _, y in y }

    #expect(first.scalar == 0)
    #expect(second.scalar == 1)
  }

  @Test func `the gradient of a broadcast sums over the broadcast axis`() {
    let row = Tensor([1, 2, 3])

    let derivative = gradient(at: row) { row in (row + Tensor(zeros: [5, 3])).sum() }

    #expect(derivative == Tensor([5, 5, 5]))
  }

  @Test func `an inner gradient made constant is first order`() {
    // exact: d/dx of (x − 3x²)² ; first order takes 3x² as a number
    let exact = gradient(at: Tensor(2)) { x in
      let moved = x - gradient(at: x) { x in x * x * x }
      return moved * moved
    }
    let firstOrder = gradient(at: Tensor(2)) { x in
      let moved = x - gradient(at: x) { x in x * x * x }.withoutGradient
      return moved * moved
    }

    #expect(exact.scalar == 2 * (2 - 12) * (1 - 12))
    #expect(firstOrder.scalar == 2 * (2 - 12))
  }

  @Test func `an error in the function is passed on`() {
    struct Refusal: Error {}

    #expect(throws: Refusal.self) {
      try gradient(at: Tensor(1)) { (_: Tensor) throws(Refusal) -> Tensor in throw Refusal() }
    }
    #expect(gradient(at: Tensor(3)) { x in x * x }.scalar == 6)
  }

  @Test func `a value that leaks from a derivative is a constant afterwards`() {
    var leaked = Tensor(0)
    _ = gradient(at: Tensor(3)) { x in
      leaked = x * x
      return leaked
    }

    let derivative = gradient(at: Tensor(5)) { x in x * leaked }

    #expect(derivative.scalar == 9)
    #expect((leaked + 1).scalar == 10)
  }

  @Test func `nothing is kept when the derivative is done`() {
    weak var kept: Storage?

    let derivative = gradient(at: Tensor(3)) { x in
      let square = x * x
      kept = square.array.storage
      return exp(square)
    }

    #expect(derivative.scalar > 0)
    #expect(kept == nil)
  }

  @Test func `a chain of a hundred thousand operations is walked`() {
    let derivative = gradient(at: Tensor(1)) { x in
      var y = x
      for _ in 0..<100_000 { y = y + x }
      return y
    }

    #expect(derivative.scalar == 100_001)
  }

  @Test func `nested derivatives on many threads do not meet`() {
    let results = Mutex<[Float]>([])

    parallelFor(count: 200, threads: 8) { index in
      let x = Tensor(Float(index % 10))
      let second = gradient(at: x) { x in gradient(at: x) { x in x * x * x + exp(x * 0) } }
      results.withLock { $0.append(second.scalar) }
    }

    #expect(results.withLock { $0.sorted() } == (0..<200).map { Float($0 / 20 * 6) })
  }

  @Test func `one derivative can compute on many threads`() {
    let derivative = gradient(at: Tensor([1, 2])) { x in
      let parts = Mutex<[Tensor]>([])
      parallelFor(count: 100, threads: 4) { _ in
        let part = (x * x).sum()
        parts.withLock { $0.append(part) }
      }
      return parts.withLock { $0 }.reduce(Tensor(0)) { $0 + $1 }
    }

    #expect(derivative == Tensor([200, 400]))
  }
}
