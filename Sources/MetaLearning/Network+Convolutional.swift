public import Autodiff
public import Tensors

extension Network {
  /// The network of the walkthrough: four times convolution, batch normalization,
  /// ReLU and the largest of each 2×2 window, then one dense layer.
  ///
  /// For 5 classes and gray images of 28×28 it has 112,261 parameters, and takes 9.8 million
  /// multiplications an image. `inputs` is the number of channels of an image: 3 for colour.
  public static func pooled(
    way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0
  ) -> Network {
    trapping { () throws(ShapeError) in
      try Checked.pooled(way: way, channels: channels, inputs: inputs, seed: seed)
    }
  }

  /// The network of the paper (Finn et al., 2017): four times convolution with
  /// stride 2, batch normalization and ReLU, then the mean over the image and one dense layer.
  ///
  /// It has as many parameters as ``pooled(way:channels:inputs:seed:)``, and takes 2.7 million
  /// multiplications an image. Unlike the paper's, its normalization also has learned scales.
  public static func strided(
    way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0
  ) -> Network {
    trapping { () throws(ShapeError) in
      try Checked.strided(way: way, channels: channels, inputs: inputs, seed: seed)
    }
  }

  /// The layers of ``pooled(way:channels:inputs:seed:)``.
  static func pooledLayers(way: Int, channels: Int = 64, inputs: Int = 1) -> [Layer] {
    layers(way: way, channels: channels, inputs: inputs, stride: 1, then: [.relu, .maxPool()])
  }

  /// The layers of ``strided(way:channels:inputs:seed:)``.
  static func stridedLayers(way: Int, channels: Int = 64, inputs: Int = 1) -> [Layer] {
    layers(way: way, channels: channels, inputs: inputs, stride: 2, then: [.relu])
  }

  private static func layers(
    way: Int, channels: Int, inputs: Int, stride: Int, then end: [Layer]
  ) -> [Layer] {
    let blocks = (0..<4).flatMap { block in
      [
        Layer.convolution(
          inputs: block == 0 ? inputs : channels, outputs: channels, stride: stride),
        .batchNormalization(channels: channels),
      ] + end
    }
    return blocks + [.globalMean, .dense(inputs: channels, outputs: way)]
  }
}

extension Checked {
  /// Returns the network of the walkthrough, as `Network.pooled` is.
  public static func pooled(
    way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0
  ) throws(ShapeError) -> Network {
    try ShapeError.checkSize(way, "way")
    try ShapeError.checkSize(channels, "channels")
    try ShapeError.checkSize(inputs, "inputs")
    return try Network(
      Network.pooledLayers(way: way, channels: channels, inputs: inputs), seed: seed)
  }

  /// Returns the network of the paper, as `Network.strided` is.
  public static func strided(
    way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0
  ) throws(ShapeError) -> Network {
    try ShapeError.checkSize(way, "way")
    try ShapeError.checkSize(channels, "channels")
    try ShapeError.checkSize(inputs, "inputs")
    return try Network(
      Network.stridedLayers(way: way, channels: channels, inputs: inputs), seed: seed)
  }
}
