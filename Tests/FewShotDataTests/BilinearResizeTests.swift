import FewShotData
import Testing

@Suite struct BilinearResizeTests {
  private let reduction = BilinearResize(fromWidth: 105, height: 105, toWidth: 28, height: 28)

  private struct Expected: Decodable {
    var gray: [UInt8]
    var ink: [UInt8]
  }

  /// What OpenCV made of some pictures; `source` and `target` are rows and columns.
  private struct Resized: Decodable {
    struct Case: Decodable {
      var source: [Int]
      var target: [Int]
      var channels: Int
      var levels: [UInt8]
    }

    var resized: [Case]
  }

  @Test func `a picture is reduced to the bytes that OpenCV makes of it`() throws {
    let expected = try Fixture.decoded("reduction.json", as: Expected.self)

    let gray = reduction((0..<105 * 105).map { UInt8(hashed($0) % 256) })
    let ink = reduction((0..<105 * 105).map { UInt8(hashed($0) % 2 * 255) })

    #expect(gray == expected.gray)
    #expect(ink == expected.ink)
  }

  @Test func `smaller and larger, gray and colour, of any aspect, the bytes are OpenCV's`() throws {
    for each in try Fixture.decoded("resize.json", as: Resized.self).resized {
      let resize = BilinearResize(
        fromWidth: each.source[1], height: each.source[0], toWidth: each.target[1],
        height: each.target[0], channels: each.channels)
      let count = each.source[0] * each.source[1] * each.channels

      let levels = resize((0..<count).map { UInt8(hashed($0) % 256) })

      #expect(levels == each.levels, "\(each.source) to \(each.target), \(each.channels) channels")
    }
  }

  @Test func `white paper stays white`() {
    #expect(reduction([UInt8](repeating: 255, count: 105 * 105)).allSatisfy { $0 == 255 })
  }
}
