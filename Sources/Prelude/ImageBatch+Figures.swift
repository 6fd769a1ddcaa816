public import FewShotData
public import Plotting

/// Pictures in a grid, row by row, with captions under them.
public func show(
  _ images: ImageBatch, columns: Int? = nil, captions: [String] = [], title: String? = nil,
  size: FigureSize? = nil
) -> Figure {
  show(
    GreyImage.batch(images), columns: columns, captions: captions.map { Caption($0) },
    title: title, size: size)
}

/// Pictures in a grid; under each what was predicted, in another colour where that is wrong.
public func show(
  _ images: ImageBatch, truth: [String], predictions: [String], columns: Int? = nil,
  title: String? = nil, size: FigureSize? = nil
) -> Figure {
  show(
    GreyImage.batch(images), truth: truth, predictions: predictions, columns: columns,
    title: title, size: size)
}

extension GreyImage {
  /// A picture of a few-shot task, to be shown.
  init(_ image: GrayImage) {
    self.init(image.pixels, height: image.height, width: image.width)
  }

  /// The pictures of a batch, to be shown.
  static func batch(_ images: ImageBatch) -> [GreyImage] {
    batch(images.pixels, height: images.height, width: images.width)
  }
}
