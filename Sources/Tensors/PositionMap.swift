internal import Allowances

/// For each element of one shape, the row-major position of an element of another.
///
/// Max pooling, the largest along an axis and picking by a list of indices are all "these
/// elements of that array"; a map is worked out once and used by the derivatives of any order.
public struct PositionMap: Hashable, Sendable {
  /// The shape whose elements are picked from.
  public let source: Shape
  /// The shape of what is picked.
  public let shape: Shape
  private let positions: [Int32]
  /// The height and width of the windows, side by side, that each position lies in one of; nil where
  /// positions are any.
  private(set) var window: Int?

  /// Creates a map from as many positions as `shape` has elements, each inside `source`.
  package init(source: Shape, shape: Shape, positions: [Int32]) {
    precondition(positions.count == shape.elementCount, "one position for each element")
    self.source = source
    self.shape = shape
    self.positions = positions
  }

  /// Creates a map whose every position `fill` writes.
  package init(source: Shape, shape: Shape, fill: (UnsafeMutablePointer<Int32>) -> Void) {
    let count = shape.elementCount
    guard Allowance.allows(count * MemoryLayout<Int32>.stride) else {
      self.init(missing: source, shape)
      return
    }
    let positions = unsafe [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress, count > 0 { unsafe fill(base) }
      filled = count
    }
    self.init(source: source, shape: shape, positions: positions)
  }

  /// The same map, whose positions lie each in its own window of images.
  func inWindows(_ window: Int) -> PositionMap {
    var map = self
    map.window = window
    return map
  }

  /// What stands for a map in work that is to end.
  private init(missing source: Shape, _ shape: Shape) {
    self.source = source
    self.shape = shape
    positions = []
  }

  /// The map as numbers, in row-major order; none where the work's `Allowance` has no room for them.
  package var scalars: [Int] {
    guard Allowance.allows(positions.count * MemoryLayout<Int>.stride) else { return [] }
    return positions.map(Int.init)
  }

  /// Calls `body` with the positions.
  package func withPositions(_ body: (UnsafePointer<Int32>) -> Void) {
    unsafe positions.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe body(base)
    }
  }
}
