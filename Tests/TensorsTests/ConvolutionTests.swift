import Tensors
import Testing

@Suite struct ConvolutionTests {
  struct Case: CustomTestStringConvertible {
    var images: Shape
    var weights: Shape
    var stride = 1
    var padding = Padding.valid
    var testDescription: String { "\(images) ∗ \(weights), stride \(stride), \(padding)" }
  }

  static let cases = [
    Case(images: [1, 1, 1, 1], weights: [1, 1, 1, 1]),
    Case(images: [2, 5, 7, 3], weights: [3, 3, 3, 5]),
    Case(images: [2, 5, 7, 3], weights: [3, 3, 3, 5], padding: .same),
    Case(images: [3, 28, 28, 1], weights: [3, 3, 1, 17], padding: .same),
    Case(images: [2, 14, 14, 16], weights: [3, 3, 16, 16], stride: 2, padding: .same),
    Case(images: [2, 7, 7, 8], weights: [3, 3, 8, 24], stride: 2, padding: .same),
    Case(images: [2, 4, 4, 13], weights: [3, 3, 13, 2], stride: 2, padding: .same),
    Case(images: [1, 8, 9, 2], weights: [2, 4, 2, 3], stride: 3, padding: .uniform(1)),
    Case(images: [1, 9, 9, 2], weights: [2, 2, 2, 3], stride: 4),
    Case(images: [2, 3, 3, 64], weights: [3, 3, 64, 64], padding: .same),
    Case(images: [0, 5, 5, 2], weights: [3, 3, 2, 3]),
    Case(images: [2, 5, 5, 0], weights: [3, 3, 0, 3]),
    Case(images: [2, 5, 5, 2], weights: [3, 3, 2, 0]),
  ]

  @Test(arguments: cases)
  func `a convolution slides its weights over the images`(example: Case) throws {
    let geometry = try ConvolutionGeometry(
      images: example.images, weights: example.weights, stride: example.stride,
      padding: example.padding)
    let x = random(example.images, seed: 1)
    let w = random(example.weights, seed: 2)

    let result = DenseArray.convolution(x, w, geometry)

    #expect(difference(result, convolution(Naive(x), Naive(w), example)) < 1e-5)
  }

  @Test(arguments: cases)
  func `the two gradients are the adjoints`(example: Case) throws {
    let geometry = try ConvolutionGeometry(
      images: example.images, weights: example.weights, stride: example.stride,
      padding: example.padding)
    let x = random(example.images, seed: 1)
    let w = random(example.weights, seed: 2)
    let g = random(geometry.result, seed: 3)
    var images = Naive(shape: example.images.dimensions) { _ in 0 }
    var weights = Naive(shape: example.weights.dimensions) { _ in 0 }
    let (left, right, cotangent) = (Naive(x), Naive(w), Naive(g))
    eachProduct(example, result: geometry.result.dimensions) { result, image, weight in
      images[image] += cotangent[result] * right[weight]
      weights[weight] += cotangent[result] * left[image]
    }

    #expect(difference(.convolutionImageGradient(g, w, geometry), images) < 1e-5)
    #expect(difference(.convolutionWeightGradient(x, g, geometry), weights) < 1e-5)
  }

  @Test func `a stride of 2 pads as the paper's network does`() throws {
    var sizes: [Int] = []
    var images: Shape = [1, 28, 28, 1]
    for _ in 0..<4 {
      let geometry = try ConvolutionGeometry(
        images: images, weights: [3, 3, 1, 1], stride: 2, padding: .same)
      images = geometry.result
      sizes.append(images[1])
    }

    #expect(sizes == [14, 7, 4, 2])
  }
}

private func convolution(_ x: Naive, _ w: Naive, _ example: ConvolutionTests.Case) -> Naive {
  let geometry = try? ConvolutionGeometry(
    images: example.images, weights: example.weights, stride: example.stride,
    padding: example.padding)
  let shape = geometry?.result.dimensions ?? []
  var result = Naive(shape: shape, values: indices(of: shape).map { _ in 0 })
  eachProduct(example, result: shape) { place, image, weight in
    result[place] += x[image] * w[weight]
  }
  return result
}

/// Calls `body` with the indices of each product that a convolution adds up.
private func eachProduct(
  _ example: ConvolutionTests.Case, result: [Int], body: ([Int], [Int], [Int]) -> Void
) {
  let (images, weights) = (example.images.dimensions, example.weights.dimensions)
  let before = (0..<2).map { axis in
    switch example.padding {
    case .valid: 0
    case .uniform(let amount): amount
    case .same:
      max((result[axis + 1] - 1) * example.stride + weights[axis] - images[axis + 1], 0) / 2
    }
  }
  for place in indices(of: result) {
    for window in indices(of: [weights[0], weights[1], weights[2]]) {
      let row = place[1] * example.stride + window[0] - before[0]
      let column = place[2] * example.stride + window[1] - before[1]
      guard (0..<images[1]).contains(row), (0..<images[2]).contains(column) else { continue }
      body(place, [place[0], row, column, window[2]], window + [place[3]])
    }
  }
}
