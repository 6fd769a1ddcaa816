public import FewShotData
public import Images
internal import Plotting

/// Pictures of pictures.
enum ImagePictures {
  /// The most images that are drawn where a value has more.
  static let limit = 20

  /// What some images are, and those of them that are given as a picture.
  static func presentation(_ title: String, _ images: [Image], of count: Int) -> Presentation {
    let rest = images.count < count ? ", the first \(images.count) shown" : ""
    // Ten side by side are still seen in a terminal.
    return Presentation(
      [title + rest],
      picture: images.isEmpty ? nil : show(images, columns: min(10, images.count)))
  }
}

extension Image: Presented {
  /// The size and the picture.
  var presentation: Presentation {
    Presentation([description], picture: show(self))
  }

  /// The size: `28×28`.
  public var summary: String? { "\(width)×\(height)" }

  /// Four bytes for each number of a pixel.
  public var byteCount: Int? { pixels.count * MemoryLayout<Float>.stride }
}

extension ImageBatch: Presented {
  /// How many there are, and the first of them as a picture.
  var presentation: Presentation {
    ImagePictures.presentation(description, Array(prefix(ImagePictures.limit)), of: count)
  }

  /// How many there are and their size: `5 of 28×28`.
  public var summary: String? { "\(count) of \(width)×\(height)" }

  /// Four bytes for each number of a pixel.
  public var byteCount: Int? { pixels.count * MemoryLayout<Float>.stride }
}

extension ImageClass: Presented {
  /// The name and the pictures.
  var presentation: Presentation {
    Presentation([description], picture: images.presentation.picture)
  }

  /// The name.
  public var summary: String? { name }

  /// The bytes of the pictures.
  public var byteCount: Int? { images.byteCount }
}
