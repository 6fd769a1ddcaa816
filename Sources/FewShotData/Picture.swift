internal import Images

/// A picture as files have it: bytes, row by row, the channels of a pixel together.
struct Picture: Sendable, Equatable {
  var width: Int
  var height: Int
  /// 1 for gray, 3 for red, green and blue.
  var channels: Int
  /// 0 is black, 255 white.
  var levels: [UInt8]

  /// The number of bytes.
  var byteCount: Int { width * height * channels }
}

// MARK: - Changing

extension Picture {
  /// Returns the picture with so many channels; gray is what OpenCV makes of red, green and blue.
  func converted(toChannels count: Int) -> Picture {
    guard count != channels else { return self }
    var levels: [UInt8] = []
    levels.reserveCapacity(width * height * count)
    if count == 1 {
      for place in stride(from: 0, to: self.levels.count, by: 3) {
        let (red, green, blue) = (
          Int(self.levels[place]), Int(self.levels[place + 1]), Int(self.levels[place + 2])
        )
        levels.append(UInt8((red * 9798 + green * 19235 + blue * 3735 + 1 << 14) >> 15))
      }
    } else {
      for level in self.levels { levels.append(contentsOf: repeatElement(level, count: 3)) }
    }
    return Picture(width: width, height: height, channels: count, levels: levels)
  }

  /// Returns the largest part in the middle that has the aspect of a size.
  func cropped(toAspectOf width: Int, _ height: Int) -> Picture {
    let newWidth = max(1, min(self.width, self.height * width / height))
    let newHeight = max(1, min(self.height, self.width * height / width))
    guard (newWidth, newHeight) != (self.width, self.height) else { return self }
    let (left, top) = ((self.width - newWidth) / 2, (self.height - newHeight) / 2)
    var levels: [UInt8] = []
    levels.reserveCapacity(newWidth * newHeight * channels)
    for row in top..<top + newHeight {
      let start = (row * self.width + left) * channels
      levels += self.levels[start..<start + newWidth * channels]
    }
    return Picture(width: newWidth, height: newHeight, channels: channels, levels: levels)
  }

  /// Returns the picture in another size.
  func resized(width: Int, height: Int) -> Picture {
    guard (width, height) != (self.width, self.height) else { return self }
    let resize = BilinearResize(
      fromWidth: self.width, height: self.height, toWidth: width, height: height,
      channels: channels)
    return Picture(width: width, height: height, channels: channels, levels: resize(levels))
  }

  /// Returns the picture as it was seen, from the way that it was stored, which Exif counts from 1 to 8.
  func upright(from orientation: Int) -> Picture {
    guard 2...8 ~= orientation else { return self }
    let isTurned = orientation >= 5
    let (newWidth, newHeight) = isTurned ? (height, width) : (width, height)
    var levels: [UInt8] = []
    levels.reserveCapacity(byteCount)
    for row in 0..<newHeight {
      for column in 0..<newWidth {
        // Where the pixel is in the file.
        let (sourceRow, sourceColumn) =
          switch orientation {
          case 2: (row, width - 1 - column)
          case 3: (height - 1 - row, width - 1 - column)
          case 4: (height - 1 - row, column)
          case 5: (column, row)
          case 6: (height - 1 - column, row)
          case 7: (height - 1 - column, width - 1 - row)
          default: (column, width - 1 - row)
          }
        let start = (sourceRow * width + sourceColumn) * channels
        levels += self.levels[start..<start + channels]
      }
    }
    return Picture(width: newWidth, height: newHeight, channels: channels, levels: levels)
  }
}

// MARK: - Values

extension Picture {
  /// The picture as a value, from −1 to 1.
  var image: Image {
    let values = grayValues
    return Image(
      width: width, height: height, channels: channels, pixels: levels.map { values[Int($0)] })
  }

  /// The bytes of a picture whose numbers go from −1 to 1; nil where one of them is none.
  init?(_ image: Image) {
    var levels: [UInt8] = []
    levels.reserveCapacity(image.pixels.count)
    for value in image.pixels {
      guard !value.isNaN else { return nil }
      levels.append(UInt8(((max(-1, min(1, value)) + 1) / 2 * 255).rounded()))
    }
    self.init(width: image.width, height: image.height, channels: image.channels, levels: levels)
  }
}
