extension Figure {
  /// The figure with texts that a terminal shows and does not obey: without control characters, and each
  /// on one line but for titles.
  var withShownTexts: Figure {
    var result = self
    result.title = title.map { ShownText.lines(of: $0).joined(separator: "\n") }
    switch content {
    case .chart(var chart):
      chart.x = chart.x.withShownTexts
      chart.y = chart.y.withShownTexts
      for index in chart.series.indices {
        chart.series[index].label = chart.series[index].label.map(ShownText.line)
      }
      result.content = .chart(chart)
    case .heatmap(var heatmap):
      heatmap.rowNames = heatmap.rowNames?.map(ShownText.line)
      heatmap.columnNames = heatmap.columnNames?.map(ShownText.line)
      heatmap.xLabel = heatmap.xLabel.map(ShownText.line)
      heatmap.yLabel = heatmap.yLabel.map(ShownText.line)
      result.content = .heatmap(heatmap)
    case .images(var images):
      for index in images.captions.indices {
        images.captions[index].text = ShownText.line(images.captions[index].text)
      }
      result.content = .images(images)
    case .grid(let figures, let columns):
      result.content = .grid(figures.map(\.withShownTexts), columns: columns)
    }
    return result
  }
}

extension Axis {
  fileprivate var withShownTexts: Axis {
    var result = self
    result.label = label.map(ShownText.line)
    result.names = names?.map(ShownText.line)
    return result
  }
}

/// Texts of users as they are shown.
enum ShownText {
  /// The text on one line.
  static func line(_ text: String) -> String { lines(of: text).joined(separator: " ") }

  /// The lines of the text, with spaces in place of control characters.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
