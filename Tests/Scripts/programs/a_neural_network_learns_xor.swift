import Foundation

struct Random {
  var state: UInt64
  mutating func uniform() -> Double {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return Double(state >> 11) / Double(1 << 53) * 2 - 1
  }
}

func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

struct Layer {
  var weights: [[Double]]
  var biases: [Double]

  init(inputs: Int, outputs: Int, random: inout Random) {
    weights = []
    for _ in 0..<outputs {
      var row: [Double] = []
      for _ in 0..<inputs { row.append(random.uniform()) }
      weights.append(row)
    }
    biases = [Double](repeating: 0, count: outputs)
  }

  func forward(_ input: [Double]) -> [Double] {
    zip(weights, biases).map { row, bias in
      sigmoid(zip(row, input).reduce(bias) { $0 + $1.0 * $1.1 })
    }
  }
}

struct Network {
  var layers: [Layer]

  init(sizes: [Int], random: inout Random) {
    layers = []
    for (a, b) in zip(sizes, sizes.dropFirst()) {
      layers.append(Layer(inputs: a, outputs: b, random: &random))
    }
  }

  func predict(_ input: [Double]) -> [Double] {
    layers.reduce(input) { activations, layer in layer.forward(activations) }
  }

  mutating func train(_ input: [Double], target: [Double], rate: Double) {
    var activations = [input]
    for layer in layers { activations.append(layer.forward(activations.last!)) }
    var delta = zip(activations.last!, target).map { out, want in (out - want) * out * (1 - out) }
    for l in layers.indices.reversed() {
      let before = activations[l]
      var next = [Double](repeating: 0, count: before.count)
      for (o, d) in delta.enumerated() {
        for i in before.indices {
          next[i] += d * layers[l].weights[o][i]
          layers[l].weights[o][i] -= rate * d * before[i]
        }
        layers[l].biases[o] -= rate * d
      }
      delta = zip(next, before).map { $0 * $1 * (1 - $1) }
    }
  }

  func loss(_ data: [(input: [Double], target: [Double])]) -> Double {
    var sum = 0.0
    for sample in data {
      for (out, want) in zip(predict(sample.input), sample.target) {
        sum += (out - want) * (out - want)
      }
    }
    return sum
  }
}

let data: [(input: [Double], target: [Double])] = [
  ([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0]),
]
var random = Random(state: 5)
var network = Network(sizes: [2, 4, 1], random: &random)
let before = network.loss(data)
for _ in 0..<4000 {
  for sample in data { network.train(sample.input, target: sample.target, rate: 1) }
}
let after = network.loss(data)
print(after < before, after < 0.05)
for (input, target) in data {
  let out = network.predict(input)[0]
  print(input, target[0], out.rounded(), abs(out - target[0]) < 0.2)
}
print(network.layers.map { ($0.weights.count, $0.weights[0].count) })
