internal import Autodiff
internal import FewShotData
internal import Tensors

/// The regression tasks of the MAML paper (Finn et al., 2017, section 5.1), numbered: a few points
/// of a sinusoid, from which to guess the rest of it.
///
///     let tasks = try SinusoidTasks(shot: 10)
///     let network = Network.mlp(inputs: 1, outputs: 1)
///     let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
///     let run = try train(network, using: maml, on: tasks, iterations: 1000)
///     tasks[3]                          // the curve of task 3
///
/// The amplitude is drawn evenly from 0.1…5, the phase from 0…π and each x from −5…5. Task `i` is a
/// pure function of the numbers and (`seed`, `i`).
public struct SinusoidTasks: Sendable, Equatable {
  /// The number of points to learn from.
  public let shot: Int
  /// The number of points to be judged by.
  public let queries: Int
  /// The seed of all tasks.
  public let seed: Int

  /// Creates the tasks; without a number of queries there are as many as points to learn from, as
  /// in the paper.
  public init(shot: Int = 10, queries: Int? = nil, seed: Int = 0) throws(MetaLearningError) {
    for (name, count) in [("shot", shot), ("queries", queries ?? 1)] {
      guard 1...Shape.maximumElementCount ~= count else {
        throw .outOfRange(name: name, value: "\(count)")
      }
    }
    self.shot = shot
    self.queries = queries ?? shot
    self.seed = seed
  }

  /// The curve of a task; any number has one.
  public subscript(index: Int) -> Sinusoid { draw(index).curve }
}

extension SinusoidTasks: EpisodeSource {
  /// Returns the points of a task: x as `[count, 1]`, y as values of the same shape.
  public func episode(_ index: Int) -> Episode {
    var (curve, generator) = draw(index)
    return Episode(
      support: points(shot, of: curve, using: &generator),
      query: points(queries, of: curve, using: &generator))
  }

  private func draw(_ index: Int) -> (curve: Sinusoid, generator: SeededGenerator) {
    var generator = SeededGenerator(seed: seed, stream: index)
    let amplitude = Double(generator.uniform(in: 0.1..<5))
    let phase = Double(generator.uniform()) * .pi
    return (Sinusoid(amplitude: amplitude, phase: phase), generator)
  }

  private func points(
    _ count: Int, of curve: Sinusoid, using generator: inout SeededGenerator
  ) -> Examples {
    let places = unsafe DenseArray(shape: [count, 1]) { numbers in
      inPieces(count, of: 1 << 18) { piece in
        for index in piece { unsafe numbers[index] = generator.uniform(in: -5..<5) }
      }
    }
    let heights = unsafe DenseArray(shape: [count, 1]) { numbers in
      inPieces(count, of: 1 << 18) { piece in
        for index in piece {
          unsafe numbers[index] = Float(curve(Double(places.scalar(at: index))))
        }
      }
    }
    return Examples(inputs: Tensor(places), values: Tensor(heights))
  }
}

extension SinusoidTasks: CustomStringConvertible {
  /// A short description, such as `10-shot sinusoid tasks`.
  public var description: String { "\(shot)-shot sinusoid tasks" }
}
