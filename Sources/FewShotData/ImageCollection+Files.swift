internal import Parallelism
public import SystemFiles

extension ImageCollection {
  /// Writes the characters as the walkthrough's `make_data.py` does: a `.npy` file of the shape
  /// (characters, drawings, 1, 28, 28); of other pictures
  /// (classes, pictures, channels, rows, columns).
  ///
  /// - Precondition: every class has as many pictures.
  public func write(to path: String) throws(FileError) {
    try write(to: path, in: .everywhere)
  }

  /// Writes the characters to one of the files that may be used.
  package func write(to path: String, in files: FileAccess) throws(FileError) {
    precondition(
      imageCounts.allSatisfy { $0 == imagesPerClass }, "every class has as many pictures")
    let shape = [count, imagesPerClass, channels, height, width]
    // Some characters at a time, on all cores: few writes, and no second copy of everything.
    let part = 32
    let partCount = (count + part - 1) / part
    let round = 4 * coreCount
    try NumberArray.write(shape: shape, to: path, in: files) { emit throws(FileError) in
      for first in stride(from: 0, to: partCount, by: round) {
        let parts = concurrently(Swift.min(round, partCount - first)) { index in
          let start = (first + index) * part
          return self.pixels(of: start..<Swift.min(start + part, count))
        }
        for pixels in parts { try emit(pixels) }
      }
    }
  }

  private func pixels(of classes: Range<Int>) -> [Float] {
    var pixels: [Float] = []
    pixels.reserveCapacity(classes.count * imagesPerClass * pixelCount)
    for index in classes {
      for image in 0..<imagesPerClass { append(image, of: index, to: &pixels) }
    }
    guard channels > 1 else { return pixels }
    // The file has channel after channel.
    var planes: [Float] = []
    planes.reserveCapacity(pixels.count)
    for start in stride(from: 0, to: pixels.count, by: pixelCount) {
      for channel in 0..<channels {
        for place in stride(from: start + channel, to: start + pixelCount, by: channels) {
          planes.append(pixels[place])
        }
      }
    }
    return planes
  }

  /// Reads characters from such a file; gray values become the nearest of 256 levels.
  ///
  /// The file has no names, so the characters are called `character0001` and so on.
  public init(contentsOf path: String) throws {
    let array = try NumberArray(contentsOf: path)
    let shape = array.shape
    guard shape.count == 5, shape[1] > 0, Array(shape[2...]) == [1, Self.side, Self.side] else {
      throw NumberArrayError.wrongShape(path: path, shape: shape)
    }
    var levels: [UInt8] = []
    levels.reserveCapacity(array.values.count)
    for value in array.values {
      guard value >= -1, value <= 1 else {
        throw NumberArrayError.notGray(path: path, value: value)
      }
      levels.append(UInt8(((value + 1) / 2 * 255).rounded()))
    }
    let names = (0..<shape[0]).map { index in
      // Four digits at least, by way of a leading 1 that is dropped.
      index < 9999 ? "character\(String(10001 + index).dropFirst())" : "character\(index + 1)"
    }
    self.init(names: names, drawingsPerCharacter: shape[1], levels: levels)
  }
}
