import CellLanguage
import Testing

@Suite struct KeyedHashTests {
  @Test func `it is SipHash-2-4 with 128 bits`() {
    // The first vectors of the reference implementation: bytes 0, 1, … under the key 0, 1, … 15.
    var key: (UInt64, UInt64) = (0, 0)
    for index in (0..<8).reversed() {
      key.0 = key.0 << 8 | UInt64(index)
      key.1 = key.1 << 8 | UInt64(index + 8)
    }
    let expected: [(UInt64, UInt64)] = [
      (0xE6A8_25BA_047F_81A3, 0x9302_55C7_1472_F66D),
      (0x44AF_996B_D8C1_87DA, 0x45FC_229B_1159_7634),
      (0xC75D_A4A4_8D22_7781, 0xE4FF_0AF6_DE8B_A3FC),
    ]
    for (count, value) in expected.enumerated() {
      var hash = KeyedHash(key: KeyedHash.Key(low: key.0, high: key.1))
      let bytes = (0..<UInt8(count)).map { $0 }
      unsafe hash.add(bytes.span.bytes)

      #expect(hash.value == KeyedHash.Digest(low: value.0, high: value.1))
    }
  }

  @Test func `how bytes are cut into calls does not matter`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var whole = KeyedHash(key: KeyedHash.Key(low: 1, high: 2))
    unsafe whole.add(bytes.span.bytes)
    for size in [1, 3, 7, 8, 64, 333] {
      var hash = KeyedHash(key: KeyedHash.Key(low: 1, high: 2))
      for start in stride(from: 0, to: 1000, by: size) {
        let piece = Array(bytes[start..<min(1000, start + size)])
        unsafe hash.add(piece.span.bytes)
      }

      #expect(hash.value == whole.value)
    }
  }
}
