extension ImageGrid {
  /// Writes the commands that draw the images in a panel, each element a square of whole pixels.
  func draw(in panel: Panel, _ script: inout GnuplotScript) {
    let layout = ImageLayout(self, width: Int(panel.width), height: Int(panel.height))
    let raster = ImageRaster(self, layout: layout)
    let (width, height) = (
      Double(raster.width * layout.scale), Double(raster.height * layout.scale)
    )
    let left = ((panel.width - width) / 2).rounded(.down)
    let top = ((panel.height - height) / 2).rounded(.down)
    for (side, place) in [
      ("l", panel.screenX(left)), ("r", panel.screenX(left + width)),
      ("t", panel.screenY(top)), ("b", panel.screenY(top + height)),
    ] {
      script.command("set \(side)margin at screen \(place)")
    }
    for part in ["border", "tics", "key"] { script.command("unset \(part)") }
    script.command("set xrange [-0.5:\(raster.width - 1).5]")
    script.command("set yrange [\(raster.height - 1).5:-0.5]")
    writeCaptions(layout, &script)

    let picture = script.picture(raster.bytes, width: raster.width, height: raster.height)
    var elements = ["\(picture) using 1:2:3 with rgbimage notitle"]
    let wrong = images.indices.filter { caption(of: $0)?.verdict == .wrong }
    let plain = images.indices.filter { caption(of: $0)?.verdict != .wrong }
    for (indices, color, thickness) in [
      (plain, FigureStyle.frameInk, 1.0), (wrong, FigureColor.wrong, 2.5),
    ] where !indices.isEmpty && layout.cellWidth * layout.scale >= 12 {
      let frames = frames(of: indices, layout, &script)
      elements.append(
        "\(frames) using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty"
          + " linewidth \(thickness) linecolor rgb '\(color.code)'")
    }
    script.command("plot " + elements.joined(separator: ", \\\n     "))
  }

  /// Adds the frames around some images: middle, left, right, top and bottom of each.
  private func frames(
    of indices: [Int], _ layout: ImageLayout, _ script: inout GnuplotScript
  ) -> String {
    let left = indices.map { Double(layout.left(ofColumn: $0 % layout.columns)) - 0.5 }
    let top = indices.map { Double(layout.top(ofRow: $0 / layout.columns)) - 0.5 }
    let right = left.map { $0 + Double(layout.cellWidth) }
    let bottom = top.map { $0 + Double(layout.cellHeight) }
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
