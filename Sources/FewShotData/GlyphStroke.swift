internal import Glibc

/// One movement of the pen: the points it goes through, on a round path or a path with corners.
///
/// Coordinates are those of the unit square −1…1, x to the right and y down.
struct GlyphStroke: Sendable, Equatable {
  typealias Point = SIMD2<Float>

  var points: [Point]
  var isRound: Bool

  /// The path as short straight pieces (a Catmull–Rom spline where it is round).
  func path() -> [Point] {
    guard isRound, points.count > 2 else { return points }
    let pieces = 6
    var path: [Point] = []
    for i in 0..<points.count - 1 {
      let before = points[max(i - 1, 0)]
      let (from, to) = (points[i], points[i + 1])
      let after = points[min(i + 2, points.count - 1)]
      for piece in 0..<pieces {
        let t = Float(piece) / Float(pieces)
        let cubic = (3 * (from - to) + after - before) * (t * t * t)
        let square = (2 * before - 5 * from + 4 * to - after) * (t * t)
        path.append(from + 0.5 * (cubic + square + (to - before) * t))
      }
    }
    path.append(points[points.count - 1])
    return path
  }

  /// The corners of the smallest upright rectangle around the paths of strokes.
  static func bounds(of strokes: [GlyphStroke]) -> (low: Point, high: Point) {
    var low = Point(repeating: .infinity)
    var high = -low
    for stroke in strokes {
      for point in stroke.path() {
        low = pointwiseMin(low, point)
        high = pointwiseMax(high, point)
      }
    }
    return (low, high)
  }
}

// MARK: - Kinds of strokes

extension GlyphStroke {
  /// A straight line.
  static func line(from start: Point, to end: Point) -> GlyphStroke {
    GlyphStroke(points: [start, (start + end) / 2, end], isRound: false)
  }

  /// A part of an ellipse, from one angle on by a sweep (both in radians).
  static func arc(centre: Point, radii: Point, from angle: Float, sweep: Float) -> GlyphStroke {
    let count = max(4, Int(abs(sweep) / 0.7) + 2)
    let points = (0..<count).map { index in
      let direction = angle + sweep * Float(index) / Float(count - 1)
      return centre + radii * Point(cosf(direction), sinf(direction))
    }
    return GlyphStroke(points: points, isRound: true)
  }

  /// A dot: a movement so short that only the pen's width shows.
  static func dot(at place: Point) -> GlyphStroke {
    GlyphStroke(points: [place, place + Point(0.04, 0.03)], isRound: false)
  }
}
