import FewShotData
import Foundation
import Images
import SystemFiles
import Testing

/// What another program read from a picture.
private struct Seen: Decodable {
  var name: String
  var width: Int
  var height: Int
  var channels: Int
  var levels: [UInt8]

  static let all: [Seen] = (try? Fixture.decoded("pictures.json", as: [Seen].self)) ?? []
}

@Suite struct LoadImagesTests {
  private static func path(_ name: String) -> String { Fixture.path("pictures/\(name)") }

  /// A folder with pictures of two classes.
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (place, name) in files { try folder.write(Fixture.bytes("pictures/\(name)"), to: place) }
    return folder
  }

  // MARK: - One picture

  @Test(arguments: Seen.all.map(\.name))
  func `pictures of every kind are read as Pillow reads them`(name: String) throws {
    let seen = try #require(Seen.all.first { $0.name == name })

    let image = try loadImage(Self.path(name))

    #expect((image.width, image.height, image.channels) == (seen.width, seen.height, seen.channels))
    // Other versions of libjpeg round otherwise; inks are mixed by other formulas.
    let tolerance = name.hasSuffix("png") ? 0 : name == "inks.jpg" ? 2 : 3
    let worst = zip(levels(image.pixels), seen.levels).map { abs(Int($0) - Int($1)) }.max() ?? 256
    #expect(worst <= tolerance)
  }

  @Test func `gray is made of colours as OpenCV makes it`() throws {
    struct Expected: Decodable { var gray: [UInt8] }
    let folder = try TemporaryFolder()
    let pixels = (0..<16 * 16 * 3).map { Float(hashed($0) % 256) / 255 * 2 - 1 }
    try Image(width: 16, height: 16, channels: 3, pixels: pixels).write(to: "\(folder.path)/a.png")

    let gray = try loadImage("\(folder.path)/a.png", channels: 1)

    #expect(gray.channels == 1)
    #expect(try levels(gray.pixels) == Fixture.decoded("resize.json", as: Expected.self).gray)
  }

  @Test func `a picture that is written is read again`() throws {
    let folder = try TemporaryFolder()
    for name in ["rgb.png", "gray.png"] {
      let image = try loadImage(Self.path(name))
      try image.write(to: "\(folder.path)/\(name)")
      #expect(try loadImage("\(folder.path)/\(name)") == image)
    }
  }

  @Test func `one side keeps the aspect, two stretch or cut`() throws {
    func size(_ image: Image) -> [Int] { [image.width, image.height] }
    let path = Self.path("rgb.png")
    #expect(try size(loadImage(path, width: 24)) == [24, 18])
    #expect(try size(loadImage(path, height: 3)) == [4, 3])
    #expect(try size(loadImage(path, size: 5)) == [5, 5])
    #expect(try size(loadImage(path, size: 5, width: 7)) == [7, 5])
    let cut = try loadImage(path, size: 9, crops: true)
    let whole = try loadImage(path)
    #expect(cut[3, 0, 1] == whole[3, 1, 1])
    #expect(cut[3, 8, 2] == whole[3, 9, 2])
  }

  // MARK: - What is wrong

  @Test(arguments: [
    ("broken-huge.png", "has 2147483647×2147483647 pixels|Invalid IHDR|Image width exceeds"),
    ("broken-large.png", "has 30000×30000 pixels; at most 67108864"),
    ("broken-huge.jpg", "has 65500×65500 pixels"), ("broken-none.png", "is not an intact PNG"),
    ("broken-checksum.png", "is not an intact PNG"),
    ("broken-empty.jpg", "is neither a PNG nor a JPEG"),
    ("broken-page.jpg", "is neither a PNG nor a JPEG"), (".", "Is a directory"),
    ("none.png", "No such file"),
  ])
  func `a broken picture is an error that names the file`(name: String, reason: String) {
    let error = #expect(throws: (any Error).self) { try loadImage(Self.path(name)) }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains(name))
    #expect(reason.split(separator: "|").contains { text.contains($0) }, "\(text)")
  }

  @Test(arguments: ["rgb.png", "interlaced.png", "rgba.png", "rgb.jpg", "progressive.jpeg"])
  func `every truncation is an error and none crashes`(name: String) throws {
    let folder = try TemporaryFolder()
    let whole = try Fixture.bytes("pictures/\(name)")
    // The last bytes only say that the end is there.
    for count in 0..<whole.count - 12 {
      try folder.write(whole.prefix(count), to: "part")
      #expect(throws: ImageFileError.self, "\(count)") { try loadImage("\(folder.path)/part") }
    }
  }

  @Test(arguments: ["rgb.png", "palette.png", "rgb.jpg", "progressive.jpeg", "turned6.jpg"])
  func `a damaged picture never crashes`(name: String) throws {
    let folder = try TemporaryFolder()
    let whole = try Fixture.bytes("pictures/\(name)")
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      try folder.write(damaged, to: "damaged")
      _ = try? loadImage("\(folder.path)/damaged")
    }
  }

  @Test func `sizes that are none are refused`() {
    for size in [0, -1, 4097, .max, .min, 1 << 40] {
      #expect(throws: ImageFileError.wrongSize(name: "size", value: size, limit: 4096)) {
        try loadImage(Self.path("rgb.png"), size: size)
      }
    }
    #expect(throws: ImageFileError.wrongChannels(4)) {
      try loadImage(Self.path("rgb.png"), channels: 4)
    }
  }

  // MARK: - Folders

  @Test func `a folder has a class for each folder in it, sorted by name`() throws {
    let folder = try folder([
      "wren/b.png": "rgb.png", "wren/a.jpg": "turned1.jpg", "robin/c.PNG": "gray.png",
      "robin/d.jpeg": "rgb.jpg", "robin/a.png": "rgba.png",
    ])

    let birds = try loadImages(folder.path)

    #expect(birds.names == ["robin", "wren"])
    #expect(birds.imageCounts == [3, 2])
    #expect(birds.imagesPerClass == 2)
    #expect((birds.width, birds.height, birds.channels) == (12, 9, 3))
    #expect(birds[1].images[1] == (try loadImage(Self.path("rgb.png"))))
    #expect(birds[0].images[1] == (try loadImage(Self.path("gray.png"), channels: 3)))
    #expect(birds.description == "2 classes, 2 to 3 colour images of 12×9 each")
  }

  @Test func `where all are gray the collection is`() throws {
    let folder = try folder(["a/1.png": "gray.png", "b/1.png": "bits.png"])
    #expect(try loadImages(folder.path).channels == 1)
    #expect(try loadImages(folder.path, channels: 3).channels == 3)
  }

  @Test func `what is no picture is passed over, and said`() throws {
    let folder = try folder(["a/1.png": "rgb.png", "b/1.png": "rgb.png"])
    for name in ["notes.txt", "a/list.csv", "a/.hidden.png"] {
      try folder.write(Data("x".utf8), to: name)
    }
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/empty", withIntermediateDirectories: true)
    var said: [String] = []

    let pictures = try loadImages(folder.path, notice: { said.append($0) })

    #expect(pictures.names == ["a", "b"])
    #expect(
      said == [
        "passed over 2 things that are no PNG or JPEG in a class's folder: "
          + "'\(folder.path)/notes.txt', '\(folder.path)/a/list.csv'",
        "passed over a folder without a picture: 'empty'",
      ])
  }

  @Test func `pictures of different sizes need a size`() throws {
    let folder = try folder(["a/1.png": "rgb.png", "b/1.jpg": "turned6.jpg"])
    let error = #expect(throws: ImageFileError.self) { try loadImages(folder.path) }
    #expect(
      "\(error.map { "\($0)" } ?? "")"
        == "'\(folder.path)/b/1.jpg' has 9×12 pixels, but '\(folder.path)/a/1.png' has 12×9; say "
        + "which size all are to have, such as size: 84")
    #expect(try loadImages(folder.path, size: 8).width == 8)
  }

  @Test func `a folder without classes says what was expected`() throws {
    let flat = try folder(["1.png": "rgb.png"])
    let deep = try folder(["train/a/1.png": "rgb.png"])
    let bare = try TemporaryFolder()
    #expect(throws: ImageFileError.noClasses(path: flat.path, pictures: 1)) {
      try loadImages(flat.path)
    }
    #expect(throws: ImageFileError.noClasses(path: bare.path, pictures: 0)) {
      try loadImages(bare.path)
    }
    #expect(throws: ImageFileError.noPictures(path: deep.path, inner: "\(deep.path)/train")) {
      try loadImages(deep.path)
    }
    #expect(throws: FileError.self) { try loadImages("\(bare.path)/none") }
    #expect(throws: FileError.self) { try loadImages("\(flat.path)/1.png") }
  }

  @Test func `a broken picture among others is told by its name`() throws {
    let folder = try folder(["a/1.png": "rgb.png", "a/2.jpg": "broken-page.jpg"])
    #expect(throws: ImageFileError.foreign(path: "\(folder.path)/a/2.jpg")) {
      try loadImages(folder.path)
    }
  }

  @Test func `loading stops when asked to`() throws {
    let folder = try folder(["a/1.png": "rgb.png"])
    #expect(throws: CancellationError.self) { try loadImages(folder.path, interrupt: { true }) }
  }

  // MARK: - Tasks

  @Test func `tasks are drawn from colour pictures of uneven classes`() throws {
    let folder = try folder([
      "a/1.png": "rgb.png", "a/2.png": "palette.png", "b/1.png": "rgba.png", "b/2.png": "rgb16.png",
      "b/3.png": "gray.png",
    ])
    let pictures = try loadImages(folder.path)

    let task = try TaskDistribution(pictures, way: 2, shot: 1, queriesPerClass: 1, shift: 3)[5]

    #expect(task.supportImages.channels == 3)
    #expect((task.supportImages.count, task.queryImages.count) == (2, 2))
    #expect(Set(task.names) == ["a", "b"])
    #expect(
      throws: TaskError.tooFewImages(shot: 1, queriesPerClass: 2, available: 2, name: "a")
    ) {
      try TaskDistribution(pictures, way: 2, shot: 1, queriesPerClass: 2)
    }
  }

  @Test func `colours are mirrored as what is seen`() throws {
    let folder = try folder(["a/1.png": "rgb.png"])
    let both = try loadImages(folder.path).withMirrorImages()
    let (seen, mirrored) = (both[0].images[0], both[1].images[0])
    for (row, column, channel) in [(0, 0, 0), (3, 11, 1), (8, 5, 2)] {
      #expect(mirrored[row, column, channel] == seen[row, 11 - column, channel])
    }
  }
}
