internal import Glibc

/// A hand that writes: how it slants, stretches and shakes, and the pen it holds.
///
/// Each alphabet is written by as many hands as a character has drawings, so that drawing `d` of
/// all its characters has one style, as in Omniglot.
struct GlyphHand: Sendable {
  typealias Point = GlyphStroke.Point

  private let slant: Float
  private let scale: Point
  private let turn: Float
  private let shakiness: Float
  private let penRadius: Float

  init(using generator: inout SeededGenerator) {
    slant = generator.normal(deviation: 0.14)
    let size = expf(generator.normal(mean: -0.04, deviation: 0.16))
    let aspect = expf(generator.normal(deviation: 0.1))
    scale = [size * aspect, size / aspect]
    turn = generator.normal(deviation: 0.06)
    shakiness = generator.uniform(in: 0.03..<0.1)
    penRadius = generator.uniform(in: 0.04..<0.06)
  }

  /// Returns one drawing of a character, never the same twice.
  func draw(_ strokes: [GlyphStroke], using generator: inout SeededGenerator) -> [GlyphStroke] {
    let turn = turn + generator.normal(deviation: 0.06)
    let slant = slant + generator.normal(deviation: 0.06)
    let scale = scale * Point(noise(0.07, &generator), noise(0.07, &generator))
    let shift: Point = [generator.normal(deviation: 0.07), generator.normal(deviation: 0.07)]
    let (cosine, sine) = (cosf(turn), sinf(turn))
    let drawn = strokes.map { stroke in
      var stroke = shaken(stroke, using: &generator)
      stroke.points = stroke.points.map { point in
        let slanted = Point(point.x - slant * point.y, point.y) * scale
        return shift
          + Point(cosine * slanted.x - sine * slanted.y, sine * slanted.x + cosine * slanted.y)
      }
      return stroke
    }
    return Self.keptOnPaper(drawn)
  }

  /// The radius of the pen for one drawing.
  func penRadius(using generator: inout SeededGenerator) -> Float {
    penRadius * noise(0.12, &generator)
  }

  /// Returns the stroke misplaced, missized and with every point missed a little.
  private func shaken(_ stroke: GlyphStroke, using generator: inout SeededGenerator) -> GlyphStroke
  {
    var stroke = stroke
    let middle = stroke.points.reduce(.zero, +) / Float(stroke.points.count)
    let size = noise(0.09, &generator)
    let misplaced = 0.7 * shake(&generator)
    for (index, point) in stroke.points.enumerated() {
      // Points that are close together are missed by less: people keep small shapes recognisable.
      let neighbour = stroke.points[index > 0 ? index - 1 : 1]
      let gap = ((point - neighbour) * (point - neighbour)).sum().squareRoot()
      let missed = min(2 * gap, 1.2) * shake(&generator)
      stroke.points[index] = middle + (point - middle) * size + misplaced + missed
    }
    return stroke
  }

  /// Returns the strokes moved and, where that isn't enough, scaled so that all is on the paper.
  private static func keptOnPaper(_ strokes: [GlyphStroke]) -> [GlyphStroke] {
    let (low, high) = GlyphStroke.bounds(of: strokes)
    let edge = Point(repeating: 0.9)
    let scale = min(1, (2 * edge / pointwiseMax(high - low, Point(repeating: 0.1))).min())
    let centre = (low + high) / 2
    let room = edge - (high - low) / 2 * scale
    let place = pointwiseMin(pointwiseMax(centre, -room), room)
    return strokes.map { stroke in
      var stroke = stroke
      stroke.points = stroke.points.map { ($0 - centre) * scale + place }
      return stroke
    }
  }

  private func shake(_ generator: inout SeededGenerator) -> Point {
    [generator.normal(deviation: shakiness), generator.normal(deviation: shakiness)]
  }

  /// A factor near 1.
  private func noise(_ deviation: Float, _ generator: inout SeededGenerator) -> Float {
    expf(generator.normal(deviation: deviation))
  }
}
