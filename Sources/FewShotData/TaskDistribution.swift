internal import Images

/// The few-shot tasks that can be drawn from some classes of pictures, numbered.
///
///     let tasks = try TaskDistribution(split.train, way: 5, shot: 1, queriesPerClass: 15, seed: 0)
///     let task = tasks[17]
///
/// Task `i` is a pure function of the classes, the numbers and (`seed`, `i`): it does not matter
/// which tasks were drawn before, nor on which thread. A task draws its classes without replacement
/// and, of each class, its images without replacement, so that no image is in both sets.
public struct TaskDistribution: Sendable {
  /// The classes that tasks are drawn from.
  public let characters: ImageCollection
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
    _ characters: ImageCollection, way: Int, shot: Int, queriesPerClass: Int = 15,
    shift: Int = 0, seed: Int = 0
  ) throws(TaskError) {
    let side = min(characters.width, characters.height)
    guard 0..<side ~= shift else { throw .shiftOutOfRange(shift, side: side) }
    guard way >= 1 else { throw .notPositive(name: "way", value: way) }
    guard shot >= 1 else { throw .notPositive(name: "shot", value: shot) }
    guard queriesPerClass >= 1 else {
      throw .notPositive(name: "queriesPerClass", value: queriesPerClass)
    }
    guard way <= characters.count else {
      throw .tooFewClasses(way: way, available: characters.count)
    }
    // Subtracting cannot overflow, whatever the numbers are.
    let available = characters.imagesPerClass
    guard shot <= available, queriesPerClass <= available - shot else {
      // Only where classes differ is it of interest which of them has the fewest.
      let counts = characters.imageCounts
      let poorest = counts.allSatisfy { $0 == available } ? nil : counts.firstIndex(of: available)
      throw .tooFewImages(
        shot: shot, queriesPerClass: queriesPerClass, available: available,
        name: poorest.map { characters.name(of: $0) })
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
    let size = characters.pixelCount
    var support: [Float] = []
    var query: [Float] = []
    support.reserveCapacity(way * shot * size)
    query.reserveCapacity(way * queriesPerClass * size)
    for character in classes {
      let drawings = generator.sample(
        shot + queriesPerClass, below: characters.imageCount(of: character))
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
    let (width, height, channels) = (characters.width, characters.height, characters.channels)
    let paper: Float = 1
    for start in stride(from: 0, to: pixels.count, by: characters.pixelCount) {
      let down = generator.integer(below: 2 * shift + 1) - shift
      let right = generator.integer(below: 2 * shift + 1) - shift
      let image = Array(pixels[start..<start + characters.pixelCount])
      for row in 0..<height {
        for column in 0..<width {
          let (fromRow, fromColumn) = (row - down, column - right)
          let isInside = 0..<height ~= fromRow && 0..<width ~= fromColumn
          let (place, source) = (row * width + column, fromRow * width + fromColumn)
          for channel in 0..<channels {
            pixels[start + place * channels + channel] =
              isInside ? image[source * channels + channel] : paper
          }
        }
      }
    }
  }

  private func batch(_ pixels: [Float]) -> ImageBatch {
    ImageBatch(
      width: characters.width, height: characters.height, channels: characters.channels,
      pixels: pixels)
  }

  private func labels(_ count: Int) -> [Int] {
    (0..<way).flatMap { Array(repeating: $0, count: count) }
  }
}

extension TaskDistribution: CustomStringConvertible {
  /// A short description, such as `5-way 1-shot tasks of 973 classes`.
  public var description: String {
    "\(way)-way \(shot)-shot tasks of \(characters.count) classes"
  }
}

// MARK: - Errors

/// Why no task of the wanted kind can be drawn.
public enum TaskError: Error, Equatable {
  /// A number that must be at least 1 is not.
  case notPositive(name: String, value: Int)
  /// A number is below 0.
  case negative(name: String, value: Int)
  /// A part of a split would need more classes than are left.
  case tooFewToSplit(name: String, value: Int, left: Int)
  /// A task would need more classes than there are.
  case tooFewClasses(way: Int, available: Int)
  /// A class would need more images than there are of the one with the fewest, which has a name where
  /// others have more.
  case tooFewImages(shot: Int, queriesPerClass: Int, available: Int, name: String?)
  /// Images were to be shifted by a number of pixels that is below 0, or out of sight.
  case shiftOutOfRange(Int, side: Int)
  /// Characters were to be turned that come with their turns already.
  case alreadyTurned
  /// Pictures were to be turned by 90° that are not square.
  case notSquare(width: Int, height: Int)
}

extension TaskError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .notPositive(let name, let value):
      "\(name) must be at least 1, not \(value)"
    case .negative(let name, let value):
      "\(name) must be at least 0, not \(value)"
    case .tooFewToSplit(let name, let value, let left):
      "cannot take \(value) classes for \(name): \(left) are left"
    case .tooFewClasses(let way, let available):
      "cannot draw a \(way)-way task from \(available) class\(available == 1 ? "" : "es")"
    case .tooFewImages(let shot, let queries, let available, let name):
      "cannot draw \(shot) support and \(queries) query images of "
        + (name.map { "class '\($0)', which has \(available)" }
          ?? "a class that has \(available)")
    case .shiftOutOfRange(let shift, let side):
      "images of \(side)×\(side) pixels cannot be shifted by up to \(shift)"
    case .notSquare(let width, let height):
      "images of \(width)×\(height) pixels cannot be turned by 90°; load them as squares with size:"
    case .alreadyTurned:
      "the characters are turned already: turned again, each would come several times, under"
        + " different names"
    }
  }
}
