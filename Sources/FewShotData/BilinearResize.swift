/// Brings pictures from one size to another as OpenCV's `resize` does by default.
///
/// That is bilinear interpolation without antialiasing, in fixed-point arithmetic with 11 bits for
/// a weight. The bytes are those of OpenCV 5.0, which a test holds it to, for smaller and larger sizes
/// of any aspect, gray or colour.
package struct BilinearResize: Sendable {
  private let sourceWidth: Int
  private let sourceHeight: Int
  private let channels: Int

  /// For each column of the result, the two of the source that it mixes.
  private let across: [Tap]
  /// The same for each row.
  private let down: [Tap]

  private struct Tap: Sendable {
    var near: Int
    var far: Int
    var nearWeight: Int32
    var farWeight: Int32
  }

  /// Creates the change from one size to another.
  package init(
    fromWidth sourceWidth: Int, height sourceHeight: Int, toWidth width: Int, height: Int,
    channels: Int = 1
  ) {
    precondition(
      sourceWidth > 0 && sourceHeight > 0 && width > 0 && height > 0,
      "a picture has at least one pixel")
    (self.sourceWidth, self.sourceHeight) = (sourceWidth, sourceHeight)
    self.channels = channels
    across = Self.taps(from: sourceWidth, to: width, stopsAtEdges: true)
    down = Self.taps(from: sourceHeight, to: height, stopsAtEdges: false)
  }

  /// Returns the taps along one axis.
  ///
  /// - Parameter stopsAtEdges: Whether a place beyond the edge gets all of the edge's weight in one
  ///   tap. OpenCV does that for columns; for rows it takes the edge twice, which rounds differently.
  private static func taps(from source: Int, to count: Int, stopsAtEdges: Bool) -> [Tap] {
    let scale = Double(source) / Double(count)
    return (0..<count).map { place in
      let centre = Float((Double(place) + 0.5) * scale - 0.5)
      var near = Int(centre.rounded(.down))
      var fraction = centre - Float(near)
      if stopsAtEdges, near < 0 { (near, fraction) = (0, 0) }
      if stopsAtEdges, near >= source - 1 { (near, fraction) = (source - 1, 0) }
      return Tap(
        near: max(0, min(near, source - 1)), far: max(0, min(near + 1, source - 1)),
        nearWeight: Int32(((1 - fraction) * 2048).rounded(.toNearestOrEven)),
        farWeight: Int32((fraction * 2048).rounded(.toNearestOrEven)))
    }
  }

  /// Returns the picture in the other size.
  package func callAsFunction(_ source: [UInt8]) -> [UInt8] {
    precondition(
      source.count == sourceWidth * sourceHeight * channels, "the picture is of another size")
    let count = across.count * down.count * channels
    return unsafe source.withUnsafeBufferPointer { source in
      unsafe [UInt8](unsafeUninitializedCapacity: count) { result, initializedCount in
        var place = 0
        for vertical in down {
          let near = vertical.near * sourceWidth
          let far = vertical.far * sourceWidth
          for horizontal in across {
            for channel in 0..<channels {
              // The shifts in this order are OpenCV's; they decide the last bit.
              let upper = unsafe mix(source, near, channel, horizontal) >> 4
              let lower = unsafe mix(source, far, channel, horizontal) >> 4
              let sum =
                ((vertical.nearWeight &* upper) >> 16) &+ ((vertical.farWeight &* lower) >> 16)
              unsafe result[place] = UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
              place += 1
            }
          }
        }
        initializedCount = count
      }
    }
  }

  private func mix(
    _ source: UnsafeBufferPointer<UInt8>, _ row: Int, _ channel: Int, _ tap: Tap
  ) -> Int32 {
    let near = unsafe Int32(source[(row + tap.near) * channels + channel])
    let far = unsafe Int32(source[(row + tap.far) * channels + channel])
    return near &* tap.nearWeight &+ far &* tap.farWeight
  }
}
