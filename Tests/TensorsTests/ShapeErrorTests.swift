import Tensors
import Testing

@Suite struct ShapeErrorTests {
  @Test func `each error says what was expected and what came`() {
    expect("cannot multiply [32, 5] by [4, 8]: inner dimensions 5 and 4 differ") {
      () throws(ShapeError) in try Shape.matmul([32, 5], [4, 8])
    }
    expect(
      "shapes [2, 3] and [4] do not fit together: sizes 3 and 4 along axis -1 differ and neither is 1"
    ) { () throws(ShapeError) in try Shape([2, 3]).broadcast(with: [4]) }
    expect("cannot repeat [2, 3] to fill [3]") { () throws(ShapeError) in
      try Shape([2, 3]).requireFilling([3])
    }
    expect("matmul needs two matrices, got shape [3]") { () throws(ShapeError) in
      try Shape.matmul([2, 3], [3])
    }
    expect("axis 2 is out of range: shape [2, 3] has 2 axes") { () throws(ShapeError) in
      try Shape([2, 3]).index(of: 2)
    }
    expect("axis -1 is named twice") { () throws(ShapeError) in
      try Shape([2, 3]).indices(of: [1, -1])
    }
    expect("[0, 0] does not name each of the 2 axes of [2, 3] once") { () throws(ShapeError) in
      try Shape([2, 3]).transposed([0, 0])
    }
    expect("cannot reshape [2, 3] to [4, -1]: it has 6 elements") { () throws(ShapeError) in
      try Shape([2, 3]).reshaped(to: [4, -1])
    }
    expect("range 1..<4 is out of range: axis 1 of [2, 3] has size 3") { () throws(ShapeError) in
      try Shape([2, 3]).slice([0..<1, 1..<4])
    }
    expect("3 indices for shape [2, 3], which has 2 axes") { () throws(ShapeError) in
      try Shape([2, 3]).slice([0..<1, 0..<1, 0..<1])
    }
    expect("cannot concatenate [2, 3] and [2, 4] along axis 0: the other axes differ") {
      () throws(ShapeError) in try Shape.concatenation(of: [[2, 3], [2, 4]], along: 0)
    }
    expect("cannot concatenate no tensors") { () throws(ShapeError) in
      try Shape.concatenation(of: [], along: 0)
    }
    expect("a shape has at most 8 axes, got 9") { () throws(ShapeError) in
      try Shape(validating: Array(repeating: 1, count: 9))
    }
    expect("a shape has no negative sizes, got [-2]") { () throws(ShapeError) in
      try Shape(validating: [-2])
    }
    expect("a tensor of shape [99999, 99999] is too large: at most 2147483647 elements") {
      () throws(ShapeError) in try Shape(validating: [99_999, 99_999])
    }
  }

  @Test func `images, weights, windows and labels are checked`() {
    expect("conv2d needs images [batch, height, width, channels], got shape [28, 28]") {
      () throws(ShapeError) in try convolution([28, 28], [3, 3, 1, 64])
    }
    expect(
      "conv2d needs weights [kernelHeight, kernelWidth, inputChannels, outputChannels], "
        + "got shape [3, 3]"
    ) { () throws(ShapeError) in try convolution([1, 28, 28, 1], [3, 3]) }
    expect(
      "cannot convolve images [1, 28, 28, 3] with weights [3, 3, 1, 64]: "
        + "the images have 3 channels, the weights take 1"
    ) { () throws(ShapeError) in try convolution([1, 28, 28, 3], [3, 3, 1, 64]) }
    expect("a window [5, 5] does not fit into an image [4, 4]") { () throws(ShapeError) in
      try convolution([1, 4, 4, 1], [5, 5, 1, 1])
    }
    expect("stride must be at least 1, got 0") { () throws(ShapeError) in
      try PoolingGeometry(images: [1, 4, 4, 1], window: 2, stride: 0)
    }
    expect("expected 2 labels, one for each row, got 1") { () throws(ShapeError) in
      try ClassLabels([0], for: [2, 5])
    }
    expect("label 5 is out of range: there are 5 classes") { () throws(ShapeError) in
      try ClassLabels([5], for: [1, 5])
    }
  }

  private func convolution(
    _ images: Shape, _ weights: Shape
  ) throws(ShapeError) -> ConvolutionGeometry {
    try ConvolutionGeometry(images: images, weights: weights, stride: 1, padding: .valid)
  }

  private func expect<Result>(
    _ text: String, from operation: () throws(ShapeError) -> Result,
    at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: ShapeError.self, sourceLocation: location) { _ = try operation() }
    #expect(error?.description == text, sourceLocation: location)
  }
}
