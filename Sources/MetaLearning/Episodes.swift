/// Tasks that a function makes, as a source.
///
///     let tasks = Episodes { index in Episode(support: points(index), query: points(index + 1)) }
///     let run = try train(network, using: maml, on: tasks, iterations: 1000)
///
/// The function is called for any number, in any order and on several threads; the task of a number
/// is to follow from that alone.
public struct Episodes: EpisodeSource {
  private let make: @Sendable (Int) throws -> Episode

  /// The tasks that a function makes of their numbers.
  public init(_ make: @escaping @Sendable (Int) throws -> Episode) { self.make = make }

  /// Returns the task of a number; throws what the function throws.
  public func episode(_ index: Int) throws -> Episode { try make(index) }
}

extension Array: EpisodeSource where Element == Episode {
  /// Returns the task of a number, over and over again: after the last comes the first.
  ///
  /// Throws ``MetaLearningError/outOfRange(name:value:)`` where there are none.
  public func episode(_ index: Int) throws -> Episode {
    guard !isEmpty else { throw MetaLearningError.outOfRange(name: "tasks", value: "[]") }
    let place = index % count
    return self[place < 0 ? place + count : place]
  }
}
