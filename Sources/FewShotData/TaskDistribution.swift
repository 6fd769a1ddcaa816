internal import Images

/// The few-shot tasks that can be drawn from some characters, numbered.
///
///     let tasks = try TaskDistribution(split.train, way: 5, shot: 1, queriesPerClass: 15, seed: 0)
///     let task = tasks[17]
///
/// Task `i` is a pure function of the characters, the numbers and (`seed`, `i`): it does not matter
/// which tasks were drawn before, nor on which thread. A task draws its classes without replacement
/// and, of each class, its images without replacement, so that no image is in both sets.
public struct TaskDistribution: Sendable {
  /// The characters that tasks are drawn from.
  public let characters: CharacterCollection
  /// The number of classes of a task.
  public let way: Int
  /// The number of support images of each class.
  public let shot: Int
  /// The number of query images of each class.
  public let queriesPerClass: Int
  /// By how many pixels an image is shifted at most, up or down and left or right, each by its own
  /// number; what comes in from outside is paper.
  public let shift: Int
  /// The seed of all tasks.
  public let seed: Int

  /// Creates the tasks of some characters, or throws what makes them impossible.
  public init(
    _ characters: CharacterCollection, way: Int, shot: Int, queriesPerClass: Int = 15,
    shift: Int = 0, seed: Int = 0
  ) throws(TaskError) {
    guard 0..<CharacterCollection.side ~= shift else {
      throw .shiftOutOfRange(shift, side: CharacterCollection.side)
    }
    guard way >= 1 else { throw .notPositive(name: "way", value: way) }
    guard shot >= 1 else { throw .notPositive(name: "shot", value: shot) }
    guard queriesPerClass >= 1 else {
      throw .notPositive(name: "queriesPerClass", value: queriesPerClass)
    }
    guard way <= characters.count else {
      throw .tooFewCharacters(way: way, available: characters.count)
    }
    // Subtracting cannot overflow, whatever the numbers are.
    guard shot <= characters.drawingsPerCharacter,
      queriesPerClass <= characters.drawingsPerCharacter - shot
    else {
      throw .tooFewDrawings(
        shot: shot, queriesPerClass: queriesPerClass, available: characters.drawingsPerCharacter)
    }
    self.characters = characters
    self.way = way
    self.shot = shot
    self.queriesPerClass = queriesPerClass
    self.shift = shift
    self.seed = seed
  }

  /// The task of a number; any number has one.
  ///
  /// - Complexity: O(characters + pixels of the task)
  public subscript(index: Int) -> FewShotTask {
    var generator = SeededGenerator(seed: seed, stream: index)
    let classes = generator.sample(way, below: characters.count)
    let size = CharacterCollection.side * CharacterCollection.side
    var support: [Float] = []
    var query: [Float] = []
    support.reserveCapacity(way * shot * size)
    query.reserveCapacity(way * queriesPerClass * size)
    for character in classes {
      let drawings = generator.sample(
        shot + queriesPerClass, below: characters.drawingsPerCharacter)
      for drawing in drawings[..<shot] {
        characters.append(drawing, of: character, to: &support)
      }
      for drawing in drawings[shot...] { characters.append(drawing, of: character, to: &query) }
    }
    if shift > 0 {
      // Drawn after everything else: the same task as without, but for the places of its images.
      shiftImages(&support, using: &generator)
      shiftImages(&query, using: &generator)
    }
    return FewShotTask(
      way: way, shot: shot, queriesPerClass: queriesPerClass,
      classes: classes, names: classes.map { characters.name(of: $0) },
      supportImages: batch(support), supportLabels: labels(shot),
      queryImages: batch(query), queryLabels: labels(queriesPerClass))
  }

  /// Shifts each image by numbers of its own.
  private func shiftImages(_ pixels: inout [Float], using generator: inout SeededGenerator) {
    let side = CharacterCollection.side
    let paper: Float = 1
    for start in stride(from: 0, to: pixels.count, by: side * side) {
      let down = generator.integer(below: 2 * shift + 1) - shift
      let right = generator.integer(below: 2 * shift + 1) - shift
      let image = Array(pixels[start..<start + side * side])
      for row in 0..<side {
        for column in 0..<side {
          let (fromRow, fromColumn) = (row - down, column - right)
          let isInside = 0..<side ~= fromRow && 0..<side ~= fromColumn
          pixels[start + row * side + column] =
            isInside ? image[fromRow * side + fromColumn] : paper
        }
      }
    }
  }

  private func batch(_ pixels: [Float]) -> ImageBatch {
    ImageBatch(width: CharacterCollection.side, height: CharacterCollection.side, pixels: pixels)
  }

  private func labels(_ count: Int) -> [Int] {
    (0..<way).flatMap { Array(repeating: $0, count: count) }
  }
}

extension TaskDistribution: CustomStringConvertible {
  /// A short description, such as `5-way 1-shot tasks of 973 characters`.
  public var description: String {
    "\(way)-way \(shot)-shot tasks of \(characters.count) characters"
  }
}

// MARK: - Errors

/// Why no task of the wanted kind can be drawn.
public enum TaskError: Error, Equatable {
  /// A number that must be at least 1 is not.
  case notPositive(name: String, value: Int)
  /// A task would need more classes than there are characters.
  case tooFewCharacters(way: Int, available: Int)
  /// A class would need more images than its character has drawings.
  case tooFewDrawings(shot: Int, queriesPerClass: Int, available: Int)
  /// Images were to be shifted by a number of pixels that is below 0, or out of sight.
  case shiftOutOfRange(Int, side: Int)
  /// Characters were to be turned that come with their turns already.
  case alreadyTurned
}

extension TaskError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .notPositive(let name, let value):
      "\(name) must be at least 1, not \(value)"
    case .tooFewCharacters(let way, let available):
      "cannot draw a \(way)-way task from \(available) characters"
    case .tooFewDrawings(let shot, let queries, let available):
      "cannot draw \(shot) support and \(queries) query images of a character"
        + " that was drawn \(available) times"
    case .shiftOutOfRange(let shift, let side):
      "images of \(side)×\(side) pixels cannot be shifted by up to \(shift)"
    case .alreadyTurned:
      "the characters are turned already: turned again, each would come several times, under"
        + " different names"
    }
  }
}
