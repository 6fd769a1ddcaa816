import Autodiff
import Tensors
import Testing

@Suite struct OperationTests {
  private static let mask = Tensor([[1, 0, 1], [0, 0, 2]])

  private static let operations: [String: @Sendable ([Tensor]) -> Tensor] = [
    "sin": { sin($0[0]) },
    "sin of nothing": { sin($0[0]) },
    "cos": { cos($0[0]) },
    "tan": { tan($0[0]) },
    "abs": { abs($0[0]) },
    "clamped": { $0[0].clamped(to: -0.5...0.25) },
    "matmul of stacks": { matmul($0[0], $0[1]) },
    "matmul of repeated stacks": { matmul($0[0], $0[1]) },
    "matmul of a matrix and a stack": { matmul($0[0], $0[1]) },
    "matmul of a stack and a matrix": { matmul($0[0], $0[1]) },
    "matmul of a stack and a vector": { matmul($0[0], $0[1]) },
    "matmul of a vector and a stack": { matmul($0[0], $0[1]) },
    "matmul of no matrices": { matmul($0[0], $0[1]) },
    "matmul of a transposed stack": { matmul($0[0].transposed(), $0[1]) },
    "where": { .where(mask, $0[0], $0[1]) },
    "part": { $0[0][1..<3, 2, 3...] },
    "part of the end": { $0[0][0..., 4, ...1] },
    "taking": { $0[0].taking([2, 0, 2, 2], along: 1) },
    "taking along the last": { $0[0].taking([3, 1], along: -1) },
    "taking nothing": { $0[0].taking([]) },
    "stacked": { Tensor(stacking: [$0[0], $0[1], $0[0]], along: 1) },
    "concatenated": { Tensor(concatenating: [$0[0], $0[1], $0[0]], along: 1) },
    "sorted": { $0[0].sorted() },
    "sorted along the first": { $0[0].sorted(along: 0, descending: true) },
    "sorted along the middle": { $0[0].sorted(along: 1) },
    "topK": { $0[0].topK(2).values },
    "topK along the first": { $0[0].topK(3, along: 0).values },
    "cumulativeSum": { $0[0].cumulativeSum() },
    "cumulativeSum along the first": { $0[0].cumulativeSum(along: 0) },
    "cumulativeSum along the middle": { $0[0].cumulativeSum(along: 1) },
    "cumulativeSum of nothing": { $0[0].cumulativeSum() },
    "averagePool": { averagePool($0[0]) },
    "averagePool overlapping": { averagePool($0[0], window: 3, stride: 1) },
    "averagePool apart": { averagePool($0[0], window: 2, stride: 3) },
    "layerNorm": { layerNorm($0[0], scale: $0[1], offset: $0[2]) },
    "layerNorm of one": { layerNorm($0[0], scale: $0[1], offset: $0[2], epsilon: 0.5) },
    "norm": { $0[0].norm() },
    "norm along the first": { $0[0].norm(along: 0) },
    "norm along two": { $0[0].norm(along: 0, 2, keepingDimensions: true) },
    "standardDeviation": { $0[0].standardDeviation() },
    "standardDeviation along the last": {
      $0[0].standardDeviation(along: 1, keepingDimensions: true)
    },
    "variance along two": { $0[0].variance(along: 0, 2) },
    "max along the first": { $0[0].max(along: 0) },
    "min along two": { $0[0].min(along: 0, 2) },
  ]

  @Test func `values and derivatives of orders 1 to 3 are PyTorch's`() throws {
    let fixtures = try OperationFixture.all()
    #expect(Set(fixtures.keys) == Set(Self.operations.keys))

    for (name, fixture) in fixtures {
      guard let operation = Self.operations[name] else { continue }
      let value = operation(fixture.inputs)
      #expect(value.shape == Shape(fixture.shape), "\(name)")
      #expect(difference(value.scalars, fixture.value) < 1e-5, "value of \(name)")
      for (order, gradients) in fixture.derivatives(of: operation).enumerated() {
        for (found, expected) in zip(gradients, fixture.orders[order]) {
          // Third derivatives are sums of many products in single precision.
          #expect(
            difference(found.scalars, expected) < 2e-4, "derivative \(order + 1) of \(name)")
        }
      }
    }
  }
}

// MARK: - What has no derivative, and the ends

extension OperationTests {
  @Test func `what is not a number sorts as the largest, equals stay in order`() {
    let x = Tensor([2, .nan, -1, 2, -.infinity])

    #expect(x.argsort() == [4, 2, 0, 3, 1])
    #expect(x.argsort(descending: true) == [1, 0, 3, 2, 4])
    #expect(Tensor([0, -0.0, 0]).argsort() == [0, 1, 2])
    #expect(x.topK(2).indices == [1, 0])
  }

  @Test func `places are told in the order of the values, along any axis`() {
    let x = Tensor([[3, 1], [2, 5], [9, 4]])

    #expect(x.argsort(along: 0) == [1, 0, 0, 2, 2, 1])
    #expect(x.topK(1, along: 0).indices == [2, 1])
    #expect(x.topK(1).values == Tensor([[3], [5], [9]]))
    #expect(x.topK(0).values.shape == [3, 0])
  }

  @Test func `what is not taken by a mask has no part in the derivative`() {
    let x = Tensor([0, 1])
    let (taken, other) = gradient(at: Tensor([7, 2]), Tensor([3, 5])) { a, b in
      Tensor.where(x .> 0, a * a, b * b).sum()
    }

    #expect(taken == Tensor([0, 4]))
    #expect(other == Tensor([6, 0]))
    #expect(x.replacing(with: Tensor(7), where: x .== 0) == Tensor([7, 1]))
    #expect(Tensor.where(Tensor([.nan]), Tensor(1), Tensor(2)) == Tensor([1]))
  }

  @Test func `lengths neither overflow nor have a slope at zero that is no number`() {
    #expect(Tensor([3e30, 4e30]).norm() == Tensor(5e30))
    #expect(Tensor([3e-30, 4e-30]).norm().scalar.isNormal)
    #expect(gradient(at: Tensor([0, 0])) { $0.norm() } == Tensor([0, 0]))
    #expect(gradient(at: Tensor([2, 2])) { $0.standardDeviation() } == Tensor([0, 0]))
    #expect(Tensor([1, .nan]).norm().scalar.isNaN)
    #expect(Tensor([1, .infinity]).norm().scalar == .infinity)
    #expect(Tensor(zeros: [0, 2]).norm(along: 0) == Tensor([0, 0]))
  }

  @Test func `comparisons make masks, and numbers of any type are taken`() {
    let x = Tensor([1, 2, 3])

    #expect((x .> 2) == Tensor([0, 0, 1]))
    #expect((x .>= 2) == Tensor([0, 1, 1]))
    #expect((x .< 2.0) == Tensor([1, 0, 0]))
    #expect((x .<= 2.0) == Tensor([1, 1, 0]))
    #expect((x .== Double(2)) == Tensor([0, 1, 0]))
    #expect((x .!= Int(2)) == Tensor([1, 0, 1]))
    #expect(x * Double(2) + Int(1) == Tensor([3, 5, 7]))
    #expect(Int(6) / x == Tensor([6, 3, 2]))
  }

  @Test func `parts are cut with numbers and ranges of every kind`() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])

    #expect(x[1] == Tensor([4, 5, 6]))
    #expect(x[0..., 1] == Tensor([2, 5]))
    #expect(x[0...0, 1...] == Tensor([[2, 3]]))
    #expect(x[..<1] == Tensor([[1, 2, 3]]))
    #expect(x[2...].shape == [0, 3])
    #expect(throws: ShapeError.rangeOutOfRange(0..<4, axis: 1, [2, 3])) {
      try Checked.part(x, [TensorPlaces.single(0), (0..<4).places])
    }
    #expect(throws: ShapeError.self) { try Checked.part(x, [(0...Int.max).places]) }
    #expect(throws: ShapeError.self) { try Checked.part(x, [(5...).places]) }
    #expect(throws: ShapeError.self) { try Checked.part(x, [(-1).places]) }
  }

  @Test func `labels make rows with a single 1`() throws {
    #expect(Tensor(oneHot: [2, 0], count: 3) == Tensor([[0, 0, 1], [1, 0, 0]]))
    #expect(Tensor(oneHot: [], count: 3).shape == [0, 3])
    #expect(throws: ShapeError.labelOutOfRange(label: 3, classes: 3)) {
      try Checked.oneHot([3], count: 3)
    }
    #expect(throws: ShapeError.negativeSize([0, -1])) { try Checked.oneHot([], count: -1) }
  }
}
