import Foundation
import Testing

/// Derivatives in trees of tensors, as cells take them.
@Suite struct TreeGradientTests {
  private static let model = """
    struct Dense: ParameterTree { var weights: Tensor; var bias: Tensor; let name: String }
    struct Model: ParameterTree { var layers: [Dense]; var steps = 1 }
    struct Learned: ParameterTree { var model: Model; var rates: [Tensor] }
    let model = Model(layers: [
      Dense(
        weights: Tensor([[0.5, -0.25, 0.75], [0.125, 1, -0.5]]), bias: Tensor([0.1, -0.2, 0.3]),
        name: "hidden"),
      Dense(weights: Tensor([[0.6], [-0.4], [0.2]]), bias: Tensor([0.05]), name: "output"),
    ])
    let x = Tensor([[1, 2], [-1, 0.5], [0.25, -0.75], [2, 1]])
    let y = Tensor([[1], [-1], [0.5], [0]])
    let otherX = Tensor([[2, 1], [0.25, -0.75], [-1, 0.5], [1, 2]]) * 0.5
    let otherY = y + 0.25
    func loss(_ model: Model, _ x: Tensor, _ y: Tensor) -> Tensor {
      let hidden = tanh(matmul(x, model.layers[0].weights) + model.layers[0].bias)
      let error = matmul(hidden, model.layers[1].weights) + model.layers[1].bias - y
      return (error * error).mean()
    }
    func lossAfterStep(_ start: Learned) -> Tensor {
      let slope = gradient(at: start.model) { model in loss(model, x, y) }
      var moved = start.model
      for index in moved.layers.indices {
        let rate = start.rates[index]
        moved.layers[index] = zipMap(moved.layers[index], slope.layers[index]) { $0 - rate * $1 }
      }
      return loss(moved, otherX, otherY)
    }
    let learned = Learned(model: model, rates: [Tensor([0.1]), Tensor([0.3])])
    func show(_ numbers: [Tensor]) { for tensor in numbers { for n in tensor.scalars { print(n) } } }

    """

  private struct Expected: Decodable {
    var first, second, third: [Double]
  }

  private func expected() throws -> Expected {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/tree_gradients.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
  }

  private func expect(_ source: String, gives expected: [Double]) throws {
    let run = CellRun(Self.model + source)
    #expect(run.failure == nil)
    let found = run.text.split(separator: "\n").compactMap { Double($0) }
    try #require(found.count == expected.count)
    let size = expected.map(abs).max() ?? 1
    // Of numbers in float32 that were rounded some dozens of times.
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 2e-5 * size) }
  }

  @Test func `the gradient in a struct of structs is PyTorch's in float64`() throws {
    try expect(
      "show(gradient(at: model) { model in loss(model, x, y) }.parameters)",
      gives: expected().first)
  }

  @Test func `the gradient through a step with learned rates is PyTorch's in float64`() throws {
    try expect(
      "show(gradient(at: learned) { start in lossAfterStep(start) }.parameters)",
      gives: expected().second)
  }

  @Test func `a third derivative is PyTorch's in float64`() throws {
    try expect(
      """
      let third = gradient(at: learned) { start in
        let slope = gradient(at: start) { start in lossAfterStep(start) }
        return slope.parameters.map { ($0 * $0).sum() }.reduce(Tensor(0)) { $0 + $1 }
      }
      show(third.parameters)
      """, gives: expected().third)
  }

  @Test func `whatever holds tensors is differentiated in its own type`() {
    let run = CellRun(
      """
      enum Rate: ParameterTree { case fixed(Double), learned(Tensor) }
      struct Model: ParameterTree {
        var pair: (w: Tensor, b: Tensor?)
        var table: [String: [Tensor]]
        var rate: Rate
        var count = 3
        var label = "kept"
      }
      let w = Tensor([1, 2])
      let model = Model(pair: (w, nil), table: ["b": [w], "a": [w, w]], rate: .learned(Tensor(2)))
      let slope: Model = gradient(at: model) { m in
        var sum = (m.pair.w * m.pair.w).sum()
        for (key, tensors) in m.table where key == "a" { sum = sum + (tensors[1] * 3).sum() }
        if case .learned(let rate) = m.rate { sum = sum + rate * rate }
        return sum
      }
      print(slope.pair, slope.table["a"]!, slope.table["b"]!, slope.rate, slope.count, slope.label)
      print(model.namedParameters.map { $0.name })
      print(model.parameterCount, model.parameters.count)
      let array: [Tensor] = gradient(at: [w, w]) { p in (p[0] * p[1] * p[1]).sum() }
      let table: [String: Tensor] = gradient(at: ["w": w]) { p in (p["w"]! * 2).sum() }
      let pair: (w: Tensor, b: Tensor) = gradient(at: (w: w, b: Tensor(3))) { p in (p.w * p.b).sum() }
      let (a, b, c, d) = gradient(at: w, [w], ["x": w], model) { a, b, c, d in
        let product = a * b[0] * c["x"]!
        return (product * d.pair.w).sum()
      }
      print(array, table, pair, a, b, c, d.pair.w)
      let (value, inner) = valueWithGradient(at: (w, (w, w))) { p in (p.0 * p.1.0 * p.1.1).sum() }
      print(value, inner)
      """)
    #expect(run.failure == nil)
    #expect(
      run.text == """
        (w: [2.0, 4.0], b: nil) [[0.0, 0.0], [3.0, 3.0]] [[0.0, 0.0]] learned(4.0) 3 kept
        ["pair.w", "table.a.0", "table.a.1", "table.b.0", "rate.0"]
        9 5
        [[1.0, 4.0], [2.0, 8.0]] ["w": [2.0, 2.0]] (w: [3.0, 3.0], b: 3.0) [1.0, 8.0] [[1.0, 8.0]] \
        ["x": [1.0, 8.0]] [1.0, 8.0]
        9.0 ([1.0, 4.0], ([1.0, 4.0], [1.0, 4.0]))

        """)
  }

  @Test func `a network is differentiated, stepped, taken apart and made again`() {
    let run = CellRun(
      """
      let network = try Network.mlp(inputs: 2, hidden: [3], outputs: 1, seed: 1)
      let x = Tensor([[1, 2], [3, 4]])
      let slope: Network = gradient(at: network) { network in
        let y = network(x)
        return (y * y).mean()
      }
      let stepped = zipMap(network, slope) { $0 - 0.01 * $1 }
      let byParts = try network.replacingParameters(
        by: zip(network.parameters, slope.parameters).map { $0 - 0.01 * $1 })
      print(stepped == byParts, stepped == network)
      print(try Network(network.layers, parameters: network.parameters) == network)
      let rates = network.map { _ in Tensor(0.01) }
      print(network.zipMap(slope, rates) { $0 - $2 * $1 } == stepped)
      func mean(_ network: Network) -> Tensor { let y = network(x); return (y * y).mean() }
      print(mean(stepped).scalar < mean(network).scalar)
      let (_, rateSlope) = gradient(at: network, rates) { network, rates in
        let slope = gradient(at: network) { network in mean(network) }
        return mean(zipMap(network, slope, rates) { $0 - $2 * $1 })
      }
      print(rateSlope.parameters.map { $0.rank }, rateSlope.parameters.allSatisfy { $0.scalar < 0 })
      """)
    #expect(run.failure == nil)
    #expect(run.text == "true false\ntrue\ntrue\ntrue\n[0, 0, 0, 0] true\n")
  }

  @Test func `map and zipMap leave other uses of the names alone`() {
    let run = CellRun(
      """
      struct Model: ParameterTree { var w: Tensor; var name: String }
      let models = [Model(w: Tensor([1, 2]), name: "a"), Model(w: Tensor(3), name: "b")]
      let none: Tensor? = nil
      print(models.map { $0.name }, models.map { $0.w.rank }, models.map { $0 * 2 }[1].w)
      print([1, 2].map { $0 * 2 }, ["k": Tensor(1)].map { $0.key }, none.map { $0.sum() } as Any)
      print(map((models[0].w, [models[1].w])) { -$0 })
      print([Tensor]().map { $0 * 2 })
      """)
    #expect(run.failure == nil)
    #expect(
      run.text == """
        ["a", "b"] [1, 0] 6.0
        [2, 4] ["k"] nil
        ([-1.0, -2.0], [-3.0])
        []

        """)
  }
}

/// A mistake in what is differentiated, and what its error says, and where.
private struct TreeFault: CustomTestStringConvertible {
  var source: String
  var place: String
  var message: String

  var testDescription: String { source }
}

private let treeFaults = [
  TreeFault(
    source: """
      let w = Tensor([[1, 2]])
      let slope = gradient(at: [w]) { p in
        let twice = p[0] * 2
        let product = matmul(twice, Tensor([1, 2, 3]))
        return product.sum()
      }
      """, place: "cell:4:17", message: "cannot multiply [1, 2] by [3]"),
  TreeFault(
    source: """
      let slope = gradient(at: [Tensor(1)]) { p in
        gradient(at: p) { p in
          p[0] * p[1]
        }[0]
      }
      """, place: "cell:3:12", message: "Index out of range"),
  TreeFault(
    source: "let slope = gradient(at: [Tensor([1, 2])]) { p in\n  p[0] * 2\n}",
    place: "cell:1:13", message: "expected a single number, got a tensor of shape [2]"),
  TreeFault(
    source:
      "struct Model: ParameterTree { var w = 1 }\nlet slope = gradient(at: Model()) { _ in Tensor(1) }",
    place: "cell:2:13", message: "there is no tensor in this value of type 'Model'"),
  TreeFault(
    source: "let slope = gradient(at: [Tensor]()) { _ in Tensor(1) }", place: "cell:1:13",
    message: "there is no tensor in this value of type '[Tensor]'"),
  TreeFault(
    source: "struct Model { var w = Tensor(1) }\nlet slope = gradient(at: Model()) { $0.w }",
    place: "cell:2:13",
    message: "requires that 'Model' conform to 'ParameterTree'"),
  TreeFault(
    source: "let slope = gradient(at: (Tensor(1), 2)) { p in p.0 }", place: "cell:1:13",
    message: "requires that '(Tensor, Int)' conform to 'ParameterTree'"),
  TreeFault(
    source:
      "class Model: ParameterTree { var w = Tensor(1) }\nlet slope = gradient(at: Model()) { $0.w }",
    place: "cell:2:13", message: "'Model' is or holds an instance of a class"),
  TreeFault(
    source: "let sum = zipMap([Tensor(1)], [Tensor(1), Tensor(2)]) { $0 + $1 }", place: "cell:1:11",
    message: "the trees hold different tensors, 1 and 2: only one of them has '1'"),
  TreeFault(
    source: "let sum = zipMap([\"a\": Tensor(1)], [\"b\": Tensor(1)]) { $0 + $1 }",
    place: "cell:1:11", message: "the trees hold different tensors: only one of them has 'a'"),
  TreeFault(
    source: "let sum = zipMap([Tensor([1, 2])], [Tensor([1, 2, 3])]) {\n  $0 + $1\n}",
    place: "cell:2:3", message: "shapes [2] and [3] do not fit together"),
  TreeFault(
    source: "let network = try Network([.relu], parameters: [Tensor(1)])", place: "cell:1:19",
    message: "the layers have 0 parameters, got 1 tensor"),
  TreeFault(
    source: """
      let network = try Network.mlp(inputs: 2, hidden: [], outputs: 1)
      let other = try network.replacingParameters(by: [Tensor(1), Tensor(2)])
      """, place: "cell:2:17",
    message: "the parameter 'fc.weight' is of shape [2, 1], got a tensor of shape []"),
]

@Suite struct TreeFaultTests {
  @Test(arguments: treeFaults)
  private func `a mistake is told where it is`(fault: TreeFault) {
    let run = CellRun(fault.source)

    #expect(run.failure?.hasPrefix(fault.place) == true, "\(run.failure ?? "no failure")")
    #expect(run.failure?.contains(fault.message) == true, "\(run.failure ?? "no failure")")
  }
}
