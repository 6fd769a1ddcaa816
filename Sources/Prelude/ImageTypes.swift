internal import Autodiff
public import CellLanguage
public import Images
internal import MetaLearning

extension ImageBatch: HostValue, CellConvertible {}
extension Image: HostValue, CellConvertible {}

/// The types that hold pictures, as cells see them.
let imageTypes: [HostType] = [
  HostType(
    ImageBatch.self, "Several pictures of one size.", conformances: ["Equatable"],
    members: [
      HostFunction(
        "init(_ tensor: Tensor) throws",
        """
        The pictures of numbers from −1 (black, ink) to 1 (white, paper): `[count, height, width]`, or \
        with 1 or 3 channels as a last axis.
        """
      ) { (tensor: Tensor) in try ImageBatch(tensor) },
      HostFunction("init(_ images: [Image]) throws", "Pictures of one size, one after another.") {
        (images: [Image]) in try ImageBatch(images)
      },
      property("var count: Int", "The number of pictures.", of: ImageBatch.self) { $0.count },
      property("var width: Int", "The number of columns of each picture.", of: ImageBatch.self) {
        $0.width
      },
      property("var height: Int", "The number of rows of each picture.", of: ImageBatch.self) {
        $0.height
      },
      property(
        "var channels: Int", "The numbers of a pixel: 1 for gray, 3 for colour.",
        of: ImageBatch.self
      ) { $0.channels },
      property(
        "var pixels: [Float]", "The pixels of all pictures: −1 is ink, 1 is paper.",
        of: ImageBatch.self
      ) { $0.pixels },
      HostFunction("subscript(_ index: Int) -> Image", "The picture at a place.") {
        (images: ImageBatch, index: Int) in
        try IndexOutOfRange.check(index, count: images.count)
        return images[index]
      },
    ]),
  HostType(
    Image.self, "One picture, in shades of gray or in colour.", conformances: ["Equatable"],
    members: [
      HostFunction(
        "init(_ tensor: Tensor) throws",
        """
        The picture of numbers from −1 (black, ink) to 1 (white, paper): `[height, width]`, or with 1 or \
        3 channels as a last axis.
        """
      ) { (tensor: Tensor) in try Image(tensor) },
      property("var width: Int", "The number of columns.", of: Image.self) { $0.width },
      property("var height: Int", "The number of rows.", of: Image.self) { $0.height },
      property(
        "var channels: Int", "The numbers of a pixel: 1 for gray, 3 for colour.", of: Image.self
      ) { $0.channels },
      property(
        "var pixels: [Float]", "The pixels, row by row: −1 is ink, 1 is paper.", of: Image.self
      ) { $0.pixels },
      HostFunction(
        "subscript(_ row: Int, _ column: Int) -> Float",
        "One pixel of a gray picture, or the red of one in colour."
      ) { (image: Image, row: Int, column: Int) in try pixel(of: image, row, column, 0) },
      HostFunction(
        "subscript(_ row: Int, _ column: Int, _ channel: Int) -> Float",
        "One channel of one pixel.",
        pixel),
    ]),
]

@Sendable private func pixel(
  of image: Image, _ row: Int, _ column: Int, _ channel: Int
) throws(IndexOutOfRange) -> Float {
  try IndexOutOfRange.check(row, count: image.height)
  try IndexOutOfRange.check(column, count: image.width)
  try IndexOutOfRange.check(channel, count: image.channels)
  return image[row, column, channel]
}

/// How cells make tensors of pictures.
let imageTensors: [HostFunction] = [
  HostFunction(
    "init(_ images: ImageBatch)", "The pixels of pictures, as `[count, height, width, channels]`."
  ) { (images: ImageBatch) in Tensor(images) },
  HostFunction("init(_ image: Image)", "The pixels of a picture, as `[height, width, channels]`.") {
    (image: Image) in Tensor(image)
  },
]
