/// A square of paper that strokes are drawn on, antialiased: each pixel's ink is how much of it the
/// nearest piece of the path covers, as if the edge of the pen ran straight through it.
struct GlyphCanvas {
  typealias Point = GlyphStroke.Point

  let side: Int

  /// The gray levels: 0 ink, 255 paper.
  private(set) var levels: [UInt8]

  init(side: Int) {
    self.side = side
    levels = [UInt8](repeating: 255, count: side * side)
  }

  /// Draws strokes of the unit square with a pen of a radius in the same measure.
  mutating func draw(_ strokes: [GlyphStroke], penRadius: Float) {
    let half = Float(side) / 2
    for stroke in strokes {
      let path = stroke.path().map { ($0 + 1) * half - 0.5 }
      for (from, to) in zip(path, path.dropFirst()) {
        draw(from: from, to: to, radius: penRadius * half)
      }
    }
  }

  private mutating func draw(from: Point, to: Point, radius: Float) {
    let reach = radius + 0.5
    let limit = Float(side - 1)
    // Clamping first keeps the conversion to Int in range, wherever a stroke strays.
    let low = pointwiseMax(pointwiseMin(from, to) - reach, .zero)
    let high = pointwiseMin(pointwiseMax(from, to) + reach, Point(limit, limit))
    guard low.x <= high.x, low.y <= high.y else { return }
    let along = to - from
    let length = max((along * along).sum(), 1e-12)
    for row in Int(low.y.rounded(.up))...max(Int(low.y.rounded(.up)), Int(high.y)) {
      for column in Int(low.x.rounded(.up))...max(Int(low.x.rounded(.up)), Int(high.x)) {
        let offset = Point(Float(column), Float(row)) - from
        let place = min(max((offset * along).sum() / length, 0), 1)
        let gap = offset - place * along
        let ink = min(max(reach - (gap * gap).sum().squareRoot(), 0), 1)
        let level = UInt8(255 * (1 - ink) + 0.5)
        if level < levels[row * side + column] { levels[row * side + column] = level }
      }
    }
  }
}
