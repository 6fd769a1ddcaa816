import Images
import Plotting
import Testing

struct ImageGridTests {
  private let gnuplot = GnuplotProcess()

  /// An image that holds each of 256 grey levels somewhere.
  private func gradient(_ shift: Int, height: Int = 16, width: Int = 16) -> Image {
    let levels = (0..<height * width).map { Float(($0 * 7 + shift) % 256) / 255 * 2 - 1 }
    return Image(width: width, height: height, pixels: levels)
  }

  /// Checks every element of every image against the pixel in the middle of its square.
  private func expectExact(
    _ images: [Image], columns: Int, size: FigureSize? = nil, title: String? = nil
  ) throws {
    let figure = show(images, columns: columns, title: title, size: size)
    let picture = try #require(PNGPicture(try gnuplot.png(figure)))
    guard case .images(let grid) = figure.content else { return }
    let layout = ImageLayout(preferredFor: grid)
    let top = picture.height - layout.size.height + ImageLayout.margin
    var wrong = 0

    for (index, image) in images.enumerated() {
      let left = layout.left(ofColumn: index % columns)
      let upper = layout.top(ofRow: index / columns)
      for row in 0..<image.height {
        for column in 0..<image.width {
          let x = ImageLayout.margin + (left + column) * layout.scale + layout.scale / 2
          let y = top + (upper + row) * layout.scale + layout.scale / 2
          let grey = UInt8(((image.pixels[row * image.width + column] + 1) / 2 * 255).rounded())
          if picture[x, y] != [grey, grey, grey] { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test func `every element of a grid has its own grey level in the picture`() throws {
    try expectExact((0..<25).map { gradient($0 * 11) }, columns: 5)
    try expectExact((0..<6).map { gradient($0, height: 28, width: 28) }, columns: 3, title: "Tasks")
  }

  @Test func `a single image is drawn exactly`() throws {
    try expectExact([gradient(3, height: 28, width: 28)], columns: 1, title: "One")
    try expectExact([gradient(3, height: 5, width: 9)], columns: 1)
  }

  @Test func `an image of 500 by 500 is drawn exactly`() throws {
    try expectExact([gradient(1, height: 500, width: 500)], columns: 1)
  }

  @Test func `an image of one element is a picture`() throws {
    let picture = PNGPicture(try gnuplot.png(show(Image(width: 1, height: 1, pixels: [-1]))))

    #expect(picture?[20, 20] == [0, 0, 0])
  }

  @Test func `a grid too large for a canvas is averaged`() throws {
    let light = Image(width: 2, height: 2, pixels: [1, 1, 1, -1])
    let figure = show(Array(repeating: light, count: 250_000), columns: 500)

    let picture = try #require(PNGPicture(try gnuplot.png(figure)))

    #expect(picture.width <= 1_600 && picture.height <= 1_600)
  }

  @Test func `shrinking averages the elements that are covered`() {
    let image = Image(width: 3, height: 2, pixels: [0, 2, 4, 6, 8, 10])

    #expect(image.shrunk(width: 1, height: 1).pixels == [5])
    #expect(image.shrunk(width: 3, height: 1).pixels == [3, 5, 7])
    #expect(image.shrunk(width: 3, height: 2) == image)
  }

  @Test func `numbers that are not numbers stand out, and others are held to the range`() throws {
    let image = Image(width: 2, height: 2, pixels: [.nan, -5, 5, .infinity])
    let picture = try #require(
      PNGPicture(try gnuplot.png(show(image, size: FigureSize(width: 216, height: 216)))))

    #expect(picture[58, 58] == [0xCC, 0x79, 0xA7])
    #expect(picture[158, 58] == [0, 0, 0])
    #expect(picture[58, 158] == [255, 255, 255])
    #expect(picture[158, 158] == [255, 255, 255])
  }
}
