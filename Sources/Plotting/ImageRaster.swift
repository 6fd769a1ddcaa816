package import Images

/// The images of a grid painted side by side on white paper: three bytes for each element.
struct ImageRaster: Equatable {
  /// The elements from left to right.
  let width: Int
  /// The elements from top to bottom.
  let height: Int
  /// Red, green and blue of each element, row by row from the top.
  private(set) var bytes: [UInt8]

  /// Paints the images where a layout puts them.
  init(_ grid: ImageGrid, layout: ImageLayout) {
    (width, height) = (layout.width, layout.height)
    bytes = Array(repeating: 255, count: 3 * width * height)
    for (index, image) in grid.images.enumerated() {
      let image = layout.shrinkage < 1 ? image.shrunk(toFit: layout) : image
      let left =
        layout.left(ofColumn: index % layout.columns) + (layout.cellWidth - image.width) / 2
      let top = layout.top(ofRow: index / layout.columns) + (layout.cellHeight - image.height) / 2
      paint(image, range: grid.range, left: left, top: top)
    }
  }

  private mutating func paint(
    _ image: Image, range: ClosedRange<Float>, left: Int, top: Int
  ) {
    for row in 0..<image.height {
      var place = 3 * ((top + row) * width + left)
      for column in 0..<image.width {
        let color = ImageRaster.color(of: image, at: row * image.width + column, in: range)
        bytes[place] = color.red
        bytes[place + 1] = color.green
        bytes[place + 2] = color.blue
        place += 3
      }
    }
  }

  /// The colours of all pixels of an image.
  static func colors(of image: Image, in range: ClosedRange<Float>) -> [FigureColor] {
    (0..<image.width * image.height).map { color(of: image, at: $0, in: range) }
  }

  /// The colour of the pixel at a place of an image, counted row by row; one with a number that is none
  /// stands out in purple.
  private static func color(
    of image: Image, at place: Int, in range: ClosedRange<Float>
  ) -> FigureColor {
    guard image.channels == 3 else { return color(image.pixels[place], in: range) }
    let parts = image.pixels[3 * place..<3 * place + 3]
    if parts.contains(where: \.isNaN) { return .purple }
    let levels = parts.map { color($0, in: range).red }
    return FigureColor(red: levels[0], green: levels[1], blue: levels[2])
  }

  /// The grey of a number; what is not a number stands out in purple.
  static func color(_ value: Float, in range: ClosedRange<Float>) -> FigureColor {
    if value.isNaN { return .purple }
    let fraction = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return FigureColor(grey: UInt8((min(1, max(0, fraction)) * 255).rounded()))
  }
}

extension Image {
  /// The image shrunk as much as the layout's images are.
  func shrunk(toFit layout: ImageLayout) -> Image {
    shrunk(
      width: max(1, min(layout.cellWidth, Int(Double(width) * layout.shrinkage))),
      height: max(1, min(layout.cellHeight, Int(Double(height) * layout.shrinkage))))
  }

  /// The image in fewer elements, each the average of those it covers.
  package func shrunk(width newWidth: Int, height newHeight: Int) -> Image {
    if (newWidth, newHeight) == (width, height) { return self }
    let across = Image.shares(from: width, to: newWidth)
    let down = Image.shares(from: height, to: newHeight)
    var result: [Float] = []
    result.reserveCapacity(newWidth * newHeight * channels)
    for vertical in down {
      for horizontal in across {
        for channel in 0..<channels {
          var sum: Float = 0
          for (row, rowShare) in vertical {
            for (column, share) in horizontal {
              sum += pixels[(row * width + column) * channels + channel] * share * rowShare
            }
          }
          result.append(sum)
        }
      }
    }
    return Image(width: newWidth, height: newHeight, channels: channels, pixels: result)
  }

  /// For each new element, the old ones that it covers and their shares, which add up to 1.
  private static func shares(from old: Int, to new: Int) -> [[(Int, Float)]] {
    let size = Double(old) / Double(new)
    return (0..<new).map { index in
      let (start, end) = (Double(index) * size, Double(index + 1) * size)
      return (Int(start)..<min(old, Int(end.rounded(.up)))).compactMap { element in
        let covered = min(end, Double(element + 1)) - max(start, Double(element))
        return covered > 1e-9 ? (element, Float(covered / size)) : nil
      }
    }
  }
}

extension Image {
  /// The image in shades of grey: how bright its colours are (ITU-R BT.601).
  var grey: Image {
    guard channels == 3 else { return self }
    let shares: [Float] = [0.299, 0.587, 0.114]
    let levels = (0..<width * height).map { place in
      (0..<3).reduce(Float(0)) { sum, channel in sum + shares[channel] * pixels[3 * place + channel]
      }
    }
    return Image(width: width, height: height, pixels: levels)
  }
}
