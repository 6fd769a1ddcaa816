internal import Allowances

#if canImport(Glibc)
  internal import Glibc
#endif

/// Memory that is taken once and reused by every task, in pieces that kernels can load from.
///
/// Pieces are aligned to 64 bytes and lie closely in slabs of huge pages, where the system has
/// them: the transforms write to hundreds of places at once, more than the processor keeps
/// addresses of small pages for.
@safe final class Arena {
  private var slabs: [UnsafeMutableRawPointer] = unsafe []
  private var used = 0, capacity = 0
  /// How many bytes were taken.
  private(set) var byteCount = 0

  private static let hugePage = 1 << 21
  private static let slabSize = 4 * hugePage

  /// How many bytes the slabs have.
  private var slabBytes = 0

  deinit {
    unsafe slabs.forEach { slab in unsafe free(slab) }
    WorkspaceMemory.giveBack(slabBytes)
  }

  /// Returns uninitialized room for `count` floats.
  func floats(_ count: Int) throws(WorkspaceTooLarge) -> Floats {
    unsafe Floats(base: try take(count: count, of: Float.self))
  }

  /// Returns uninitialized room for `count` bytes.
  func bytes(_ count: Int) throws(WorkspaceTooLarge) -> Bytes {
    unsafe Bytes(base: try take(count: count, of: UInt8.self))
  }

  /// Returns uninitialized room for `count` labels.
  func labels(_ count: Int) throws(WorkspaceTooLarge) -> Labels {
    unsafe Labels(base: try take(count: count, of: Int32.self))
  }

  /// Returns room for some values of a C structure, which its kernels fill in.
  func records<Record: BitwiseCopyable>(
    _ count: Int, of type: Record.Type
  ) throws(WorkspaceTooLarge) -> Cell<Record> {
    unsafe Cell(base: try take(count: count, of: type))
  }

  /// Returns `count` things that take equally much room; whether there is enough for all of them is
  /// known when there is one.
  ///
  /// - Parameters:
  ///   - isInterrupted: Is asked before each whether to stop, which throws a `CancellationError`.
  ///   - make: Takes the room for one.
  func repeated<Piece>(
    _ count: Int, unless isInterrupted: () -> Bool,
    _ make: () throws(WorkspaceTooLarge) -> Piece
  ) throws -> [Piece] {
    var pieces: [Piece] = []
    let before = byteCount
    while pieces.count < count {
      guard !isInterrupted() else { throw CancellationError() }
      pieces.append(try make())
      if pieces.count == 1 { try WorkspaceMemory.require(count - 1, of: byteCount - before) }
    }
    return pieces
  }

  private func take<Element: BitwiseCopyable>(
    count: Int, of type: Element.Type
  ) throws(WorkspaceTooLarge) -> UnsafeMutablePointer<Element> {
    let size = (max(1, count) * MemoryLayout<Element>.stride + 63) / 64 * 64
    if used + size > capacity { try addSlab(atLeast: size) }
    let piece = unsafe slabs[slabs.count - 1] + used
    // An odd number of lines apart, so that pieces of equal size do not share a set of the cache.
    used += size + 64 * 5
    byteCount += size
    return unsafe piece.bindMemory(to: type, capacity: max(1, count))
  }

  private func addSlab(atLeast size: Int) throws(WorkspaceTooLarge) {
    let bytes = max(Self.slabSize, (size + Self.hugePage - 1) / Self.hugePage * Self.hugePage)
    try WorkspaceMemory.take(bytes)
    // Swift's own allocation would end the process where there is no memory.
    guard Allowance.allows(bytes), let slab = unsafe aligned_alloc(Self.hugePage, bytes) else {
      WorkspaceMemory.giveBack(bytes)
      throw WorkspaceTooLarge(needed: bytes, left: 0)
    }
    capacity = bytes
    used = 0
    slabBytes += bytes
    #if canImport(Glibc)
      // Only a wish: without huge pages everything works, a little slower.
      _ = unsafe madvise(slab, capacity, MADV_HUGEPAGE)
    #endif
    unsafe slabs.append(slab)
  }
}

/// A piece of an arena that holds floats.
///
/// It does not know its length: the layouts in this module do, and only the kernels' wrappers look
/// inside.
@safe struct Floats {
  let base: UnsafeMutablePointer<Float>

  /// The piece from `offset` floats on.
  static func + (piece: Floats, offset: Int) -> Floats {
    unsafe Floats(base: piece.base + offset)
  }
}

/// A piece of an arena that holds bytes.
@safe struct Bytes {
  let base: UnsafeMutablePointer<UInt8>

  /// The piece from `offset` bytes on.
  static func + (piece: Bytes, offset: Int) -> Bytes {
    unsafe Bytes(base: piece.base + offset)
  }
}

/// A piece of an arena that holds labels.
@safe struct Labels {
  let base: UnsafeMutablePointer<Int32>
}

/// A piece of an arena that holds values of a C structure.
@safe struct Cell<Record: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Record>
}

// MARK: - Elements

extension Floats {
  /// The element at an index.
  subscript(index: Int) -> Float {
    get { unsafe base[index] }
    nonmutating set { unsafe base[index] = newValue }
  }

  /// Sets the first `count` elements to a value.
  func fill(_ value: Float, count: Int) {
    unsafe base.update(repeating: value, count: count)
  }

  /// Sets the first `count` elements to another piece's.
  func copy(_ other: Floats, count: Int) {
    unsafe base.update(from: other.base, count: count)
  }
}
