import Synchronization

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

  /// Hands out a block of at least so many bytes; its contents are anything.
  func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let size = Self.blockSize(for: bytes)
    let address = state.withLock { state -> UInt? in
      state.statistics.requests += 1
      state.statistics.usedBytes += size
      state.statistics.peakUsedBytes = max(
        state.statistics.peakUsedBytes, state.statistics.usedBytes)
      guard let address = state.kept[size]?.popLast() else {
        state.statistics.systemAllocations += 1
        return nil
      }
      state.statistics.keptBytes -= size
      return address
    }
    if let address, let kept = unsafe UnsafeMutableRawPointer(bitPattern: address) {
      return unsafe kept
    }
    var block: UnsafeMutableRawPointer?
    guard unsafe posix_memalign(&block, 64, size) == 0, let block = unsafe block else {
      fatalError("the system has no \(size) bytes of memory left for a tensor")
    }
    return unsafe block
  }

  /// Takes a block back from its only owner.
  func giveBack(_ block: UnsafeMutableRawPointer, bytes: Int) {
    let size = Self.blockSize(for: bytes)
    let address = UInt(bitPattern: block)
    let isKept = state.withLock { state -> Bool in
      state.statistics.usedBytes -= size
      guard state.statistics.keptBytes + size <= Self.maximumKeptBytes else { return false }
      state.statistics.keptBytes += size
      state.kept[size, default: []].append(address)
      return true
    }
    if !isKept { unsafe free(block) }
  }

  /// Returns all kept memory to the system.
  package func trim() {
    let blocks = state.withLock { state -> [UInt] in
      defer {
        state.kept = [:]
        state.statistics.keptBytes = 0
      }
      return state.kept.values.flatMap { $0 }
    }
    for address in blocks { unsafe free(UnsafeMutableRawPointer(bitPattern: address)) }
  }
}
