import FewShotData
import Testing

@Suite struct BilinearReductionTests {
  private let reduction = BilinearReduction(from: 105, to: 28)

  private struct Expected: Decodable {
    var gray: [UInt8]
    var ink: [UInt8]
  }

  @Test func `a picture is reduced to the bytes that OpenCV makes of it`() throws {
    let expected = try Fixture.decoded("reduction.json", as: Expected.self)

    let gray = reduction((0..<105 * 105).map { UInt8(hashed($0) % 256) })
    let ink = reduction((0..<105 * 105).map { UInt8(hashed($0) % 2 * 255) })

    #expect(gray == expected.gray)
    #expect(ink == expected.ink)
  }

  @Test func `white paper stays white`() {
    #expect(reduction([UInt8](repeating: 255, count: 105 * 105)).allSatisfy { $0 == 255 })
  }
}
