/// The numbers of a dense array: 64-byte aligned, written once and shared from then on.
///
/// Where the work's ``Allowance`` is spent there are none: whoever reads such storage works for
/// nothing, and does not get to see anything.
///
/// - Note: `@unchecked Sendable` because only the initializer writes, before anybody else can see
///   the storage; afterwards any number of threads may read.
@safe package final class Storage: @unchecked Sendable {
  /// The number of elements.
  package let count: Int
  /// Nil where there was no memory.
  private let base: UnsafeMutablePointer<Float>?

  /// Creates storage and lets `fill` write all of it; `fill` is not called where there is no memory.
  package init(count: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
    self.count = count
    let bytes = count * MemoryLayout<Float>.stride
    let block = unsafe StoragePool.shared.take(bytes)
    unsafe base = block?.bindMemory(to: Float.self, capacity: count)
    if let base = unsafe base { unsafe fill(base) }
  }

  /// Creates storage that has no memory, of work that is to end.
  init(missing count: Int) {
    self.count = count
    unsafe base = nil
  }

  deinit {
    guard let base = unsafe base else { return }
    unsafe StoragePool.shared.giveBack(base, bytes: count * MemoryLayout<Float>.stride)
  }

  /// The number of elements that can be read: none where there is no memory.
  var readableCount: Int { unsafe base == nil ? 0 : count }

  /// Where the elements are; only good while the storage is alive, and only asked for by work that
  /// goes on.
  package var elements: UnsafePointer<Float> {
    guard let base = unsafe base else {
      fatalError("numbers that there was no memory for are read by work that should have ended")
    }
    return unsafe UnsafePointer(base)
  }
}
