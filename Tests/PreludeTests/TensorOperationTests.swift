import Testing

@Suite struct TensorOperationTests {
  @Test(arguments: [
    ("Tensor([1, 2, 3]) .> 2", "[0.0, 0.0, 1.0]"),
    ("Tensor([1, 2, 3]) .<= 2.0", "[1.0, 1.0, 0.0]"),
    ("Tensor([1, 2]) .!= Tensor([1, 3])", "[0.0, 1.0]"),
    ("Tensor.where(Tensor([1, 0]), Tensor([5, 6]), 0)", "[5.0, 0.0]"),
    ("Tensor([1, -1]).replacing(with: 0, where: Tensor([-1, 1]) .> 0)", "[1.0, 0.0]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]])[0..., 1]", "[2.0, 5.0]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]])[1, 0..<2]", "[4.0, 5.0]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]])[...0, 1...2]", "[[2.0, 3.0]]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]])[..<1, 2]", "[3.0]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]])[1]", "[4.0, 5.0, 6.0]"),
    ("Tensor([[1, 2, 3], [4, 5, 6]]).taking([2, 0], along: 1)", "[[3.0, 1.0], [6.0, 4.0]]"),
    ("Tensor([3, 1, 2]).argsort()", "[1, 2, 0]"),
    ("Tensor([3, 1, 2]).sorted(descending: true)", "[3.0, 2.0, 1.0]"),
    ("Tensor([3, 1, 2]).topK(2).values", "[3.0, 2.0]"),
    ("Tensor([3, 1, 2]).topK(2).indices", "[0, 2]"),
    ("Tensor([3, 1, 2]).argmin()", "[1]"),
    ("Tensor([1, 2, 3]).cumulativeSum()", "[1.0, 3.0, 6.0]"),
    ("Tensor([3, 4]).norm()", "5.0"),
    ("Tensor([1, 3]).standardDeviation()", "1.0"),
    ("Tensor([-3, 0, 3]).clamped(to: -1...1)", "[-1.0, 0.0, 1.0]"),
    ("Tensor(oneHot: [1, 0], count: 2)", "[[0.0, 1.0], [1.0, 0.0]]"),
    ("max(Tensor([-1, 1]), 0)", "[0.0, 1.0]"),
    ("sin(Tensor([0])) + cos(Tensor([0]))", "[1.0]"),
    ("matmul(Tensor(ones: [2, 1, 3]), Tensor(ones: [3, 2])).shape", "[2, 1, 2]"),
    ("averagePool(Tensor(ones: [1, 4, 4, 1])).shape", "[1, 2, 2, 1]"),
    (
      "layerNorm(Tensor([[1, 1]]), scale: Tensor([1, 1]), offset: Tensor([2, 3]))", "[[2.0, 3.0]]"
    ),
    ("dropout(Tensor(ones: [2]), rate: 0)", "[1.0, 1.0]"),
    ("Tensor([1, 2]) * 0.5 + 1", "[1.5, 2.0]"),
    ("2 * Tensor([1, 2]) - Double(1)", "[1.0, 3.0]"),
    ("Int(6) / Tensor([1, 2])", "[6.0, 3.0]"),
    ("Tensor(randomNormal: [2, 3]).shape", "[2, 3]"),
    ("Tensor(randomUniform: [1], in: 3..<3.5).scalar >= 3", "true"),
    ("Tensor(kaimingNormal: [3, 3, 1, 8]).shape", "[3, 3, 1, 8]"),
  ])
  func `the usual operations are there in cells`(source: String, expected: String) {
    let run = CellRun("print(\(source))")

    #expect(run.failure == nil)
    #expect(run.text == expected + "\n")
  }

  @Test func `random tensors follow the seed, and mix with other random numbers`() {
    let source = """
      print(Tensor(randomNormal: [3]), Float.random(in: 0..<1), Tensor(randomUniform: [2]))
      print(dropout(Tensor(ones: [8])), Tensor(xavierNormal: [1, 2]))
      """

    #expect(CellRun(source).text == CellRun(source).text)
    #expect(CellRun(source).failure == nil)
  }

  @Test func `a generator that is named is drawn from, and no other`() {
    let run = CellRun(
      """
      struct Steps: RandomNumberGenerator {
        var state: UInt64 = 1
        mutating func next() -> UInt64 {
          state = state &* 6364136223846793005 &+ 1442695040888963407
          return state ^ (state >> 29)
        }
      }
      var (a, b) = (Steps(), Steps())
      let x = Tensor(randomNormal: [2, 3], using: &a)
      let y = Tensor(randomNormal: [2, 3], using: &b)
      print(x.scalars == y.scalars, x.shape)
      print(Tensor(randomUniform: [2], in: 1..<2, using: &a).scalars.allSatisfy { $0 >= 1 && $0 < 2 })
      print(dropout(Tensor(ones: [2]), rate: 0, using: &a), Tensor(xavierNormal: [1, 2], using: &a).shape)
      print(Int.random(in: 0..<1_000_000))
      """)

    #expect(run.failure == nil)
    #expect(
      run.text == "true [2, 3]\ntrue\n[1.0, 1.0] [1, 2]\n"
        + CellRun("print(Int.random(in: 0..<1_000_000))").text)
  }

  @Test func `numbers change a tensor in place`() {
    let run = CellRun("var x = Tensor([1, 2]); x *= 2; x += 0.5; x -= Float(1); x /= 2; print(x)")

    #expect(run.text == "[0.75, 1.75]\n")
  }

  @Test func `masks and parts are differentiated through`() {
    let run = CellRun(
      """
      print(gradient(at: Tensor([-1, 2, 3])) { x in
        (Tensor.where(x .> 0, x * x, 0)[1...]).sum() + x.topK(1).values.sum()
      })
      """)

    #expect(run.text == "[0.0, 4.0, 7.0]\n")
  }

  @Test(arguments: [
    ("Tensor([1, 2])[0..<3]", "range 0..<3 is out of range: axis 0 of [2] has size 2"),
    ("Tensor([1, 2])[-1]", "index -1 is out of range: axis 0 of [2] has size 2"),
    ("Tensor([1, 2]).topK(3).values", "cannot take 3 along axis 0 of [2]: it has size 2"),
    ("Tensor(oneHot: [2], count: 2)", "label 2 is out of range: there are 2 classes"),
    (
      "Tensor(randomNormal: [2], standardDeviation: -1)",
      "standardDeviation must be a finite number from 0, got -1.0"
    ),
    ("Tensor(randomUniform: [2], in: 1..<1)", "no number can be drawn from the empty range"),
    ("Tensor(randomNormal: [-2])", "a shape has no negative sizes, got [-2]"),
    ("dropout(Tensor([1]), rate: 1.5)", "rate must be from 0 to 1, got 1.5"),
  ])
  func `what cannot be is an error with a caret`(source: String, message: String) {
    let run = CellRun("let y = \(source)")

    #expect(run.failure?.contains(message) == true, "\(run.failure ?? "no failure")")
    #expect(run.failure?.contains("^") == true)
  }
}
