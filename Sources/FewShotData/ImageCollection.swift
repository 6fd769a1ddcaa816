internal import Images

/// Classes of pictures, several of each: what few-shot tasks are made of.
///
///     let characters = try loadCharacters("omniglot")
///     characters.count                  // 1623
///     characters[0].name                // "Alphabet_of_the_Magi/character01"
///     characters[0].images[3]           // one 28×28 image
///     let birds = try loadImages("birds", size: 84)
///     let split = birds.split(seed: 0)
///
/// All pictures have one size and as many channels. The pixels are stored once, one byte for each channel
/// (exact: the pictures have 256 levels). Copies, parts, splits and rotations of a collection share them,
/// so they cost a few bytes per class.
public struct ImageCollection: Sendable {
  /// The number of rows and of columns of a character's drawings.
  public static let side = 28

  /// The number of columns of every picture.
  public let width: Int
  /// The number of rows of every picture.
  public let height: Int
  /// The numbers of a pixel: 1 for gray, 3 for red, green and blue.
  public let channels: Int

  /// All pictures in store; which of them belong to this collection is said by `entries`.
  private let levels: [UInt8]
  private var entries: [Part]

  /// A class as a collection keeps it: which pictures in store it shows, and how.
  package struct Part: Sendable, Equatable {
    /// What it is called.
    package var name: String
    /// The number of its first picture in store.
    package var first: Int
    /// The number of its pictures, which stand side by side.
    package var count: Int
    /// How often they are turned left.
    package var quarterTurns = 0
    /// Whether left and right are exchanged, before any turn.
    package var isMirrored = false

    /// A class of its parts.
    package init(
      name: String, first: Int, count: Int, quarterTurns: Int = 0, isMirrored: Bool = false
    ) {
      (self.name, self.first, self.count) = (name, first, count)
      (self.quarterTurns, self.isMirrored) = (quarterTurns, isMirrored)
    }
  }

  /// Creates a collection from names, the number of pictures of each class, and levels (0 black, 255
  /// white): class by class, picture by picture, row by row, the channels of a pixel together.
  package init(
    names: [String], counts: [Int], width: Int, height: Int, channels: Int, levels: [UInt8]
  ) {
    precondition(names.count == counts.count, "every class has a name and a number of pictures")
    precondition(
      levels.count == counts.reduce(0, +) * width * height * channels,
      "a collection needs the pixels of every picture of every class")
    (self.width, self.height, self.channels) = (width, height, channels)
    self.levels = levels
    var first = 0
    entries = zip(names, counts).map { name, count in
      defer { first += count }
      return Part(name: name, first: first, count: count)
    }
  }

  /// Creates a collection of characters from names and gray levels (0 ink, 255 paper): character by
  /// character, drawing by drawing, row by row.
  package init(names: [String], drawingsPerCharacter: Int, levels: [UInt8]) {
    self.init(
      names: names, counts: names.map { _ in drawingsPerCharacter }, width: Self.side,
      height: Self.side, channels: 1, levels: levels)
  }
}

/// Classes of pictures; the name that they had when all were characters.
public typealias CharacterCollection = ImageCollection

// MARK: - Parts

extension ImageCollection {
  /// The size of each picture, all pictures there are, and the classes that show them.
  package var parts: (size: [Int], levels: [UInt8], classes: [Part]) {
    ([width, height, channels], levels, entries)
  }

  /// A collection of what `parts` answered; `nil` where a class has pictures that are not there.
  package init?(size: [Int], levels: [UInt8], classes: [Part]) {
    guard size.count == 3, size.allSatisfy({ 1...1 << 16 ~= $0 }), size[2] == 1 || size[2] == 3
    else { return nil }
    let known = levels.count / (size[0] * size[1] * size[2])
    guard
      classes.allSatisfy({ part in
        0...3 ~= part.quarterTurns && part.first >= 0 && 0...known ~= part.count
          && part.first <= known - part.count
          && (part.quarterTurns.isMultiple(of: 2) || size[0] == size[1])
      })
    else { return nil }
    (width, height, channels) = (size[0], size[1], size[2])
    self.levels = levels
    entries = classes
  }
}

// MARK: - Classes

extension ImageCollection: Sequence {
  /// The number of classes.
  public var count: Int { entries.count }

  /// Whether there is no class.
  public var isEmpty: Bool { entries.isEmpty }

  /// The names of all classes, in order.
  public var names: [String] { entries.map(\.name) }

  /// The number of pictures of each class, in order.
  public var imageCounts: [Int] { entries.map(\.count) }

  /// The number of pictures that every class has: that of the class with the fewest.
  public var imagesPerClass: Int { entries.map(\.count).min() ?? 0 }

  /// The number of times each character was drawn.
  public var drawingsPerCharacter: Int { imagesPerClass }

  /// The name of the class at a place.
  package func name(of place: Int) -> String { entries[place].name }

  /// The number of pictures of the class at a place.
  package func imageCount(of place: Int) -> Int { entries[place].count }

  /// The class at a place.
  public subscript(index: Int) -> ImageClass {
    precondition(0..<count ~= index, "the class is outside the collection")
    let entry = entries[index]
    var pixels: [Float] = []
    pixels.reserveCapacity(entry.count * pixelCount)
    for image in 0..<entry.count { append(image, of: index, to: &pixels) }
    return ImageClass(
      name: entry.name,
      images: ImageBatch(width: width, height: height, channels: channels, pixels: pixels))
  }

  /// The classes of a range of places, as a collection that starts at 0.
  public subscript(range: Range<Int>) -> ImageCollection {
    selecting(Array(range))
  }

  /// Returns an iterator over the classes.
  public func makeIterator() -> some IteratorProtocol<ImageClass> {
    (0..<count).lazy.map { self[$0] }.makeIterator()
  }

  /// Returns the classes at some places, in that order.
  ///
  /// - Complexity: O(number of places); no pixel is copied.
  public func selecting(_ places: [Int]) -> ImageCollection {
    selecting(
      parts: places.map { place in
        precondition(0..<count ~= place, "the class is outside the collection")
        return entries[place]
      })
  }

  /// Returns other classes that show the same pictures.
  func selecting(parts: [Part]) -> ImageCollection {
    var selection = self
    selection.entries = parts
    return selection
  }
}

// MARK: - Pixels

extension ImageCollection {
  /// The numbers of a picture.
  package var pixelCount: Int { width * height * channels }

  /// Appends the pixels of one picture, row by row.
  package func append(_ image: Int, of place: Int, to pixels: inout [Float]) {
    let entry = entries[place]
    precondition(0..<entry.count ~= image, "there is no such picture of the class")
    let start = (entry.first + image) * pixelCount
    // Counter-clockwise, as NumPy's rot90: pixel (r, c) of one quarter turn is (c, side − 1 − r).
    let (lastRow, lastColumn) = (height - 1, width - 1)
    var (origin, rowStep, columnStep) =
      switch entry.quarterTurns {
      case 0: (0, width, 1)
      case 1: (lastColumn, -1, width)
      case 2: (lastRow * width + lastColumn, -width, -1)
      default: (lastRow * width, 1, -width)
      }
    if entry.isMirrored {
      // Column c of the store is column last − c of the mirror image.
      origin = origin / width * width + lastColumn - origin % width
      if entry.quarterTurns.isMultiple(of: 2) {
        columnStep = -columnStep
      } else {
        rowStep = -rowStep
      }
    }
    let values = grayValues
    for row in 0..<height {
      let first = origin + row * rowStep
      if channels == 1 {
        pixels.append(
          contentsOf: (0..<width).lazy.map { values[Int(levels[start + first + $0 * columnStep])] })
      } else {
        for column in 0..<width {
          let pixel = start + (first + column * columnStep) * channels
          for channel in 0..<channels { pixels.append(values[Int(levels[pixel + channel])]) }
        }
      }
    }
  }
}

/// The value of each gray level, `level / 255 · 2 − 1`, in the arithmetic of the walkthrough.
package let grayValues: [Float] = (0...255).map { Float($0) / 255 * 2 - 1 }

// MARK: - Conformances

extension ImageCollection: Equatable {
  /// Whether two collections have the same classes with the same pixels in the same order.
  public static func == (lhs: ImageCollection, rhs: ImageCollection) -> Bool {
    guard lhs.names == rhs.names, lhs.imageCounts == rhs.imageCounts,
      (lhs.width, lhs.height, lhs.channels) == (rhs.width, rhs.height, rhs.channels)
    else { return false }
    return lhs.entries.indices.allSatisfy { lhs[$0] == rhs[$0] }
  }
}

extension ImageCollection: CustomStringConvertible {
  /// A short description, such as `1623 classes, 20 images of 28×28 each`.
  public var description: String {
    let (fewest, most) = (imagesPerClass, entries.map(\.count).max() ?? 0)
    let each = fewest == most ? "\(most)" : "\(fewest) to \(most)"
    return "\(count) class\(count == 1 ? "" : "es"), \(each) \(channels == 1 ? "" : "colour ")image"
      + "\(most == 1 ? "" : "s") of \(width)×\(height) each"
  }
}
