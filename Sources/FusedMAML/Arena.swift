/// Memory that is taken once and reused by every task, in pieces that kernels can load from.
///
/// Pieces are aligned to 64 bytes and start at different distances from a page's start, so that
/// passes over several of them do not fall into one set of the cache.
@safe final class Arena {
  private var pieces: [UnsafeMutableRawPointer] = unsafe []
  /// How many bytes were taken.
  private(set) var byteCount = 0

  deinit {
    for unsafepiece in unsafe pieces { unsafe piece.deallocate() }
  }

  /// Returns uninitialized room for `count` floats.
  func floats(_ count: Int) -> Floats {
    unsafe Floats(base: take(count: count, of: Float.self))
  }

  /// Returns uninitialized room for `count` bytes.
  func bytes(_ count: Int) -> Bytes {
    unsafe Bytes(base: take(count: count, of: UInt8.self))
  }

  /// Returns uninitialized room for `count` labels.
  func labels(_ count: Int) -> Labels {
    unsafe Labels(base: take(count: count, of: Int32.self))
  }

  /// Returns room for one value of a C structure, which its kernel fills in.
  func record<Record: BitwiseCopyable>(_ type: Record.Type) -> Cell<Record> {
    unsafe Cell(base: take(count: 1, of: type))
  }

  private func take<Element: BitwiseCopyable>(
    count: Int, of type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    let stagger = unsafe 64 * (pieces.count * 5 % 64)
    let size = stagger + max(1, count) * MemoryLayout<Element>.stride
    let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    unsafe pieces.append(piece)
    byteCount += size
    return unsafe (piece + stagger).bindMemory(to: type, capacity: max(1, count))
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

/// A piece of an arena that holds one C structure.
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
