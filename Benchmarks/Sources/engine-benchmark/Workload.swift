import MetaLearning

/// One training to measure: a network, a kind of task, how far derivatives go, and who wrote it.
struct Workload: Hashable, CustomStringConvertible {
  /// The two networks of the walkthrough and the paper; the first with 32 filters; one of 32 filters
  /// for 84×84 colour images, whose last maps are flattened; and the paper's for sinusoids.
  enum Net: String, CaseIterable {
    case pooled, strided, pooled32, colour84, sinusoid

    /// How high and wide images are, and how many channels they have.
    var image: (side: Int, channels: Int) { self == .colour84 ? (84, 3) : (28, 1) }
  }

  var net: Net
  /// The classes of a task, and the examples of each; a sinusoid is one class.
  var way, shot: Int
  var order: MAML.Order
  var tasksPerBatch: Int
  /// Whether the algorithm is not `train`'s, but written out in a cell.
  var isByHand = false

  /// Such as `pooled 5w1s second` or `sinusoid 10-shot second by hand`.
  var description: String {
    let tasks = net == .sinusoid ? "\(shot)-shot" : "\(way)w\(shot)s"
    return "\(net.rawValue) \(tasks) \(order.rawValue)\(isByHand ? " by hand" : "")"
  }

  var innerSteps: Int { net == .sinusoid ? 1 : 5 }
  var innerLearningRate: Double { net == .sinusoid ? 0.01 : 0.1 }
  var supportCount: Int { way * shot }
  var queryCount: Int { net == .sinusoid ? shot : way * 15 }

  var network: Network {
    switch net {
    case .pooled: .pooled(way: way)
    case .strided: .strided(way: way)
    case .pooled32: .pooled(way: way, channels: 32)
    case .colour84: Self.colour84(way: way)
    case .sinusoid: .mlp(inputs: 1, outputs: 1)
    }
  }

  private static func colour84(way: Int) -> Network {
    let blocks = [3, 32, 32, 32].flatMap { inputs in
      [
        Layer.convolution(inputs: inputs, outputs: 32), .batchNormalization(channels: 32), .relu,
        .maxPool(),
      ]
    }
    do {
      return try Network(blocks + [.flatten, .dense(inputs: 5 * 5 * 32, outputs: way)])
    } catch {
      fatalError("the sizes of layers are positive")
    }
  }

  var learner: MAML {
    MAML(innerSteps: innerSteps, innerLearningRate: innerLearningRate, order: order)
  }
}

extension Workload {
  /// All networks and kinds of task, both orders; and what is also written out in cells.
  ///
  /// The batches are as large as the peer can do in some seconds; the time of an iteration is in
  /// proportion to them.
  static let all: [Workload] =
    Net.allCases.flatMap { net in
      [MAML.Order.second, .first].flatMap { order in
        net.tasks.map { way, shot, tasks in
          Workload(net: net, way: way, shot: shot, order: order, tasksPerBatch: tasks)
        }
      }
    } + [
      Workload(
        net: .pooled, way: 5, shot: 1, order: .second, tasksPerBatch: 8, isByHand: true),
      Workload(
        net: .sinusoid, way: 1, shot: 10, order: .second, tasksPerBatch: 25, isByHand: true),
    ]

  /// The workload of a description.
  init?(described text: String) {
    guard let workload = Self.all.first(where: { $0.description == text }) else { return nil }
    self = workload
  }
}

extension Workload.Net {
  /// The classes, examples of each, and tasks of an iteration.
  fileprivate var tasks: [(way: Int, shot: Int, tasks: Int)] {
    switch self {
    case .pooled, .strided: [(5, 1, 32), (5, 5, 8), (20, 1, 8), (20, 5, 4)]
    case .pooled32: [(5, 1, 32), (5, 5, 8)]
    case .colour84: [(5, 1, 4)]
    case .sinusoid: [(1, 10, 25)]
    }
  }
}

// MARK: - Arithmetic

extension Workload {
  /// The floating-point operations of a meta-iteration with direct convolutions.
  ///
  /// With F₁ the multiplications of the first layer for one example and F′ those of the others, a
  /// gradient takes 2F₁ + 3F′ and a Hessian-vector product 2F₁ + 6F′. First order takes a gradient
  /// for each support example and step and for each query example, second order a product too for
  /// each support example and step.
  var operationCount: Double {
    let (first, rest): (Double, Double) =
      switch net {
      case .pooled: (451_584, 7_225_344 + 1_806_336 + 331_776)
      case .strided: (112_896, 1_806_336 + 589_824 + 147_456)
      case .pooled32: (225_792, 1_806_336 + 451_584 + 82_944)
      case .colour84: (6_096_384, 16_257_024 + 4_064_256 + 921_600)
      case .sinusoid: (40, 40 * 40 + 40)
      }
    let gradient = 2 * first + 3 * rest
    let product = order == .second ? 2 * first + 6 * rest : 0
    let support = Double(supportCount * innerSteps)
    return 2 * Double(tasksPerBatch)
      * (support * (gradient + product) + Double(queryCount) * gradient)
  }
}
