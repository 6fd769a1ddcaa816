internal import Autodiff
internal import Tensors

/// The numbers of a tensor in the layout that numpy has: nested brackets, one row a line, aligned.
///
///     [[  1.0    2.5 ]
///      [-10.0    0.25]]
///
/// Where there are many, the middle of each long axis is left out, and rows that are too wide go on
/// in the next line.
struct TensorLayout {
  private let dimensions: [Int]
  private let array: DenseArray
  /// How many places at each end of an axis are shown; nil for all.
  private var edges: [Int?]
  private var column = NumberColumn([])

  /// The columns that a line may take.
  static let width = 80
  /// The most lines of numbers that are shown.
  private static let lineLimit = 25
  /// The places at each end of an axis where not all are shown.
  private static let edge = 3
  /// So many numbers are shown without leaving any out.
  private static let smallCount = 100
  /// So many numbers are looked at to find the layout.
  private static let countLimit = 4096

  /// The layout of a tensor.
  init(_ tensor: Tensor) {
    array = tensor.array
    dimensions = tensor.shape.dimensions
    edges = dimensions.map { _ in nil }
    guard tensor.elementCount > Self.smallCount else {
      column = NumberColumn(shownNumbers)
      return
    }
    // The fewest numbers left out first; of very many axes even the edges are many.
    for outer in [nil, Self.edge, 2, 1] {
      for inner in [nil, Self.edge] {
        edges = dimensions.indices.map { axis in
          let edge = axis == dimensions.count - 1 ? inner : outer
          return edge.flatMap { dimensions[axis] > 2 * $0 ? $0 : nil }
        }
        guard shownCount <= Self.countLimit else { continue }
        column = NumberColumn(shownNumbers)
        if lineCount <= Self.lineLimit, inner != nil || rowWidth <= Self.width { return }
      }
    }
    if shownCount > Self.countLimit { column = NumberColumn(firstNumbers) }
  }

  /// The lines; of a single number its own.
  var lines: [String] {
    if dimensions.isEmpty { return [column.text(array.scalar(at: 0))] }
    var lines = lines(axis: 0, offset: 0)
    let limit = Self.lineLimit + dimensions.count
    // Of a tensor of very many axes even the edges are many.
    if lines.count > limit { lines = lines.prefix(limit - 1) + ["…"] }
    return lines
  }

  // MARK: What is shown

  /// The places of an axis that are shown; nil where some are left out.
  private func places(of axis: Int) -> [Int?] {
    let size = dimensions[axis]
    guard let edge = edges[axis] else { return Array(0..<size) }
    return Array(0..<edge) + [nil] + Array(size - edge..<size)
  }

  private func shownSize(of axis: Int) -> Int { edges[axis].map { 2 * $0 } ?? dimensions[axis] }

  private var shownCount: Int {
    dimensions.indices.reduce(1) { product, axis in
      let (count, overflow) = product.multipliedReportingOverflow(by: shownSize(of: axis))
      return overflow ? .max : count
    }
  }

  private var shownNumbers: [Float] {
    var positions = [0]
    for axis in dimensions.indices {
      let places = places(of: axis).compactMap { $0 }
      positions = positions.flatMap { position in
        places.map { position * dimensions[axis] + $0 }
      }
    }
    return positions.map(array.scalar(at:))
  }

  private var firstNumbers: [Float] {
    (0..<min(array.elementCount, Self.countLimit)).map(array.scalar(at:))
  }

  /// The lines of the rows and of the gaps between blocks.
  private var lineCount: Int {
    dimensions.indices.dropLast().reduce(1) { product, axis in
      product * (shownSize(of: axis) + (edges[axis] == nil ? 0 : 1))
    }
  }

  private var rowWidth: Int {
    2 * dimensions.count + (shownSize(of: dimensions.count - 1) + 1) * (column.width + 2)
  }

  // MARK: Lines

  private func lines(axis: Int, offset: Int) -> [String] {
    guard dimensions[axis] > 0 else { return ["[]"] }
    if axis == dimensions.count - 1 { return row(offset: offset, indent: axis + 1) }
    var lines: [String] = []
    // Numpy sets blocks of rows apart.
    let gap = Array(repeating: "", count: min(1, dimensions.count - axis - 2))
    for place in places(of: axis) {
      if !lines.isEmpty { lines += gap }
      lines +=
        place.map { self.lines(axis: axis + 1, offset: offset * dimensions[axis] + $0) } ?? ["…"]
    }
    return bracketed(lines)
  }

  /// The numbers of the last axis, in as many lines as they need.
  private func row(offset: Int, indent: Int) -> [String] {
    let axis = dimensions.count - 1
    let room = Self.width - indent - dimensions.count
    let each = max(1, (room + 2) / (column.width + 2))
    let texts = places(of: axis).map { place in
      place.map { column.text(array.scalar(at: offset * dimensions[axis] + $0)) } ?? "…"
    }
    let lines = stride(from: 0, to: texts.count, by: each).map { start in
      texts[start..<min(start + each, texts.count)].joined(separator: "  ")
    }
    return bracketed(lines)
  }

  private func bracketed(_ lines: [String]) -> [String] {
    var lines = lines.enumerated().map { index, line in
      line.isEmpty ? "" : (index == 0 ? "[" : " ") + line
    }
    lines[lines.count - 1] += "]"
    return lines
  }
}
