internal import Images

/// Handwritten characters, each drawn several times: what few-shot tasks are made of.
///
///     let characters = try loadCharacters("omniglot")
///     characters.count                  // 1623
///     characters[0].name                // "Alphabet_of_the_Magi/character01"
///     characters[0].drawings[3]         // one 28×28 image
///     let split = characters.split(seed: 0)
///
/// The pixels are stored once, one byte each (exact: the pictures have 256 levels). Copies, parts,
/// splits and rotations of a collection share them, so they cost a few bytes per character.
public struct CharacterCollection: Sendable {
  /// The number of rows and of columns of every drawing.
  public static let side = 28

  /// The number of times each character was drawn.
  public let drawingsPerCharacter: Int

  /// All drawings in store; which of them belong to this collection is said by `entries`.
  private let levels: [UInt8]
  private var entries: [Entry]

  /// One character: where its drawings start in the store, and how they are turned.
  private struct Entry: Sendable {
    var name: String
    var block: Int
    var quarterTurns: Int
    /// Whether left and right are exchanged, before any turn.
    var isMirrored = false
  }

  /// Creates a collection from names and gray levels (0 ink, 255 paper): character by character,
  /// drawing by drawing, row by row.
  package init(names: [String], drawingsPerCharacter: Int, levels: [UInt8]) {
    precondition(
      levels.count == names.count * drawingsPerCharacter * Self.side * Self.side,
      "a collection needs the pixels of every drawing of every character")
    self.drawingsPerCharacter = drawingsPerCharacter
    self.levels = levels
    entries = names.enumerated().map { Entry(name: $1, block: $0, quarterTurns: 0) }
  }
}

// MARK: - Parts

extension CharacterCollection {
  /// A character as a collection keeps it: which drawings it shows, and how.
  package struct Part: Sendable, Equatable {
    /// What it is called.
    package var name: String
    /// Whose drawings it shows, by the number of the character that they were drawn for.
    package var block: Int
    /// How often they are turned left.
    package var quarterTurns: Int
    /// Whether they are mirrored.
    package var isMirrored: Bool

    /// A character of its parts.
    package init(name: String, block: Int, quarterTurns: Int, isMirrored: Bool) {
      (self.name, self.block) = (name, block)
      (self.quarterTurns, self.isMirrored) = (quarterTurns, isMirrored)
    }
  }

  /// All drawings there are, and the characters that show them.
  package var parts: (levels: [UInt8], characters: [Part]) {
    (
      levels,
      entries.map {
        Part(
          name: $0.name, block: $0.block, quarterTurns: $0.quarterTurns, isMirrored: $0.isMirrored)
      }
    )
  }

  /// A collection of what `parts` answered; `nil` where a character has no drawings among them.
  package init?(drawingsPerCharacter: Int, levels: [UInt8], characters: [Part]) {
    guard drawingsPerCharacter >= 0, drawingsPerCharacter <= 1 << 30 else { return nil }
    let size = drawingsPerCharacter * Self.side * Self.side
    guard
      characters.allSatisfy({ part in
        0...3 ~= part.quarterTurns && part.block >= 0
          && (size == 0 || part.block < levels.count / size)
      })
    else { return nil }
    self.drawingsPerCharacter = drawingsPerCharacter
    self.levels = levels
    entries = characters.map {
      Entry(
        name: $0.name, block: $0.block, quarterTurns: $0.quarterTurns, isMirrored: $0.isMirrored)
    }
  }
}

// MARK: - Characters

extension CharacterCollection: Sequence {
  /// The number of characters.
  public var count: Int { entries.count }

  /// Whether there is no character.
  public var isEmpty: Bool { entries.isEmpty }

  /// The names of all characters, in order.
  public var names: [String] { entries.map(\.name) }

  /// The name of the character at a place.
  package func name(of character: Int) -> String { entries[character].name }

  /// The character at a place.
  public subscript(index: Int) -> DrawnCharacter {
    precondition(0..<count ~= index, "the character is outside the collection")
    var pixels: [Float] = []
    pixels.reserveCapacity(drawingsPerCharacter * Self.side * Self.side)
    for drawing in 0..<drawingsPerCharacter { append(drawing, of: index, to: &pixels) }
    return DrawnCharacter(
      name: entries[index].name,
      drawings: ImageBatch(width: Self.side, height: Self.side, pixels: pixels))
  }

  /// The characters of a range of places, as a collection that starts at 0.
  public subscript(range: Range<Int>) -> CharacterCollection {
    selecting(Array(range))
  }

  /// Returns an iterator over the characters.
  public func makeIterator() -> some IteratorProtocol<DrawnCharacter> {
    (0..<count).lazy.map { self[$0] }.makeIterator()
  }

  /// Returns the characters at some places, in that order.
  ///
  /// - Complexity: O(number of places); no pixel is copied.
  public func selecting(_ places: [Int]) -> CharacterCollection {
    var selection = self
    selection.entries = places.map { place in
      precondition(0..<count ~= place, "the character is outside the collection")
      return entries[place]
    }
    return selection
  }

  /// Whether a character is there together with a turn of it, or any as its mirror image, as after
  /// ``withRotations()`` and ``withMirrorImages()``: turning all again would give each several times,
  /// under different names.
  ///
  /// - Complexity: O(number of characters).
  public var hasTurnedCharacters: Bool {
    var turns: [Int: Int] = [:]
    return entries.contains { entry in
      entry.isMirrored
        || turns.updateValue(entry.quarterTurns, forKey: entry.block)
          .map { $0 != entry.quarterTurns } ?? false
    }
  }

  /// Returns the characters and their turns by 90°, 180° and 270° as new characters: four times
  /// as many, first all as they are, then all turned once, and so on.
  ///
  /// - Precondition: none of them comes with its turns already; see ``hasTurnedCharacters``.
  public func withRotations() -> CharacterCollection {
    precondition(
      !hasTurnedCharacters, "the characters are turned already: each would come several times")
    var rotated = self
    rotated.entries = (0..<4).flatMap { turns in
      entries.map { entry in
        guard turns > 0 else { return entry }
        return Entry(
          name: "\(entry.name), turned \(turns * 90)°", block: entry.block,
          quarterTurns: (entry.quarterTurns + turns) % 4, isMirrored: entry.isMirrored)
      }
    }
    return rotated
  }

  /// Returns the characters and their mirror images, left and right exchanged, as new characters: twice
  /// as many, first all as they are.
  ///
  /// With ``withRotations()`` that is every way in which a square can be laid on itself.
  ///
  /// - Precondition: none of them is a mirror image already.
  public func withMirrorImages() -> CharacterCollection {
    precondition(!entries.contains { $0.isMirrored }, "there are mirror images already")
    var both = self
    both.entries += entries.map { entry in
      // The mirror image of what was turned left is turned right.
      Entry(
        name: "\(entry.name), mirrored", block: entry.block,
        quarterTurns: (4 - entry.quarterTurns) % 4, isMirrored: true)
    }
    return both
  }
}

// MARK: - Pixels

extension CharacterCollection {
  /// Appends the pixels of one drawing, row by row.
  package func append(_ drawing: Int, of character: Int, to pixels: inout [Float]) {
    precondition(0..<drawingsPerCharacter ~= drawing, "there is no such drawing of the character")
    let side = Self.side
    let entry = entries[character]
    let start = (entry.block * drawingsPerCharacter + drawing) * side * side
    // Counter-clockwise, as NumPy's rot90: pixel (r, c) of one quarter turn is (c, side − 1 − r).
    let last = side - 1
    var (origin, rowStep, columnStep) =
      switch entry.quarterTurns {
      case 0: (0, side, 1)
      case 1: (last, -1, side)
      case 2: (last * side + last, -side, -1)
      default: (last * side, 1, -side)
      }
    if entry.isMirrored {
      // Column c of the store is column last − c of the mirror image.
      origin = origin / side * side + last - origin % side
      if abs(rowStep) == 1 { rowStep = -rowStep } else { columnStep = -columnStep }
    }
    let values = grayValues
    for row in 0..<side {
      let first = start + origin + row * rowStep
      pixels.append(
        contentsOf: (0..<side).lazy.map { values[Int(levels[first + $0 * columnStep])] })
    }
  }
}

/// The value of each gray level, `level / 255 · 2 − 1`, in the arithmetic of the walkthrough.
package let grayValues: [Float] = (0...255).map { Float($0) / 255 * 2 - 1 }

// MARK: - Conformances

extension CharacterCollection: Equatable {
  /// Whether two collections have the same characters with the same pixels in the same order.
  public static func == (lhs: CharacterCollection, rhs: CharacterCollection) -> Bool {
    guard lhs.drawingsPerCharacter == rhs.drawingsPerCharacter, lhs.names == rhs.names else {
      return false
    }
    return lhs.entries.indices.allSatisfy { lhs[$0] == rhs[$0] }
  }
}

extension CharacterCollection: CustomStringConvertible {
  /// A short description, such as `1623 characters, 20 drawings of 28×28 each`.
  public var description: String {
    let size = "\(Self.side)×\(Self.side)"
    return
      "\(count) character\(count == 1 ? "" : "s"), \(drawingsPerCharacter) drawings of \(size) each"
  }
}
