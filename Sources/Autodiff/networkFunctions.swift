public import Tensors

// The layers of networks, as functions.

/// Returns images `[batch, height, width, channels]` convolved with weights
/// `[kernelHeight, kernelWidth, inputChannels, outputChannels]`.
///
/// As everywhere in this field, the weights are not flipped. There is no bias: add one.
public func conv2d(
  _ images: Tensor, _ weights: Tensor, stride: Int = 1, padding: Padding = .valid
) -> Tensor {
  trapping { () throws(ShapeError) in
    try Checked.conv2d(images, weights, stride: stride, padding: padding)
  }
}

/// Returns the largest value of each window of `[batch, height, width, channels]` images.
///
/// Windows are `stride` apart (without one, next to each other); rows and columns that fill no
/// window are left out. Of equal values, the first has the derivative.
public func maxPool(_ images: Tensor, window: Int = 2, stride: Int? = nil) -> Tensor {
  trapping { () throws(ShapeError) in
    try Checked.maxPool(images, window: window, stride: stride)
  }
}

/// Returns the mean of each window of `[batch, height, width, channels]` images.
///
/// Windows are `stride` apart (without one, next to each other); rows and columns that fill no
/// window are left out.
public func averagePool(_ images: Tensor, window: Int = 2, stride: Int? = nil) -> Tensor {
  trapping { () throws(ShapeError) in
    try Checked.averagePool(images, window: window, stride: stride)
  }
}

/// Returns x brought to mean 0 and variance 1 over its last axis, at each place of the others, times
/// `scale`, plus `offset`.
///
/// The variance is divided by the number of elements. The derivatives go through both.
public func layerNorm(
  _ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5
) -> Tensor {
  trapping { () throws(ShapeError) in
    try Checked.layerNorm(x, scale: scale, offset: offset, epsilon: epsilon)
  }
}

/// Returns x with each element made 0 with a probability, and the others divided by the probability
/// that they stay: what a network is trained with, and not tested.
public func dropout(
  _ x: Tensor, rate: Float = 0.5, using generator: inout some RandomNumberGenerator
) -> Tensor {
  vouchedFor { try Checked.dropout(x, rate: rate, using: &generator) }
}

/// Returns x with each element made 0 with a probability, and the others divided by the probability
/// that they stay; which ones, no seed repeats.
public func dropout(_ x: Tensor, rate: Float = 0.5) -> Tensor {
  var generator = SystemRandomNumberGenerator()
  return dropout(x, rate: rate, using: &generator)
}

/// Returns x brought to mean 0 and variance 1 in each channel of its last axis, times `scale`, plus
/// `offset`.
///
/// Mean and variance are x's own, over all other axes; the variance is divided by the number of
/// elements. The derivatives go through them.
public func batchNorm(
  _ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5
) -> Tensor {
  trapping { () throws(ShapeError) in
    try Checked.batchNorm(x, scale: scale, offset: offset, epsilon: epsilon)
  }
}

/// Returns numbers above 0 that sum to 1 along an axis, in proportion to exp(x).
public func softmax(_ x: Tensor, along axis: Int = -1) -> Tensor {
  trapping { () throws(ShapeError) in try Checked.softmax(x, along: axis) }
}

/// Returns the logarithm of the softmax along an axis.
public func logSoftmax(_ x: Tensor, along axis: Int = -1) -> Tensor {
  trapping { () throws(ShapeError) in try Checked.logSoftmax(x, along: axis) }
}

/// Returns the mean over rows of −log softmax(logits)[label]; logits are `[rows, classes]`, labels
/// are numbered from 0.
public func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) -> Tensor {
  trapping { () throws(ShapeError) in try Checked.softmaxCrossEntropy(logits, labels: labels) }
}
