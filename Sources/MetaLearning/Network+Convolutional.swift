public import Autodiff
public import Tensors

extension Network {
  /// The network of the walkthrough for 28×28 images: four times convolution, batch normalization,
  /// ReLU and the largest of each 2×2 window, then one dense layer.
  ///
  /// It has 112,261 parameters for 5 classes, and takes 9.8 million multiplications an image.
  public static func pooled(way: Int, channels: Int = 64, seed: Int = 0) -> Network {
    trapping { () throws(ShapeError) in
      try Checked.pooled(way: way, channels: channels, seed: seed)
    }
  }

  /// The network of the paper (Finn et al., 2017) for 28×28 images: four times convolution with
  /// stride 2, batch normalization and ReLU, then the mean over the image and one dense layer.
  ///
  /// It has as many parameters as ``pooled(way:channels:seed:)``, and takes 2.7 million
  /// multiplications an image. Unlike the paper's, its normalization also has learned scales.
  public static func strided(way: Int, channels: Int = 64, seed: Int = 0) -> Network {
    trapping { () throws(ShapeError) in
      try Checked.strided(way: way, channels: channels, seed: seed)
    }
  }

  /// The layers of ``pooled(way:channels:seed:)``.
  static func pooledLayers(way: Int, channels: Int = 64) -> [Layer] {
    layers(way: way, channels: channels, stride: 1, then: [.relu, .maxPool()])
  }

  /// The layers of ``strided(way:channels:seed:)``.
  static func stridedLayers(way: Int, channels: Int = 64) -> [Layer] {
    layers(way: way, channels: channels, stride: 2, then: [.relu])
  }

  private static func layers(
    way: Int, channels: Int, stride: Int, then end: [Layer]
  ) -> [Layer] {
    let blocks = (0..<4).flatMap { block in
      [
        Layer.convolution(inputs: block == 0 ? 1 : channels, outputs: channels, stride: stride),
        .batchNormalization(channels: channels),
      ] + end
    }
    return blocks + [.globalMean, .dense(inputs: channels, outputs: way)]
  }
}

extension Checked {
  /// Returns the network of the walkthrough, as `Network.pooled` is.
  public static func pooled(
    way: Int, channels: Int = 64, seed: Int = 0
  ) throws(ShapeError) -> Network {
    try ShapeError.checkSize(way, "way")
    try ShapeError.checkSize(channels, "channels")
    return try Network(Network.pooledLayers(way: way, channels: channels), seed: seed)
  }

  /// Returns the network of the paper, as `Network.strided` is.
  public static func strided(
    way: Int, channels: Int = 64, seed: Int = 0
  ) throws(ShapeError) -> Network {
    try ShapeError.checkSize(way, "way")
    try ShapeError.checkSize(channels, "channels")
    return try Network(Network.stridedLayers(way: way, channels: channels), seed: seed)
  }
}
