import CellLanguage

/// Blobs in memory.
final class MemoryBlobs: KeptBlobs {
  private(set) var all: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]

  func put(_ bytes: RawSpan) throws -> Int {
    let bytes = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    if let known = numbers[bytes] { return known }
    numbers[bytes] = all.count
    all.append(bytes)
    return all.count - 1
  }

  func bytes(of number: Int) throws -> [UInt8] {
    guard all.indices.contains(number) else { throw KeptError.damaged }
    return all[number]
  }
}
