import Autodiff
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

  @Test func `several inputs give a tuple of derivatives`() {
    let (dx, dy) = gradient(at: Tensor([1, 2]), Tensor([3, 4])) { x, y in (x * y).sum() }

    #expect(dx == Tensor([3, 4]))
    #expect(dy == Tensor([1, 2]))
  }
}
