internal import Synchronization

/// What somebody types while the terminal is asked what it can show: kept for the next prompt.
final class TypeAhead: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  /// Keeps more.
  func add(_ more: [UInt8]) {
    bytes.withLock { $0 += more }
  }

  /// What has been kept, which is then forgotten.
  func take() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }
}
