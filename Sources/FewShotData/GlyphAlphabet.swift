internal import Glibc

/// An invented alphabet: a way of writing that its characters share.
///
/// Characters are made of a first stroke and others that start on, end on or cross what is already
/// there, as those of real alphabets mostly are.
struct GlyphAlphabet: Sendable {
  typealias Point = GlyphStroke.Point

  /// The name, three syllables long.
  let name: String
  /// How likely a stroke is round.
  private let roundness: Float
  /// How many strokes a character has beyond the first, on average.
  private let extraStrokes: Float
  /// How likely a stroke keeps to the horizontal, the vertical and the diagonals.
  private let regularity: Float
  /// How likely a character has a dot.
  private let dottedness: Float
  /// How much of the square the characters fill.
  private let size: Float

  init(seed: Int, index: Int) {
    var generator = SeededGenerator(seed: seed, stream: -1 - index)
    name = Self.name(using: &generator)
    roundness = generator.uniform(in: 0.15..<0.85)
    extraStrokes = generator.uniform(in: 0.6..<2.4)
    regularity = generator.uniform(in: 0.2..<0.9)
    dottedness = generator.uniform() < 0.5 ? 0 : generator.uniform(in: 0.05..<0.35)
    size = generator.uniform(in: 0.5..<0.78)
  }

  /// Returns a new character: its strokes within the alphabet's share of the square.
  func character(using generator: inout SeededGenerator) -> [GlyphStroke] {
    var strokes = [stroke(from: Point(-0.5, -0.5), length: 1.4, using: &generator)]
    if strokes[0].points.count < 4, generator.uniform() < 0.5 {
      strokes.append(attached(to: strokes, using: &generator))
    }
    var wanted = extraStrokes * generator.uniform(in: 0.2..<1.8)
    while generator.uniform() < wanted, Self.density(of: strokes) < 4 {
      strokes.append(attached(to: strokes, using: &generator))
      wanted -= 1
    }
    if generator.uniform() < dottedness {
      let beyond: Point = [
        generator.uniform(in: -0.5..<0.5), generator.uniform() < 0.6 ? -1.2 : 1.2,
      ]
      strokes.append(.dot(at: beyond))
    }
    return fitted(strokes, using: &generator)
  }
}

// MARK: - Strokes

extension GlyphAlphabet {
  /// Returns a stroke that begins on one there is, or crosses it, or stands beside it.
  private func attached(
    to strokes: [GlyphStroke], using generator: inout SeededGenerator
  ) -> GlyphStroke {
    let path = strokes[generator.integer(below: strokes.count)].path()
    let place =
      generator.uniform() < 0.5
      ? path[generator.integer(below: path.count)]
      : (generator.uniform() < 0.5 ? path[0] : path[path.count - 1])
    let length = generator.uniform(in: 0.6..<1.5)
    var stroke = stroke(from: place, length: length, using: &generator)
    let choice = generator.uniform()
    if choice < 0.25 {
      // Across: the middle of the new stroke lies where its beginning did.
      let shift = place - stroke.points[stroke.points.count / 2]
      for index in stroke.points.indices { stroke.points[index] += shift }
    } else if choice < 0.4 {
      let shift: Point = [
        generator.uniform(in: -0.7..<0.7), generator.uniform(in: -0.7..<0.7),
      ]
      for index in stroke.points.indices { stroke.points[index] += shift }
    }
    return stroke
  }

  private func stroke(
    from start: Point, length: Float, using generator: inout SeededGenerator
  ) -> GlyphStroke {
    let isRound = generator.uniform() < roundness
    switch (isRound, generator.uniform()) {
    case (false, ..<0.5):
      return .line(from: start, to: start + length * direction(using: &generator))
    case (false, _):
      return bent(from: start, length: length, using: &generator)
    case (true, ..<0.3):
      return ring(at: start, length: length, using: &generator)
    case (true, ..<0.65):
      return arc(from: start, length: length, using: &generator)
    case (true, _):
      return wave(from: start, length: length, using: &generator)
    }
  }

  /// A path of two to four straight legs.
  private func bent(
    from start: Point, length: Float, using generator: inout SeededGenerator
  ) -> GlyphStroke {
    let legs = 2 + generator.integer(below: 3)
    var points = [start]
    var heading = angle(using: &generator)
    let side: Float = generator.uniform() < 0.5 ? 1 : -1
    for leg in 0..<legs {
      let reach = length * generator.uniform(in: 0.35..<0.9)
      points.append(points[leg] + reach * Point(cosf(heading), sinf(heading)))
      let turn = generator.uniform() < regularity ? Float.pi / 2 : generator.uniform(in: 0.9..<2.6)
      // Mostly on to the same side, sometimes back: a hook or a zigzag.
      heading += (generator.uniform() < 0.65 ? side : -side) * turn
    }
    return GlyphStroke(points: points, isRound: false)
  }

  /// An ellipse, closed or nearly.
  private func ring(
    at place: Point, length: Float, using generator: inout SeededGenerator
  ) -> GlyphStroke {
    let radius = length * generator.uniform(in: 0.2..<0.42)
    let radii: Point = [radius, radius * generator.uniform(in: 0.7..<1.4)]
    let from = angle(using: &generator)
    let sweep = generator.uniform(in: 5.2..<6.7) * (generator.uniform() < 0.5 ? 1 : -1)
    return .arc(
      centre: place - radii * Point(cosf(from), sinf(from)), radii: radii, from: from,
      sweep: sweep)
  }

  /// A bow, at times with a straight beginning: a hook.
  private func arc(
    from start: Point, length: Float, using generator: inout SeededGenerator
  ) -> GlyphStroke {
    let radius = length * generator.uniform(in: 0.3..<0.6)
    let radii: Point = [radius, radius * generator.uniform(in: 0.7..<1.4)]
    let side: Float = generator.uniform() < 0.5 ? 1 : -1
    let sweep = side * generator.uniform(in: 1.8..<4.6)
    let from = angle(using: &generator)
    let outward = Point(cosf(from), sinf(from))
    var stroke = GlyphStroke.arc(
      centre: start - radii * outward, radii: radii, from: from, sweep: sweep)
    if generator.uniform() < 0.4 {
      let along = side * Point(outward.y, -outward.x)
      stroke.points.insert(start + along * length * generator.uniform(in: 0.4..<0.9), at: 0)
    }
    return stroke
  }

  /// A winding path whose bends change side or tighten into a curl.
  private func wave(
    from start: Point, length: Float, using generator: inout SeededGenerator
  ) -> GlyphStroke {
    var points = [start]
    var heading = angle(using: &generator)
    var bend = generator.uniform(in: 0.5..<1.2) * (generator.uniform() < 0.5 ? 1 : -1)
    let count = 5 + generator.integer(below: 4)
    let change = 2 + generator.integer(below: 3)
    for step in 0..<count {
      let reach = length * 2.2 / Float(count)
      points.append(points[step] + reach * Point(cosf(heading), sinf(heading)))
      if step % change == change - 1 { bend = -bend * generator.uniform(in: 0.7..<1.3) }
      heading += bend
    }
    return GlyphStroke(points: points, isRound: true)
  }

  private func direction(using generator: inout SeededGenerator) -> Point {
    let angle = angle(using: &generator)
    return Point(cosf(angle), sinf(angle))
  }

  private func angle(using generator: inout SeededGenerator) -> Float {
    guard generator.uniform() < regularity else { return generator.uniform(in: 0..<2 * .pi) }
    // The horizontal and the vertical twice as often as the diagonals.
    let eighths: [Float] = [0, 2, 4, 6, 0, 2, 4, 6, 1, 3, 5, 7]
    return eighths[generator.integer(below: eighths.count)] * .pi / 4
  }
}

// MARK: - Fitting and naming

extension GlyphAlphabet {
  /// Returns the strokes moved and scaled to the alphabet's size, without distortion.
  private func fitted(
    _ strokes: [GlyphStroke], using generator: inout SeededGenerator
  ) -> [GlyphStroke] {
    let (low, high) = GlyphStroke.bounds(of: strokes)
    let extent = max((high - low).max(), 0.3)
    let scale = 2 * size * generator.uniform(in: 0.85..<1.1) / extent
    return strokes.map { stroke in
      var stroke = stroke
      stroke.points = stroke.points.map { ($0 - (low + high) / 2) * scale }
      return stroke
    }
  }

  /// How long the strokes are together, measured by the extent of the whole.
  private static func density(of strokes: [GlyphStroke]) -> Float {
    let length = strokes.reduce(Float(0)) { total, stroke in
      zip(stroke.points, stroke.points.dropFirst()).reduce(total) { total, step in
        total + ((step.1 - step.0) * (step.1 - step.0)).sum().squareRoot()
      }
    }
    let (low, high) = GlyphStroke.bounds(of: strokes)
    return length / max((high - low).max(), 0.3)
  }

  private static func name(using generator: inout SeededGenerator) -> String {
    let onsets = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "th"]
    let vowels = ["a", "e", "i", "o", "u", "ai"]
    let syllables = (0..<3).map { _ in
      onsets[generator.integer(below: onsets.count)]
        + vowels[generator.integer(below: vowels.count)]
    }
    let word = syllables.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
