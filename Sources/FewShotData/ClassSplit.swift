/// Characters divided into those to train with, those to choose a model by, and those to test with.
public struct ClassSplit: Sendable, Equatable {
  /// The characters to train with.
  public let train: CharacterCollection
  /// The characters to choose a model by.
  public let validation: CharacterCollection
  /// The characters nothing has seen before the test.
  public let test: CharacterCollection
}

extension CharacterCollection {
  /// Divides the characters at random, by the seed alone, in the proportion 973 : 325 : 325 of the
  /// walkthrough: exactly that for the 1623 characters of Omniglot.
  public func split(seed: Int) -> ClassSplit {
    let held = (count * 325 + 811) / 1623
    var generator = SeededGenerator(seed: seed)
    let order = generator.sample(count, below: count)
    return ClassSplit(
      train: selecting(Array(order[..<(count - 2 * held)])),
      validation: selecting(Array(order[(count - 2 * held)..<(count - held)])),
      test: selecting(Array(order[(count - held)...])))
  }
}

extension ClassSplit: CustomStringConvertible {
  /// A short description, such as `973 train, 325 validation and 325 test characters`.
  public var description: String {
    "\(train.count) train, \(validation.count) validation and \(test.count) test characters"
  }
}
