/// Reduces square gray pictures to smaller squares as OpenCV's `resize` does by default.
///
/// That is bilinear interpolation without antialiasing, in fixed-point arithmetic with 11 bits for
/// a weight. The bytes are those of OpenCV 5.0, which a test holds it to.
package struct BilinearReduction: Sendable {
  /// The number of rows and of columns of the pictures that it takes.
  package let sourceSide: Int
  /// The number of rows and of columns of the pictures that it makes.
  package let side: Int

  /// For each row or column of the result, the two of the source that it mixes.
  private let taps: [Tap]

  private struct Tap: Sendable {
    var near: Int
    var far: Int
    var nearWeight: Int32
    var farWeight: Int32
  }

  /// Creates the reduction from one size to another.
  package init(from sourceSide: Int, to side: Int) {
    precondition(0 < side && side <= sourceSide, "a reduction needs a smaller, positive size")
    self.sourceSide = sourceSide
    self.side = side
    let scale = Double(sourceSide) / Double(side)
    taps = (0..<side).map { place in
      let centre = Float((Double(place) + 0.5) * scale - 0.5)
      let near = Int(centre.rounded(.down))
      let fraction = centre - Float(near)
      return Tap(
        near: near, far: min(near + 1, sourceSide - 1),
        nearWeight: Int32(((1 - fraction) * 2048).rounded(.toNearestOrEven)),
        farWeight: Int32((fraction * 2048).rounded(.toNearestOrEven)))
    }
  }

  /// Returns the smaller picture.
  package func callAsFunction(_ source: [UInt8]) -> [UInt8] {
    precondition(source.count == sourceSide * sourceSide, "the picture is of another size")
    let count = side * side
    return unsafe source.withUnsafeBufferPointer { source in
      unsafe [UInt8](unsafeUninitializedCapacity: count) { result, initializedCount in
        var place = 0
        for vertical in taps {
          let near = vertical.near * sourceSide
          let far = vertical.far * sourceSide
          for horizontal in taps {
            // The shifts in this order are OpenCV's; they decide the last bit.
            let upper = unsafe mix(source, near, horizontal) >> 4
            let lower = unsafe mix(source, far, horizontal) >> 4
            let sum =
              ((vertical.nearWeight &* upper) >> 16) &+ ((vertical.farWeight &* lower) >> 16)
            unsafe result[place] = UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
            place += 1
          }
        }
        initializedCount = count
      }
    }
  }

  private func mix(
    _ source: UnsafeBufferPointer<UInt8>, _ row: Int, _ tap: Tap
  ) -> Int32 {
    let near = unsafe Int32(source[row + tap.near])
    let far = unsafe Int32(source[row + tap.far])
    return near &* tap.nearWeight &+ far &* tap.farWeight
  }
}
