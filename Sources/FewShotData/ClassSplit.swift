/// Classes divided into those to train with, those to choose a model by, and those to test with.
public struct ClassSplit: Sendable, Equatable {
  /// The classes to train with.
  public let train: ImageCollection
  /// The classes to choose a model by.
  public let validation: ImageCollection
  /// The classes nothing has seen before the test.
  public let test: ImageCollection

  /// Creates a split of parts that somebody has chosen.
  public init(train: ImageCollection, validation: ImageCollection, test: ImageCollection) {
    (self.train, self.validation, self.test) = (train, validation, test)
  }
}

/// In which proportion characters are divided.
public enum SplitProportion: String, Sendable, CaseIterable {
  /// 973 : 325 : 325, the walkthrough's.
  case walkthrough
  /// 1100 : 100 : 423, that of the MAML paper (Finn et al., 2017, section 5.2, and its code).
  case paper

  /// How many of Omniglot's 1623 characters are for choosing a model, and for testing.
  fileprivate var held: (validation: Int, test: Int) {
    switch self {
    case .walkthrough: (325, 325)
    case .paper: (100, 423)
    }
  }
}

extension ImageCollection {
  /// Divides the characters at random, by the seed alone, in a proportion: exactly so for the 1623
  /// characters of Omniglot.
  public func split(seed: Int, like proportion: SplitProportion = .walkthrough) -> ClassSplit {
    let validation = (count * proportion.held.validation + 811) / 1623
    let test = (count * proportion.held.test + 811) / 1623
    return split(seed: seed, [count - validation - test, validation, test])
  }

  /// Divides the classes at random, by the seed alone, into so many to train with, to choose by and to
  /// test with; what is left over is in none of the parts.
  public func split(
    seed: Int, train: Int, validation: Int, test: Int
  ) throws(TaskError) -> ClassSplit {
    var rest = count
    for (name, part) in [("train", train), ("validation", validation), ("test", test)] {
      guard part >= 0 else { throw .negative(name: name, value: part) }
      guard part <= rest else { throw .tooFewToSplit(name: name, value: part, left: rest) }
      rest -= part
    }
    return split(seed: seed, [train, validation, test])
  }

  private func split(seed: Int, _ counts: [Int]) -> ClassSplit {
    var generator = SeededGenerator(seed: seed)
    var order = generator.sample(count, below: count)[...]
    let parts = counts.map { count in
      defer { order = order.dropFirst(count) }
      return selecting(Array(order.prefix(count)))
    }
    return ClassSplit(train: parts[0], validation: parts[1], test: parts[2])
  }
}

// MARK: - Rotations

/// Which characters also come turned by 90°, 180° and 270°, as characters of their own.
public enum Rotations: String, Sendable, CaseIterable {
  /// No characters.
  case none
  /// Those to train with.
  case training
  /// Those to train with, and the mirror images of all of these.
  case mirrored
  /// All characters.
  case all
}

extension ClassSplit {
  /// Returns the split with turned characters as new ones beside the others.
  ///
  /// A character's turns are all in the part that the character is in, so nothing tested was seen.
  public func withRotations(_ rotations: Rotations) -> ClassSplit {
    switch rotations {
    case .none:
      self
    case .training:
      ClassSplit(train: train.withRotations(), validation: validation, test: test)
    case .mirrored:
      ClassSplit(
        train: train.withRotations().withMirrorImages(), validation: validation, test: test)
    case .all:
      ClassSplit(
        train: train.withRotations(), validation: validation.withRotations(),
        test: test.withRotations())
    }
  }
}

extension ClassSplit: CustomStringConvertible {
  /// A short description, such as `973 train, 325 validation and 325 test classes`.
  public var description: String {
    "\(train.count) train, \(validation.count) validation and \(test.count) test classes"
  }
}
