extension ImageCollection {
  /// Whether a class is there together with a turn of it, or any as its mirror image, as after
  /// ``withRotations()`` and ``withMirrorImages()``: turning all again would give each several times,
  /// under different names.
  ///
  /// - Complexity: O(number of classes).
  public var hasTurnedCharacters: Bool {
    var turns: [Int: Int] = [:]
    return parts.classes.contains { part in
      part.isMirrored
        || turns.updateValue(part.quarterTurns, forKey: part.first)
          .map { $0 != part.quarterTurns } ?? false
    }
  }

  /// Returns the classes and their turns by 90°, 180° and 270° as new classes: four times
  /// as many, first all as they are, then all turned once, and so on.
  ///
  /// - Precondition: the pictures are square, and none of them comes with its turns already; see
  ///   ``hasTurnedCharacters``.
  public func withRotations() -> ImageCollection {
    precondition(
      !hasTurnedCharacters, "the characters are turned already: each would come several times")
    precondition(width == height, "only squares can be turned by 90°")
    let parts = parts.classes
    return selecting(
      parts: (0..<4).flatMap { turns in
        parts.map { part in
          guard turns > 0 else { return part }
          return Part(
            name: "\(part.name), turned \(turns * 90)°", first: part.first, count: part.count,
            quarterTurns: (part.quarterTurns + turns) % 4, isMirrored: part.isMirrored)
        }
      })
  }

  /// Returns the classes and their mirror images, left and right exchanged, as new classes: twice
  /// as many, first all as they are.
  ///
  /// With ``withRotations()`` that is every way in which a square can be laid on itself.
  ///
  /// - Precondition: none of them is a mirror image already.
  public func withMirrorImages() -> ImageCollection {
    let parts = parts.classes
    precondition(!parts.contains { $0.isMirrored }, "there are mirror images already")
    return selecting(
      parts: parts
        + parts.map { part in
          // The mirror image of what was turned left is turned right.
          Part(
            name: "\(part.name), mirrored", first: part.first, count: part.count,
            quarterTurns: (4 - part.quarterTurns) % 4, isMirrored: true)
        })
  }
}
