internal import Allowances
internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that tensors have given back, kept for the next of the same size.
///
/// A training loop asks for the same sizes again and again; taking them from here costs a lock
/// and no page faults. Blocks are 64-byte aligned, and rounded up to four sizes per power of two.
/// At most ``maximumKeptBytes`` are kept; more goes back to the system.
package final class StoragePool: Sendable {
  /// The pool that all tensors of the process share.
  package static let shared = StoragePool()

  /// The most memory that is kept for later.
  package static let maximumKeptBytes = 512 << 20

  /// What the pool has done so far.
  package struct Statistics: Sendable {
    /// Blocks asked of the system since the process began.
    package var systemAllocations = 0
    /// Blocks handed out since the process began.
    package var requests = 0
    /// Bytes in the hands of tensors.
    package var usedBytes = 0
    /// The most bytes that were ever in the hands of tensors at once.
    package var peakUsedBytes = 0
    /// Bytes kept for later.
    package var keptBytes = 0
  }

  private struct State {
    // Addresses as numbers: a pointer cannot cross into a Mutex, and nobody reads through these.
    var kept: [Int: [UInt]] = [:]
    var statistics = Statistics()

    /// Counts a block that is handed out.
    mutating func count(_ size: Int) {
      statistics.usedBytes += size
      statistics.peakUsedBytes = max(statistics.peakUsedBytes, statistics.usedBytes)
    }
  }

  private let state = Mutex(State())

  /// What the pool has done so far.
  package var statistics: Statistics { state.withLock { $0.statistics } }

  /// Returns the size of the block that serves a request.
  package static func blockSize(for bytes: Int) -> Int {
    guard bytes > 256 else { return 256 }
    let power = Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount
    let step = 1 << (power - 2)
    return (bytes + step - 1) / step * step
  }

  /// Hands out a block of at least so many bytes, whose contents are anything; nil where the work's
  /// ``Allowance`` has no room for it, and is spent from then on.
  func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let size = Self.blockSize(for: bytes)
    let allowance = Allowance.current
    let address = state.withLock { state -> UInt? in
      state.statistics.requests += 1
      guard let address = state.kept[size]?.popLast() else { return nil }
      state.statistics.keptBytes -= size
      state.count(size)
      return address
    }
    if let address, let kept = unsafe UnsafeMutableRawPointer(bitPattern: address) {
      MemoryUse.noteKept(-size)
      // The block is in the process's memory already.
      guard let allowance, allowance.isSpent || (size >= 1 << 20 && !allowance.measure()) else {
        return unsafe kept
      }
      unsafe giveBack(kept, bytes: bytes)
      return nil
    }
    guard allowance?.allows(size) ?? true, let block = unsafe systemBlock(size) else { return nil }
    state.withLock { state in
      state.statistics.systemAllocations += 1
      state.count(size)
    }
    return unsafe block
  }

  /// A block that the system gives, if need be after it got back what is kept.
  private func systemBlock(_ size: Int) -> UnsafeMutableRawPointer? {
    for attempt in 0..<2 {
      var block: UnsafeMutableRawPointer?
      if unsafe posix_memalign(&block, 64, size) == 0, let block = unsafe block {
        return unsafe block
      }
      if attempt == 0 { trim() }
    }
    guard Allowance.current != nil else {
      fatalError("the system has no \(size) bytes of memory left for a tensor")
    }
    Allowance.noteFailure(size)
    return nil
  }

  /// Takes a block back from its only owner.
  func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    let size = Self.blockSize(for: bytes)
    let address = UInt(bitPattern: block)
    let most = min(Self.maximumKeptBytes, (Allowance.current?.memory ?? .max) / 4)
    let isKept = state.withLock { state -> Bool in
      state.statistics.usedBytes -= size
      guard state.statistics.keptBytes + size <= most else { return false }
      state.statistics.keptBytes += size
      state.kept[size, default: []].append(address)
      return true
    }
    if isKept { MemoryUse.noteKept(size) } else { unsafe free(block) }
  }

  /// Returns all kept memory to the system.
  package func trim() {
    let (blocks, bytes) = state.withLock { state -> ([UInt], Int) in
      defer {
        state.kept = [:]
        state.statistics.keptBytes = 0
      }
      return (state.kept.values.flatMap { $0 }, state.statistics.keptBytes)
    }
    MemoryUse.noteKept(-bytes)
    for address in blocks { unsafe free(UnsafeMutableRawPointer(bitPattern: address)) }
  }
}
