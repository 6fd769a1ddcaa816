// MAML as a person writes it in cells, without `MAML()` and `train`: the same that torch_maml.py does.

extension Workload {
  /// The cell with a network written out, its loss, tasks, and the derivative through the inner steps.
  func definitions(steps: Int, threads: Int) -> String {
    """
    let (way, shot, queries, steps, tasks) = (\(way), \(shot), \(queryCount / way), \(steps), \
    \(tasksPerBatch))
    let rate: Float = \(innerLearningRate)
    \(net == .sinusoid ? sinusoidCell : pooledCell)
    struct Task {
      let support, query: Examples
    }

    func queryLoss(_ weights: [Tensor], of task: Task) -> Tensor {
      var adapted = weights
      for _ in 0..<steps {
        let slope = gradient(at: adapted) { loss($0, on: task.support) }
        adapted = zipMap(adapted, slope) { $0 - rate * $1 }
      }
      return loss(adapted, on: task.query)
    }

    var weights = network.parameterNames.map { network[$0]! }
    var adam = Adam(learningRate: 0.001)

    func iterate() throws -> Float {
      let start = weights
      let results = try concurrentMap(0..<tasks, threads: \(threads)) { _ in
        let task = try drawnTask()
        return valueWithGradient(at: start) { queryLoss($0, of: task) }
      }
      var slope = results[0].gradient
      for result in results.dropFirst() { slope = zipMap(slope, result.gradient) { $0 + $1 } }
      adam.step(&weights, along: slope.map { $0 / Float(tasks) })
      return results.map { $0.value.scalar }.reduce(0, +) / Float(tasks)
    }

    // How far the derivative of a task is from the library's, relative to that.
    func distanceFromLibrary() throws -> Double {
      let task = try drawnTask()
      let slope = gradient(at: weights) { queryLoss($0, of: task) }
      let library = try MAML(innerSteps: steps, innerLearningRate: \(innerLearningRate))
        .metaGradient(at: network, for: Episode(support: task.support, query: task.query))
      var difference = 0.0
      var size = 0.0
      for (name, part) in zip(network.parameterNames, slope) {
        let right = library[name]!
        difference += Double(((part - right) * (part - right)).sum().scalar)
        size += Double((right * right).sum().scalar)
      }
      return (difference / size).squareRoot()
    }
    """
  }
}

/// The network with max pooling, and tasks of noise.
private let pooledCell = """
  let network = try Network.pooled(way: way)

  func logits(_ weights: [Tensor], _ images: Tensor) -> Tensor {
    var x = images
    for layer in 0..<4 {
      x = conv2d(x, weights[4 * layer], padding: .uniform(1)) + weights[4 * layer + 1]
      x = batchNorm(x, scale: weights[4 * layer + 2], offset: weights[4 * layer + 3])
      x = maxPool(relu(x))
    }
    return matmul(x.mean(along: 1, 2), weights[16]) + weights[17]
  }

  func loss(_ weights: [Tensor], on examples: Examples) -> Tensor {
    softmaxCrossEntropy(logits(weights, examples.inputs), labels: examples.labels)
  }

  func drawnTask() throws -> Task {
    func examples(_ perClass: Int) throws -> Examples {
      try Examples(
        inputs: Tensor(randomUniform: [way * perClass, 28, 28, 1]),
        labels: (0..<way * perClass).map { $0 / perClass })
    }
    return try Task(support: examples(shot), query: examples(queries))
  }
  """

/// The network for sinusoids, and sinusoids.
private let sinusoidCell = """
  let network = try Network.mlp(inputs: 1, hidden: [40, 40], outputs: 1)

  func answers(_ weights: [Tensor], _ x: Tensor) -> Tensor {
    let first = relu(matmul(x, weights[0]) + weights[1])
    let second = relu(matmul(first, weights[2]) + weights[3])
    return matmul(second, weights[4]) + weights[5]
  }

  func loss(_ weights: [Tensor], on examples: Examples) -> Tensor {
    let distance = answers(weights, examples.inputs) - examples.values!
    return (distance * distance).mean()
  }

  func drawnTask() throws -> Task {
    let height = Float.random(in: 0.1..<5)
    let phase = Float.random(in: 0..<Float.pi)
    func examples(_ count: Int) throws -> Examples {
      let x = Tensor(randomUniform: [count, 1], in: -5..<5)
      return try Examples(inputs: x, values: height * sin(x - phase))
    }
    return try Task(support: examples(shot), query: examples(queries))
  }
  """
