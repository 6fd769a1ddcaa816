import MetaLearning

/// One training to measure: a network, a kind of task, and how far derivatives go.
struct Workload: Hashable, CustomStringConvertible {
  /// The two networks of the walkthrough and the paper; the first with 32 filters; and one of 32
  /// filters for 84×84 colour images, whose last maps are flattened.
  enum Net: String, CaseIterable {
    case pooled, strided, pooled32, colour84

    /// How high and wide images are, and how many channels they have.
    var image: (side: Int, channels: Int) { self == .colour84 ? (84, 3) : (28, 1) }
  }

  var net: Net
  var way, shot: Int
  var order: MAML.Order
  var tasksPerBatch: Int

  static let innerSteps = 5
  static let queriesPerClass = 15

  /// Such as `pooled 5w1s second`.
  var description: String { "\(net.rawValue) \(way)w\(shot)s \(order.rawValue)" }

  var network: Network {
    switch net {
    case .pooled: .pooled(way: way)
    case .strided: .strided(way: way)
    case .pooled32: .pooled(way: way, channels: 32)
    case .colour84: Self.colour84(way: way)
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
    MAML(innerSteps: Self.innerSteps, innerLearningRate: 0.1, order: order)
  }
}

extension Workload {
  /// All networks and kinds of task, both orders.
  ///
  /// The batches are as large as the peer can do in some seconds; the time of an iteration is in
  /// proportion to them.
  static let all: [Workload] = Net.allCases.flatMap { net in
    [MAML.Order.second, .first].flatMap { order in
      net.tasks.map { way, shot, tasks in
        Workload(net: net, way: way, shot: shot, order: order, tasksPerBatch: tasks)
      }
    }
  }

  /// The workload of a description.
  init?(described text: String) {
    guard let workload = Self.all.first(where: { $0.description == text }) else { return nil }
    self = workload
  }
}

extension Workload.Net {
  /// The classes, images of each, and tasks of an iteration.
  fileprivate var tasks: [(way: Int, shot: Int, tasks: Int)] {
    switch self {
    case .pooled, .strided: [(5, 1, 32), (5, 5, 8), (20, 1, 8), (20, 5, 4)]
    case .pooled32: [(5, 1, 32), (5, 5, 8)]
    case .colour84: [(5, 1, 4)]
    }
  }
}

// MARK: - Arithmetic

extension Workload {
  /// The floating-point operations of a meta-iteration with direct convolutions.
  ///
  /// With F₁ the multiplications of the first convolution for one image and F′ those of the
  /// others, a gradient takes 2F₁ + 3F′ and a Hessian-vector product 2F₁ + 6F′. First order takes
  /// a gradient for each support image and step and for each query image, second order a product
  /// too for each support image and step.
  var operationCount: Double {
    let (first, rest): (Double, Double) =
      switch net {
      case .pooled: (451_584, 7_225_344 + 1_806_336 + 331_776)
      case .strided: (112_896, 1_806_336 + 589_824 + 147_456)
      case .pooled32: (225_792, 1_806_336 + 451_584 + 82_944)
      case .colour84: (6_096_384, 16_257_024 + 4_064_256 + 921_600)
      }
    let gradient = 2 * first + 3 * rest
    let product = order == .second ? 2 * first + 6 * rest : 0
    let support = Double(way * shot * Self.innerSteps)
    let query = Double(way * Self.queriesPerClass)
    return 2 * Double(tasksPerBatch) * (support * (gradient + product) + query * gradient)
  }
}
