internal import Images

/// Where each image of a grid stands: in picture elements of a raster that is drawn magnified.
///
/// Every element of an image is one element of the raster, drawn `scale` pixels wide and high, so
/// the picture shows the image's own grey levels and no others. Only where even one pixel for each
/// element is too much for the canvas are the images shrunk, by averaging.
package struct ImageLayout: Equatable {
  /// The images side by side.
  let columns: Int
  /// The images below each other.
  let rows: Int
  /// The pixels that an element of the raster is wide and high.
  package let scale: Int
  /// The elements that the widest image takes.
  let cellWidth: Int
  /// The elements that the highest image takes.
  let cellHeight: Int
  /// The elements from one image's left edge to the next one's.
  let pitchAcross: Int
  /// The elements from one image's upper edge to the next one's.
  let pitchDown: Int
  /// Whether there is room for captions.
  let showsCaptions: Bool
  /// How much images shrink; 1 unless they do.
  package let shrinkage: Double

  /// The pixels between the raster and the edge of the panel.
  package static let margin = 8

  /// The elements of the raster from left to right.
  var width: Int { (columns - 1) * pitchAcross + max(cellWidth, showsCaptions ? pitchAcross : 0) }
  /// The elements of the raster from top to bottom.
  var height: Int { (rows - 1) * pitchDown + max(cellHeight, showsCaptions ? pitchDown : 0) }

  /// The left edge of a column of images; below captions, images stand in the middle.
  package func left(ofColumn column: Int) -> Int {
    column * pitchAcross + (showsCaptions ? (pitchAcross - cellWidth) / 2 : 0)
  }

  /// The upper edge of a row of images.
  package func top(ofRow row: Int) -> Int { row * pitchDown }

  /// The pixels that the raster and its margin take.
  package var size: FigureSize {
    FigureSize(
      width: width * scale + 2 * Self.margin, height: height * scale + 2 * Self.margin)
  }
}

// MARK: - Choosing a layout

extension ImageLayout {
  /// The largest layout that fits, magnified at most `largestScale` times.
  init(_ grid: ImageGrid, width: Int, height: Int, largestScale: Int = .max) {
    let start = min(largestScale, width / max(1, grid.columnCount * grid.cellWidth))
    for scale in stride(from: max(1, start), through: 1, by: -1) {
      let layout = ImageLayout(grid, scale: scale)
      if layout.size.width <= width, layout.size.height <= height {
        self = layout
        return
      }
    }
    self.init(shrinking: grid, width: width - 2 * Self.margin, height: height - 2 * Self.margin)
  }

  /// The layout of a picture whose size nobody asked for: about as wide as a curve.
  package init(preferredFor grid: ImageGrid) {
    let side = max(1, grid.cellWidth, grid.cellHeight)
    let largest = max(6, 224 / side)
    let layout = ImageLayout(grid, width: 680, height: 1_200, largestScale: largest)
    if layout.shrinkage == 1, layout.scale > 1 || side >= 64 {
      self = layout
    } else {
      self.init(grid, width: 1_600, height: 1_600, largestScale: 2)
    }
  }

  private init(_ grid: ImageGrid, scale: Int) {
    columns = grid.columnCount
    rows = (grid.images.count + columns - 1) / columns
    self.scale = scale
    (cellWidth, cellHeight) = (grid.cellWidth, grid.cellHeight)
    let gap = grid.images.count == 1 ? 0 : max(1, (8 + scale / 2) / scale)
    let caption = grid.captions.map { TextWidth.pixels($0.text) }.max() ?? 0
    showsCaptions = caption > 0
    // A caption may be wider than its image, within reason; beyond that it is shortened.
    let captionWidth = Int(min(caption + 10, 170)) / scale + 1
    pitchAcross = max(cellWidth + gap, showsCaptions ? captionWidth : 0)
    pitchDown = cellHeight + gap + (showsCaptions ? 18 / scale + 1 : 0)
    shrinkage = 1
  }

  private init(shrinking grid: ImageGrid, width: Int, height: Int) {
    columns = grid.columnCount
    rows = (grid.images.count + columns - 1) / columns
    scale = 1
    showsCaptions = false
    // The gaps go first; an image is at least one element.
    let across = Double(max(1, width)) / Double(columns * grid.cellWidth)
    let down = Double(max(1, height)) / Double(rows * grid.cellHeight)
    let fraction = min(1, across, down)
    cellWidth = max(1, Int(Double(grid.cellWidth) * fraction))
    cellHeight = max(1, Int(Double(grid.cellHeight) * fraction))
    let gap = cellWidth >= 12 && cellHeight >= 12 ? 1 : 0
    pitchAcross = cellWidth + gap
    pitchDown = cellHeight + gap
    shrinkage = fraction
  }
}

extension ImageGrid {
  /// The images side by side: as asked, else as many as make the grid about square.
  var columnCount: Int {
    let square = Int(Double(images.count).squareRoot().rounded(.up))
    return max(1, min(images.count, columns ?? square))
  }

  /// The width of the widest image.
  var cellWidth: Int { images.map(\.width).max() ?? 0 }

  /// The height of the highest image.
  var cellHeight: Int { images.map(\.height).max() ?? 0 }

  /// The size of the grid's picture.
  var preferredSize: FigureSize { ImageLayout(preferredFor: self).size }

  /// The caption of an image, if it has one.
  func caption(of index: Int) -> Caption? {
    captions.indices.contains(index) && !captions[index].text.isEmpty ? captions[index] : nil
  }
}
