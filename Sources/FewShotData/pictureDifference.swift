/// How far two shades of 255 may be apart that look alike.
private let likeness = 16

/// Returns the part of the pixels of two pictures, given as the bytes of their files, that look different:
/// 0 where both look the same, 1 where they are of different sizes; nil where one cannot be decoded.
package func pictureDifference(_ first: [UInt8], _ second: [UInt8]) -> Double? {
  guard let a = try? Picture(first, path: ""), let b = try? Picture(second, path: "") else {
    return nil
  }
  guard a.width == b.width, a.height == b.height, a.channels == b.channels else { return 1 }
  let count = a.width * a.height
  let different = (0..<count).count { pixel in
    (0..<a.channels).contains { channel in
      let place = pixel * a.channels + channel
      return abs(Int(a.levels[place]) - Int(b.levels[place])) > likeness
    }
  }
  return Double(different) / Double(count)
}
