/// The numbers of a dense array: 64-byte aligned, written once and shared from then on.
///
/// - Note: `@unchecked Sendable` because only the initializer writes, before anybody else can see
///   the storage; afterwards any number of threads may read.
@safe package final class Storage: @unchecked Sendable {
  /// The number of elements.
  package let count: Int
  private let base: UnsafeMutablePointer<Float>

  /// Creates storage and lets `fill` write all of it.
  package init(count: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
    self.count = count
    let bytes = count * MemoryLayout<Float>.stride
    unsafe base = StoragePool.shared.take(bytes).bindMemory(to: Float.self, capacity: count)
    unsafe fill(base)
  }

  deinit {
    unsafe StoragePool.shared.giveBack(base, bytes: count * MemoryLayout<Float>.stride)
  }

  /// Where the elements are; only good while the storage is alive.
  package var elements: UnsafePointer<Float> { unsafe UnsafePointer(base) }
}
