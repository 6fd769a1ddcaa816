internal import CKernels

/// One of the two convolutional networks that the fused passes know, for a number of classes.
///
/// Both take 28×28 images through four layers of a 3×3 convolution with 64 filters, batch
/// normalization with the batch's own statistics, and ReLU, then through a linear layer.
package struct FusedNetwork: Sendable, Hashable {
  /// How the maps shrink from layer to layer.
  package enum Reduction: Sendable {
    /// Convolutions keep the size and 2×2 max pooling halves it: 28, 14, 7, 3, 1.
    case maximumPooling
    /// Convolutions have stride 2: 28, 14, 7, 4, 2; the last maps are averaged.
    case stride
  }

  /// How the maps shrink from layer to layer.
  package let reduction: Reduction
  /// How many classes the linear layer tells apart.
  package let way: Int

  /// Creates the network with a reduction for `way` classes.
  package init(_ reduction: Reduction, way: Int) {
    precondition(way >= 1, "a network needs at least one class")
    self.reduction = reduction
    self.way = way
  }
}

// MARK: - Sizes

extension FusedNetwork {
  /// How high and how wide images are.
  package static let imageSide = 28
  /// How many filters each convolution has.
  package static let channels = 64
  /// How many layers of a convolution with its batch normalization there are.
  package static let depth = 4

  /// How many weights layer 0, 1, 2 or 3 has: 3×3 for each filter and each channel of its input.
  static func weightCount(ofLayer layer: Int) -> Int {
    3 * 3 * (layer == 0 ? 1 : channels) * channels
  }

  /// How many scales and offsets a layer's normalization has.
  static let normalizationCount = 2 * channels
}

// MARK: - Layers

extension FusedNetwork {
  /// The first layer's stride; with stride 1 it pools.
  var firstStride: Int64 {
    switch reduction {
    case .maximumPooling: 1
    case .stride: 2
    }
  }

  /// The layers after the first.
  var convolutionLayers: [ConvolutionLayer] {
    switch reduction {
    case .maximumPooling:
      [
        ConvolutionLayer(ck_convolution_14, index: 0, inputSize: 14, mapSize: 14, window: 2),
        ConvolutionLayer(ck_convolution_7, index: 1, inputSize: 7, mapSize: 7, window: 2),
        ConvolutionLayer(ck_convolution_3, index: 2, inputSize: 3, mapSize: 3, window: 2),
      ]
    case .stride:
      [
        ConvolutionLayer(ck_convolution_14_strided, index: 0, inputSize: 14, mapSize: 7, window: 1),
        ConvolutionLayer(ck_convolution_7_strided, index: 1, inputSize: 7, mapSize: 4, window: 1),
        ConvolutionLayer(ck_convolution_4_strided, index: 2, inputSize: 4, mapSize: 2, window: 1),
      ]
    }
  }

  /// How many pixels of the last layer's result are averaged to a feature; 1 is no average.
  var averagedPixels: Int {
    switch reduction {
    case .maximumPooling: 1
    case .stride: 4
    }
  }
}
