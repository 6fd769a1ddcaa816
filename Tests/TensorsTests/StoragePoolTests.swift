import Tensors
import Testing

@Suite struct StoragePoolTests {
  @Test func `blocks waste at most a quarter`() {
    for bytes in [1, 255, 257, 1000, 1025, 4097, 100_000, 1_000_001, 50_000_000] {
      let size = StoragePool.blockSize(for: bytes)
      #expect(size >= bytes)
      #expect(size <= max(256, bytes + bytes / 4 + 1), "\(bytes) in \(size)")
      #expect(size % 64 == 0, "\(size)")
    }
  }

  @Test func `arrays start at a cache line`() {
    for count in [0, 1, 17, 1000, 100_000] {
      let array = DenseArray(repeating: 1, shape: [count])
      let address = unsafe UInt(bitPattern: array.storage.elements)
      #expect(address % 64 == 0)
    }
  }
}
