internal import Synchronization

/// The numbers of a dense array: 64-byte aligned, written once and shared from then on.
///
/// Where the work's ``Allowance`` is spent there are none: whoever reads such storage works for
/// nothing, and does not get to see anything.
///
/// Numbers that may never be asked for can be written when they are first read.
///
/// - Note: `@unchecked Sendable` because numbers are written before anybody else can see them: by the
///   initializer, or by the first who asks for them, while others wait; afterwards any number of
///   threads may read.
@safe package final class Storage: @unchecked Sendable {
  /// The number of elements.
  package let count: Int
  /// Nil where there was no memory.
  private let base: UnsafeMutablePointer<Float>?
  /// Whether the numbers may not have been written yet.
  private let isDeferred: Bool
  /// What writes the numbers; nil once they are there.
  private let pending: Mutex<Pending?>
  private let knownChannels = Mutex<ChannelNotes?>(nil)

  private init(count: Int, isDeferred: Bool, pending: Pending?) {
    self.count = count
    self.isDeferred = isDeferred
    self.pending = Mutex(pending)
    let block = unsafe StoragePool.shared.take(count * MemoryLayout<Float>.stride)
    unsafe base = block?.bindMemory(to: Float.self, capacity: count)
  }

  /// Creates storage and lets `fill` write all of it; `fill` is not called where there is no memory.
  package convenience init(count: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
    self.init(count: count, isDeferred: false, pending: nil)
    if let base = unsafe base { unsafe fill(base) }
  }

  /// Returns storage whose memory is taken, and that `fill` writes when somebody asks for the numbers.
  static func deferred(
    count: Int, _ fill: @escaping @Sendable (UnsafeMutablePointer<Float>) -> Void
  ) -> Storage {
    unsafe Storage(count: count, isDeferred: true, pending: Pending(fill: fill))
  }

  /// Creates storage that has no memory, of work that is to end.
  init(missing count: Int) {
    self.count = count
    isDeferred = false
    pending = Mutex(nil)
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
    if isDeferred { unsafe write(to: base) }
    return unsafe UnsafePointer(base)
  }

  /// Writes the numbers if they are not there yet.
  private func write(to base: UnsafeMutablePointer<Float>) {
    let address = UInt(bitPattern: base)
    pending.withLock { pending in
      guard let fill = unsafe pending?.fill,
        let base = unsafe UnsafeMutablePointer<Float>(bitPattern: address)
      else { return }
      unsafe fill(base)
      pending = nil
    }
  }
}

extension Storage {
  /// What has been worked out of the numbers for batch norm.
  var notes: ChannelNotes {
    knownChannels.withLock { known in
      if let known { return known }
      let notes = ChannelNotes()
      known = notes
      return notes
    }
  }
}

/// What writes the numbers of some storage.
@safe private struct Pending: Sendable {
  let fill: @Sendable (UnsafeMutablePointer<Float>) -> Void
}
