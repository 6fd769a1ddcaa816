import FewShotData
import Images
import Testing

@Suite struct ImageCollectionTests {
  /// Three characters with two drawings each, all of whose pixels are different enough.
  private let three = ImageCollection(
    names: ["a", "b", "c"], drawingsPerCharacter: 2,
    levels: (0..<6 * 784).map { UInt8(hashed($0) % 256) })

  @Test func `characters have names and drawings`() {
    #expect(three.count == 3)
    #expect(three[1].name == "b")
    #expect(three[1].drawings.count == 2)
    #expect(three[1].drawings[1][0, 5] == Float(hashed(3 * 784 + 5) % 256) / 255 * 2 - 1)
    #expect(three.map(\.name) == ["a", "b", "c"])
  }

  @Test func `a part starts at 0 and leaves the whole as it is`() {
    var part = three
    part = part[1..<3]

    #expect(part.names == ["b", "c"])
    #expect(part[0] == three[1])
    #expect(three.count == 3)
    #expect(part != three)
  }

  @Test func `equal characters are equal wherever they are stored`() {
    let same = ImageCollection(
      names: ["b"], drawingsPerCharacter: 2,
      levels: (2 * 784..<4 * 784).map { UInt8(hashed($0) % 256) })
    #expect(three[1..<2] == same)
  }

  @Test func `rotations are new characters, turned counter-clockwise`() {
    let rotated = three.withRotations()
    let original = three[2].drawings[1]

    #expect(rotated.count == 12)
    #expect(rotated.names[5] == "c, turned 90°")
    for turns in 0..<4 {
      let turned = rotated[turns * 3 + 2].drawings[1]
      for (row, column) in [(0, 0), (0, 27), (3, 11), (27, 5)] {
        let source =
          switch turns {
          case 0: (row, column)
          case 1: (column, 27 - row)
          case 2: (27 - row, 27 - column)
          default: (27 - column, row)
          }
        #expect(turned[row, column] == original[source.0, source.1])
      }
    }
  }

  /// NumPy's `fliplr`, of each turn that `rot90` makes of a drawing.
  @Test func `mirror images exchange left and right of what is seen`() {
    let turned = three.withRotations()
    let both = turned.withMirrorImages()
    #expect(both.count == 2 * turned.count)
    for index in 0..<turned.count {
      let seen = turned[index].drawings
      let mirror = both[turned.count + index].drawings
      for image in 0..<seen.count {
        for row in 0..<28 {
          let start = (image * 28 + row) * 28
          #expect(
            Array(mirror.pixels[start..<start + 28])
              == Array(seen.pixels[start..<start + 28].reversed()))
        }
      }
    }
    #expect(both.names.last?.hasSuffix(", mirrored") == true)
  }

  @Test func `four quarter turns are none`() {
    let turned = three.withRotations()[3..<6].withRotations()[9..<12]
    #expect(turned.map(\.drawings) == three.map(\.drawings))
  }

  @Test func `a split depends on the seed alone and loses nothing`() {
    let many = ImageCollection(
      names: (0..<1623).map { "c\($0)" }, drawingsPerCharacter: 1,
      levels: [UInt8](repeating: 0, count: 1623 * 784))

    let split = many.split(seed: 5)

    #expect(split.train.count == 973)
    #expect(split.validation.count == 325)
    #expect(split.test.count == 325)
    let all = split.train.names + split.validation.names + split.test.names
    #expect(Set(all) == Set(many.names))
    #expect(many.split(seed: 5).test.names == split.test.names)
    #expect(many.split(seed: 6).test.names != split.test.names)
  }

  @Test(arguments: 0..<20) func `any number of characters can be split`(count: Int) {
    let some = ImageCollection(
      names: (0..<count).map { "c\($0)" }, drawingsPerCharacter: 1,
      levels: [UInt8](repeating: 0, count: count * 784))

    let split = some.split(seed: 0)

    #expect(split.train.count + split.validation.count + split.test.count == count)
    #expect(split.validation.count == split.test.count)
  }

  @Test func `the paper's split keeps 100 and 423 of Omniglot's characters`() {
    let many = ImageCollection(
      names: (0..<1623).map { "c\($0)" }, drawingsPerCharacter: 1,
      levels: [UInt8](repeating: 0, count: 1623 * 784))

    let split = many.split(seed: 5, like: .paper)

    #expect(split.train.count == 1100)
    #expect(split.validation.count == 100)
    #expect(split.test.count == 423)
    let all = split.train.names + split.validation.names + split.test.names
    #expect(Set(all) == Set(many.names))
  }

  @Test func `a split's characters are turned for training alone, or for all`() {
    let split = three.split(seed: 0, like: .paper)

    let mirrored = split.withRotations(.mirrored)
    #expect(mirrored.train == split.train.withRotations().withMirrorImages())
    #expect(mirrored.validation == split.validation)
    #expect(mirrored.train.hasTurnedCharacters)
    #expect(split.withRotations(.none) == split)
    #expect(split.withRotations(.training).train == split.train.withRotations())
    #expect(split.withRotations(.training).test == split.test)
    #expect(split.withRotations(.all).test == split.test.withRotations())
    #expect(split.withRotations(.all).validation == split.validation.withRotations())
  }
}
