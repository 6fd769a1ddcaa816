import Glibc

// What stands in no order: clouds of marks, and lines that go to and fro.

extension SeriesReduction {
  /// Drawing a mark takes gnuplot about 20 µs; so many of them half a second.
  private static let markLimit = 25_000

  /// One mark in each pixel or, where that is too many still, in each two by two, which a mark
  /// covers.
  func marks(_ series: Series) -> Series {
    let everyPixel = marks(series, perPixel: 1)
    return everyPixel.count <= Self.markLimit
      ? series.only(everyPixel) : series.only(marks(series, perPixel: 0.5))
  }

  private func marks(_ series: Series, perPixel: Double) -> [Int] {
    var seen: Set<Cell> = []
    return series.x.indices.filter { index in
      cell(series, index, perPixel: perPixel).map { seen.insert($0).inserted } ?? false
    }
  }

  /// A small square of the picture.
  fileprivate struct Cell: Hashable {
    let x: Int32
    let y: Int32
  }

  /// The square that a point stands in; none far outside of the picture and where it has no place.
  private func cell(_ series: Series, _ index: Int, perPixel: Double) -> Cell? {
    let (x, y) = pixel(series, index)
    guard abs(x) < 1e6, abs(y) < 1e6 else { return nil }
    return Cell(
      x: Int32((x * perPixel).rounded(.down)), y: Int32((y * perPixel).rounded(.down)))
  }
}

// MARK: - Paths

extension SeriesReduction {
  /// Drawing a line takes gnuplot longer the more moves it has and the longer they are; this is
  /// about half a second.
  private static let effortLimit = 40_000.0

  /// A line that goes to and fro, without moves within half a pixel and those made before.
  ///
  /// What is too long even then fills the picture, and only every so many of its points are joined.
  func path(_ series: Series) -> Series {
    var pen = Pen()
    for index in series.x.indices {
      if let cell = cell(series, index, perPixel: 2) {
        pen.move(to: cell, index)
      } else {
        pen.lift()
      }
    }
    let stride = max(1, Int((pen.effort / Self.effortLimit).rounded(.up)))
    let joined = pen.points.enumerated().filter { $0.offset % stride == 0 || $0.element == nil }
    return series.only(joined.map(\.element))
  }

  /// Draws a line and remembers what it has drawn.
  private struct Pen {
    /// The points that are joined; `nil` where the pen is lifted.
    private(set) var points: [Int?] = []
    /// How long gnuplot takes for them, in moves of no length.
    private(set) var effort = 0.0
    private var last: (cell: Cell, index: Int)?
    private var moves: Set<Move> = []

    private struct Move: Hashable {
      let start: Cell
      let end: Cell
    }

    /// Leaves a gap before the next point.
    mutating func lift() {
      last = nil
      leaveGap()
    }

    mutating func move(to cell: Cell, _ index: Int) {
      guard let start = last else {
        points.append(index)
        last = (cell, index)
        return
      }
      if start.cell == cell { return }
      last = (cell, index)
      guard moves.insert(Move(start: start.cell, end: cell)).inserted else {
        leaveGap()
        return
      }
      // After moves that were left out the line goes on where this one starts.
      if points.last == .some(nil) { points.append(start.index) }
      points.append(index)
      effort += 1 + hypot(Double(cell.x - start.cell.x), Double(cell.y - start.cell.y)) / 40
    }

    private mutating func leaveGap() {
      if let point = points.last, point != nil { points.append(nil) }
    }
  }
}

// MARK: - Points of a series

extension Series {
  /// The series with the points at some indices alone; `nil` is a gap.
  func only(_ indices: [Int?]) -> Series {
    func pick(_ values: [Double]) -> [Double] {
      indices.map { $0.map { values[$0] } ?? .nan }
    }
    var result = self
    (result.x, result.y) = (pick(x), pick(y))
    switch spread {
    case .band(let lower, let upper):
      result.spread = .band(lower: pick(lower), upper: pick(upper))
    case .whiskers(let lower, let upper):
      result.spread = .whiskers(lower: pick(lower), upper: pick(upper))
    case nil: break
    }
    return result
  }

  /// The series with its points from left to right, without those that have no place there.
  var ordered: Series {
    only(x.indices.filter { !x[$0].isNaN }.sorted { x[$0] < x[$1] })
  }
}
