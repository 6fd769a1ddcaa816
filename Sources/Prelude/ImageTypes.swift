public import CellLanguage
public import Images

extension ImageBatch: HostValue, CellConvertible {}
extension GrayImage: HostValue, CellConvertible {}

/// The types that hold pictures, as cells see them.
let imageTypes: [HostType] = [
  HostType(
    ImageBatch.self, "Several pictures of one size.", conformances: ["Equatable"],
    members: [
      property("var count: Int", "The number of pictures.", of: ImageBatch.self) { $0.count },
      property("var width: Int", "The number of columns of each picture.", of: ImageBatch.self) {
        $0.width
      },
      property("var height: Int", "The number of rows of each picture.", of: ImageBatch.self) {
        $0.height
      },
      property(
        "var pixels: [Float]", "The pixels of all pictures: −1 is ink, 1 is paper.",
        of: ImageBatch.self
      ) { $0.pixels },
      HostFunction("subscript(_ index: Int) -> GrayImage", "The picture at a place.") {
        (images: ImageBatch, index: Int) in
        try IndexOutOfRange.check(index, count: images.count)
        return images[index]
      },
    ]),
  HostType(
    GrayImage.self, "One picture in shades of gray.", conformances: ["Equatable"],
    members: [
      property("var width: Int", "The number of columns.", of: GrayImage.self) { $0.width },
      property("var height: Int", "The number of rows.", of: GrayImage.self) { $0.height },
      property(
        "var pixels: [Float]", "The pixels, row by row: −1 is ink, 1 is paper.", of: GrayImage.self
      ) { $0.pixels },
      HostFunction("subscript(_ row: Int, _ column: Int) -> Float", "One pixel.") {
        (image: GrayImage, row: Int, column: Int) in
        try IndexOutOfRange.check(row, count: image.height)
        try IndexOutOfRange.check(column, count: image.width)
        return image[row, column]
      },
    ]),
]
