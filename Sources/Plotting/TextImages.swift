internal import Images

/// A grid of images in characters.
///
/// With colours every character shows two by two dots in two colours (quadrant blocks, of which half
/// blocks are a case), so an image of 28 by 28 needs 14 columns and 7 lines, or twice that where there
/// is room. Without colours a ramp of ASCII characters stands for the grey levels, ink dense.
struct TextImages {
  private let grid: ImageGrid
  private let terminal: TerminalGraphics
  private let paint: TerminalPaint
  /// The images side by side.
  private let columns: Int
  /// The characters that an image is wide and high.
  private let size: (columns: Int, lines: Int)
  /// The dots across a character.
  private let density: Int

  /// Lays images out in at most so many columns; fewer stand side by side where they do not fit.
  init(_ grid: ImageGrid, terminal: TerminalGraphics, width: Int) {
    self.grid = grid
    self.terminal = terminal
    paint = TerminalPaint(colors: terminal.colors)
    let hasColors = terminal.isUnicode && (terminal.colors == .full || terminal.colors == .palette)
    // Rows that somebody asked for keep together as long as images can be told apart.
    let smallest = min(grid.cellWidth, grid.columns != nil && hasColors ? 6 : 12)
    let wanted = grid.columnCount
    let fitting = max(1, (width + 1) / (smallest + 1))
    columns = min(wanted, fitting)
    let room = max(1, (width - (columns - 1)) / columns)
    // Whole dots where it can be: one column for a dot, else half a column, else what fits.
    var across =
      grid.cellWidth <= room
      ? grid.cellWidth
      : hasColors && (grid.cellWidth + 1) / 2 <= room ? (grid.cellWidth + 1) / 2 : room
    if let limit = terminal.lineLimit {
      // Where many rows are to be seen, images shrink as long as they can be told apart.
      let rows = (grid.images.count + columns - 1) / columns
      let fitting = 2 * ((limit + 1) / max(1, rows) - 1) * grid.cellWidth / max(1, grid.cellHeight)
      across = min(across, max(min(hasColors ? 8 : smallest, across), fitting))
    }
    density = hasColors && across < grid.cellWidth ? 2 : 1
    let lines = Double(across) * Double(grid.cellHeight) / Double(max(1, grid.cellWidth)) / 2
    size = (across, max(1, Int(lines.rounded(.up))))
    self.hasColors = hasColors
    captionLines =
      grid.captions.map {
        min(2, TextWidth.wrapped($0.text, columns: across).count)
      }.max() ?? 0
  }

  private let hasColors: Bool
  /// The lines below each image.
  private let captionLines: Int

  /// The lines of the grid; after the most that there may be, or about four screens, the rest is only
  /// counted.
  var block: TextBlock {
    let linesPerRow = size.lines + 1 + captionLines
    let mostLines = terminal.lineLimit.map { $0 + 1 } ?? 4 * terminal.rows
    let rowLimit = max(1, mostLines / linesPerRow)
    let shown = min(grid.images.count, rowLimit * columns)
    var result = TextBlock()
    for start in stride(from: 0, to: shown, by: columns) {
      var row = TextBlock()
      for index in start..<min(start + columns, shown) {
        let cell = cell(index)
        row = index == start ? cell : row.beside(cell, gap: 1)
      }
      if start > 0, hasColors || grid.captions.isEmpty {
        result = result.above(TextBlock([""], width: 0))
      }
      result = result.above(row)
    }
    if shown < grid.images.count {
      let rest = "and \(grid.images.count - shown) more images"
      result = result.above(TextBlock([rest], width: rest.count))
    }
    return result
  }

  private func cell(_ index: Int) -> TextBlock {
    let picture = TextBlock(picture(grid.images[index]), width: size.columns)
    guard !grid.captions.isEmpty else { return picture }
    let caption = grid.caption(of: index)
    let color = caption?.verdict == Caption.Verdict.none ? nil : caption?.verdict.color
    var lines = TextWidth.wrapped(caption?.text ?? "", columns: size.columns)
    if lines.count > captionLines {
      let rest = lines[(captionLines - 1)...].joined(separator: " ")
      lines[(captionLines - 1)...] = [rest]
    }
    lines += Array(repeating: "", count: captionLines - lines.count)
    return lines.reduce(picture) { block, line in
      block.above(
        TextBlock(centered: line, width: size.columns) { paint.colored($0, color) })
    }
  }

  private func picture(_ image: Image) -> [String] {
    let dots = image.shrunk(
      width: size.columns * density, height: size.lines * (hasColors ? 2 : 1))
    if !hasColors { return ramp(dots.grey, of: image.grey) }
    let colors = ImageRaster.colors(of: dots, in: grid.range)
    return BlockPicture(colors, width: dots.width, height: dots.height)
      .lines(dotsAcross: density, paint)
  }

  /// Characters for the grey levels of dots; the darkest is as dark as the image's own darkest
  /// element, since averaging makes thin strokes pale.
  private func ramp(_ dots: Image, of image: Image) -> [String] {
    let ramp = Array(" .:-=+*#%@")
    let darkest = ink(image.pixels.min() ?? 0)
    let strength = darkest / max(0.01, ink(dots.pixels.min() ?? 0))
    return (0..<dots.height).map { row in
      String(
        dots.pixels[row * dots.width..<(row + 1) * dots.width].map { value in
          if value.isNaN { return "?" }
          return ramp[Int(min(1, ink(value) * strength) * Double(ramp.count - 1) + 0.5)]
        })
    }
  }

  /// How dark a number is drawn, from 0 to 1.
  private func ink(_ value: Float) -> Double {
    value.isNaN ? 0 : 1 - Double(ImageRaster.color(value, in: grid.range).red) / 255
  }
}
