extension ImageGrid {
  /// The pixels around the raster that frames are drawn in, so that they hide no element.
  private static let frameRoom = 3.0

  /// Writes the commands that draw the images in a panel, each element a square of whole pixels.
  func draw(in panel: Panel, _ script: inout GnuplotScript) {
    let layout = ImageLayout(self, width: Int(panel.width), height: Int(panel.height))
    let raster = ImageRaster(self, layout: layout)
    let (width, height) = (
      Double(raster.width * layout.scale), Double(raster.height * layout.scale)
    )
    let left = ((panel.width - width) / 2).rounded(.down)
    let top = ((panel.height - height) / 2).rounded(.down)
    let room = Self.frameRoom
    for (side, place) in [
      ("l", panel.screenX(left - room)), ("r", panel.screenX(left + width + room)),
      ("t", panel.screenY(top - room)), ("b", panel.screenY(top + height + room)),
    ] {
      script.command("set \(side)margin at screen \(place)")
    }
    for part in ["border", "tics", "key"] { script.command("unset \(part)") }
    let outside = 0.5 + room / Double(layout.scale)
    let (right, bottom) = (Double(raster.width) - 1, Double(raster.height) - 1)
    script.command("set xrange [\(-outside):\(right + outside)]")
    script.command("set yrange [\(bottom + outside):\(-outside)]")
    writeCaptions(layout, &script)

    let picture = script.picture(raster.bytes, width: raster.width, height: raster.height)
    var elements = ["\(picture) using 1:2:3 with rgbimage notitle"]
    let wrong = images.indices.filter { caption(of: $0)?.verdict == .wrong }
    let plain = images.indices.filter { caption(of: $0)?.verdict != .wrong }
    for (indices, color, thickness) in [
      (plain, FigureStyle.frameInk, 1.0), (wrong, FigureColor.wrong, 2.5),
    ] where !indices.isEmpty && layout.cellWidth * layout.scale >= 12 {
      let frames = frames(of: indices, layout, distance: thickness / 2, &script)
      elements.append(
        "\(frames) using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty"
          + " linewidth \(thickness) linecolor rgb '\(color.code)'")
    }
    script.command("plot " + elements.joined(separator: ", \\\n     "))
  }

  /// Adds the frames around some images, so many pixels outside: middle, left, right, top and bottom
  /// of each.
  private func frames(
    of indices: [Int], _ layout: ImageLayout, distance: Double, _ script: inout GnuplotScript
  ) -> String {
    let outside = distance / Double(layout.scale)
    let edge = 0.5 + outside
    let left = indices.map { Double(layout.left(ofColumn: $0 % layout.columns)) - edge }
    let top = indices.map { Double(layout.top(ofRow: $0 / layout.columns)) - edge }
    let right = left.map { $0 + Double(layout.cellWidth) + 2 * outside }
    let bottom = top.map { $0 + Double(layout.cellHeight) + 2 * outside }
    return script.records([left, top, left, right, top, bottom])
  }

  private func writeCaptions(_ layout: ImageLayout, _ script: inout GnuplotScript) {
    guard layout.showsCaptions else { return }
    let room = Double(layout.pitchAcross * layout.scale) / (FigureStyle.fontSize * 0.74)
    for index in images.indices {
      guard let caption = caption(of: index) else { continue }
      let x =
        Double(layout.left(ofColumn: index % layout.columns))
        + Double(layout.cellWidth) / 2 - 0.5
      let y =
        Double(layout.top(ofRow: index / layout.columns) + layout.cellHeight)
        + 10 / Double(layout.scale) - 0.5
      let text = TextWidth.truncated(caption.text, columns: max(1, Int(room)))
      script.command(
        "set label \(GnuplotScript.quotedLine(text)) at first \(x),first \(y) center front"
          + " textcolor rgb '\(caption.verdict.color.code)'")
    }
  }
}

extension Caption.Verdict {
  /// The colour of a caption.
  var color: FigureColor {
    switch self {
    case .none: FigureStyle.ink
    case .right: FigureColor.right
    case .wrong: FigureColor.wrong
    }
  }
}
