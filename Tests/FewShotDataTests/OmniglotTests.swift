import FewShotData
import Foundation
import Images
import Testing

@Suite struct OmniglotTests {
  private let background = "images_background"
  private let evaluation = "images_evaluation"

  /// Returns the error of loading what a folder holds.
  private func failure(in folder: TemporaryFolder) -> OmniglotError? {
    do {
      _ = try loadCharacters("omniglot", from: folder.path)
      return nil
    } catch {
      return error as? OmniglotError
    }
  }

  /// A folder with one unpacked character, of which the last drawing is another file.
  private func unpacked(lastDrawing: Data?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let good = try Fixture.bytes("drawing.png")
    for number in 10..<29 {
      try folder.write(good, to: "\(background)/A/character01/0001_\(number).png")
    }
    if let lastDrawing {
      try folder.write(lastDrawing, to: "\(background)/A/character01/0001_29.png")
    }
    try folder.write(Fixture.bytes("\(evaluation).zip"), to: "\(evaluation).zip")
    return folder
  }
}

// MARK: - What is read

extension OmniglotTests {
  @Test func `archives are read in the order of their paths and reduced as OpenCV does`() throws {
    let sums = try Fixture.decoded("archives.json", as: [String: Int].self)

    let characters = try loadCharacters("omniglot", from: Fixture.folder.path)

    #expect(characters.names == ["Invented/character01", "Invented/character02"])
    #expect(characters.drawingsPerCharacter == 20)
    for character in characters {
      #expect(checksum(levels(character.drawings.pixels)) == sums[character.name])
    }
  }

  @Test func `paper is +1 and ink is −1`() throws {
    let pixels = try loadCharacters("omniglot", from: Fixture.folder.path)[0].drawings.pixels

    #expect(pixels.min() == -1)
    #expect(pixels.max() == 1)
  }

  @Test func `folders that the archives unpack to are read too`() throws {
    let picture = try Fixture.bytes("drawing.png")

    let characters = try withExtendedLifetime(unpacked(lastDrawing: picture)) {
      try loadCharacters("omniglot", from: $0.path)
    }

    #expect(characters.names == ["A/character01", "Invented/character02"])
    #expect(characters[0].drawings[0] == characters[0].drawings[19])
  }

  @Test(.enabled(if: realOmniglot != nil, "the real Omniglot archives are not at hand"))
  func `the real archives have 1623 characters and OpenCV's pixels`() throws {
    var progress: [LoadingProgress] = []

    let characters = try loadCharacters("omniglot", from: realOmniglot) { progress.append($0) }

    #expect(characters.count == 1623)
    #expect(characters.names.first == "Alphabet_of_the_Magi/character01")
    #expect(
      characters.split(seed: 0).description == "973 train, 325 validation and 325 test classes")
    #expect(progress.last.map { [$0.completed, $0.total] } == [32460, 32460])
    // Printed by `make_fixtures.py FOLDER`: OpenCV's decoder and its resize.
    var pixels: [Float] = []
    for character in characters { pixels += character.drawings.pixels }
    #expect(checksum(levels(pixels)) == 195_354_899_550_145)
  }

  @Test func `loading stops when it is interrupted`() {
    #expect(throws: CancellationError.self) {
      try loadCharacters("omniglot", from: Fixture.folder.path, interrupt: { true })
    }
    #expect(throws: CancellationError.self) {
      try loadCharacters("glyphs", interrupt: { true })
    }
  }

  @Test func `an unknown name of characters is an error that lists the known ones`() {
    #expect(throws: CharacterSourceError.unknown(name: "mnist")) { try loadCharacters("mnist") }
    #expect("\(CharacterSourceError.unknown(name: "mnist"))".contains("'glyphs' and 'omniglot'"))
  }
}

// MARK: - What cannot be read

extension OmniglotTests {
  @Test func `a missing archive is named with the folder where it was looked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes("\(background).zip"), to: "\(background).zip")

    #expect(failure(in: folder) == .missingPart(name: evaluation, folder: folder.path))
  }

  @Test func `every truncation of an archive is an error and none crashes`() throws {
    let whole = try Fixture.bytes("\(background).zip")
    for count in stride(from: 0, to: whole.count, by: 97) {
      let folder = try TemporaryFolder()
      try folder.write(whole.prefix(count), to: "\(background).zip")
      try folder.write(Fixture.bytes("\(evaluation).zip"), to: "\(evaluation).zip")

      let error = failure(in: folder)

      let path = "\(folder.path)/\(background).zip"
      #expect(error == (count < 4 ? .notAnArchive(path: path) : .truncatedArchive(path: path)))
    }
  }

  @Test func `a damaged byte anywhere in an archive never crashes`() throws {
    let whole = try Fixture.bytes("\(background).zip")
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes("\(evaluation).zip"), to: "\(evaluation).zip")
    for place in stride(from: 0, to: whole.count, by: 61) {
      var damaged = whole
      damaged[place] ^= 0x55
      try folder.write(damaged, to: "\(background).zip")
      _ = failure(in: folder)
    }
  }

  @Test func `a file that only is called an archive is said to be none`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("<html>404</html>".utf8), to: "\(background).zip")

    #expect(failure(in: folder) == .notAnArchive(path: "\(folder.path)/\(background).zip"))
  }

  @Test func `a corrupt picture is named with its archive`() throws {
    var picture = try Fixture.bytes("drawing.png")
    picture[picture.count / 2] ^= 0xFF
    let folder = try unpacked(lastDrawing: picture)

    guard case .damagedImage(let path, let entry, let reason)? = failure(in: folder) else {
      Issue.record("expected a damaged image")
      return
    }
    #expect(path == "\(folder.path)/\(background)")
    #expect(entry == "A/character01/0001_29.png")
    #expect(!reason.isEmpty)
  }

  @Test func `every truncation of a picture is an error and none crashes`() throws {
    let picture = try Fixture.bytes("drawing.png")
    for count in stride(from: 0, to: picture.count - 12, by: 7) {
      guard case .damagedImage? = failure(in: try unpacked(lastDrawing: picture.prefix(count)))
      else {
        Issue.record("\(count) bytes of a picture were accepted")
        continue
      }
    }
  }

  @Test func `a picture of another size is named with its size`() throws {
    let folder = try unpacked(lastDrawing: Fixture.bytes("small.png"))

    #expect(
      failure(in: folder)
        == .wrongImageSize(
          path: "\(folder.path)/\(background)", entry: "A/character01/0001_29.png", width: 28,
          height: 28))
  }

  @Test func `a character with too few drawings is named`() throws {
    #expect(
      failure(in: try unpacked(lastDrawing: nil))
        == .wrongDrawingCount(character: "A/character01", count: 19))
  }

  @Test func `a folder without pictures is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(), to: "\(background)/readme.txt")

    #expect(failure(in: folder) == .noCharacters(path: "\(folder.path)/\(background)"))
  }

  @Test func `errors are sentences with their place`() {
    let error = OmniglotError.damagedImage(
      path: "data/images_background.zip", entry: "A/character01/0001_01.png", reason: "CRC error")
    #expect(
      "\(error)"
        == "'A/character01/0001_01.png' in 'data/images_background.zip' is not an intact PNG: CRC error"
    )
    #expect(
      "\(OmniglotError.missingPart(name: "images_evaluation", folder: "data"))"
        == "'data' has neither 'images_evaluation.zip' nor 'images_evaluation/'"
        + "; run mamlnb fetch omniglot --to 'data' to download them, or say where they are with "
        + "OMNIGLOT=FOLDER")
    #expect(
      "\(OmniglotError.missingPart(name: "images_background", folder: "data/omniglot"))"
        .contains("; run mamlnb fetch omniglot to download them"))
  }
}
