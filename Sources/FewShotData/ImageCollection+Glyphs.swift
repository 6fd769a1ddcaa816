internal import Parallelism

extension ImageCollection {
  /// Characters invented from a seed: 1623 of 50 alphabets, each redrawn 20 times as if by 20
  /// people, so that a first run needs no download.
  ///
  /// - Complexity: about half a second on two cores.
  public static func glyphs(seed: Int = 0) -> ImageCollection {
    // Nothing interrupts, so nothing throws.
    (try? glyphs(seed: seed, progress: { _ in }, interrupt: { false }))
      ?? ImageCollection(names: [], drawingsPerCharacter: glyphDrawings, levels: [])
  }

  /// The same, with progress and interruption.
  static func glyphs(
    seed: Int, progress: (LoadingProgress) -> Void, interrupt: () -> Bool
  ) throws -> ImageCollection {
    let alphabets = (0..<glyphAlphabets).map { GlyphAlphabet(seed: seed, index: $0) }
    let size = glyphDrawings * side * side
    var names: [String] = []
    var levels: [UInt8] = []
    levels.reserveCapacity(glyphCount * size)
    for (index, alphabet) in alphabets.enumerated() {
      guard !interrupt() else { throw CancellationError() }
      let first = index * glyphCount / glyphAlphabets
      let count = (index + 1) * glyphCount / glyphAlphabets - first
      let drawn = concurrently(count) { place in
        Self.drawings(of: first + place, alphabet: index, alphabet, seed: seed)
      }
      guard drawn.count == count else { throw CancellationError() }
      for (place, drawings) in drawn.enumerated() {
        names.append("\(alphabet.name)/character\(place < 9 ? "0" : "")\(place + 1)")
        levels += drawings
      }
      progress(
        LoadingProgress(
          completed: names.count * glyphDrawings, total: glyphCount * glyphDrawings))
    }
    return ImageCollection(names: names, drawingsPerCharacter: glyphDrawings, levels: levels)
  }

  /// The gray levels of all drawings of one character: a pure function of the seed and the numbers.
  private static func drawings(
    of character: Int, alphabet index: Int, _ alphabet: GlyphAlphabet, seed: Int
  ) -> [UInt8] {
    var generator = SeededGenerator(seed: seed, stream: character)
    let strokes = alphabet.character(using: &generator)
    return (0..<glyphDrawings).flatMap { drawing in
      var person = SeededGenerator(
        seed: seed, stream: -1 - glyphAlphabets - index * glyphDrawings - drawing)
      let hand = GlyphHand(using: &person)
      var canvas = GlyphCanvas(side: side)
      let written = hand.draw(strokes, using: &generator)
      canvas.draw(written, penRadius: hand.penRadius(using: &generator))
      return canvas.levels
    }
  }
}

private let glyphCount = 1623
private let glyphAlphabets = 50
private let glyphDrawings = 20
