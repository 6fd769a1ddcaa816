import FewShotData
import Images
import Testing

@Suite struct GlyphTests {
  private static let glyphs = ImageCollection.glyphs(seed: 0)
  private var glyphs: ImageCollection { Self.glyphs }

  /// The share of query images whose nearest support image, by pixels, is of their class.
  private func nearestNeighbourAccuracy(_ characters: ImageCollection) throws -> Double {
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 3)
    var correct = 0
    for index in 0..<200 {
      let task = tasks[index]
      for (image, label) in zip(task.queryImages, task.queryLabels) {
        let distances = task.supportImages.map { support in
          zip(support.pixels, image.pixels).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        correct += distances.firstIndex(of: distances.min() ?? 0) == label ? 1 : 0
      }
    }
    return Double(correct) / 3000
  }

  @Test func `there are as many as Omniglot has, with names of their own`() {
    #expect(glyphs.count == 1623)
    #expect(glyphs.drawingsPerCharacter == 20)
    #expect(Set(glyphs.names).count == 1623)
    #expect(Set(glyphs.names.map { $0.prefix { $0 != "/" } }).count == 50)
  }

  @Test func `the seed decides them`() {
    #expect(ImageCollection.glyphs(seed: 0) == glyphs)
    #expect(ImageCollection.glyphs(seed: 1) != glyphs)
  }

  @Test func `every drawing has ink, most of its paper is white, and no two are the same`() {
    for index in stride(from: 0, to: 1623, by: 13) {
      let drawings = glyphs[index].drawings
      for drawing in drawings {
        let ink = drawing.pixels.reduce(0) { $0 + (1 - $1) / 2 }
        #expect(ink > 1.5 && ink < 350)
      }
      #expect(Set(drawings.map(\.pixels)).count == 20)
    }
  }

  /// Omniglot itself gives 0.39.
  @Test func `they can be told apart, but not by comparing pixels`() throws {
    let accuracy = try nearestNeighbourAccuracy(glyphs)
    #expect(accuracy > 0.35 && accuracy < 0.65)
  }
}
