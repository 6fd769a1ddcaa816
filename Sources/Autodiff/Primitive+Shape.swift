package import Tensors

extension Primitive {
  /// Returns the shape of the result for operands of some shapes, or says why there is none.
  package func resultShape(of operands: [Shape]) throws(ShapeError) -> Shape {
    guard let first = operands.first else { throw .nothingToConcatenate }
    switch self {
    case .unary, .affine, .power:
      return first
    case .binary:
      return try first.broadcast(with: operands[1])
    case .broadcast(let target):
      try first.requireFilling(target)
      return target
    case .sum(let target):
      try target.requireFilling(first)
      return target
    case .reshape(let target):
      return try first.reshaped(to: target.dimensions)
    case .transpose(let permutation):
      return try first.transposed(permutation)
    case .slice(let ranges):
      return try first.slice(ranges)
    case .embed(let target, let origin):
      _ = try target.slice(zip(origin, first.dimensions).map { $0..<$0 + $1 })
      return target
    case .concatenate(let axis):
      return try .concatenation(of: operands, along: axis)
    case .gather(let map):
      return try first.required(map.source, by: "gather", giving: map.shape)
    case .scatter(let map):
      return try first.required(map.shape, by: "scatter", giving: map.source)
    case .runningSum:
      return try first.requiringRows(for: "a cumulative sum")
    case .matmul(let transposeLhs, let transposeRhs):
      return try .matmul(
        first, transposed: transposeLhs, operands[1], transposed: transposeRhs)
    case .convolution(let geometry):
      _ = try first.required(geometry.images, by: "convolution", giving: first)
      return try operands[1].required(
        geometry.weights, by: "convolution", giving: geometry.result)
    case .convolutionImageGradient(let geometry):
      _ = try first.required(geometry.result, by: "convolution", giving: first)
      return try operands[1].required(
        geometry.weights, by: "convolution", giving: geometry.images)
    case .convolutionWeightGradient(let geometry):
      _ = try first.required(geometry.images, by: "convolution", giving: first)
      return try operands[1].required(
        geometry.result, by: "convolution", giving: geometry.weights)
    case .standardize:
      return try first.requiringRows(for: "batch norm")
    case .inverseDeviation:
      return [try first.requiringRows(for: "batch norm")[-1]]
    case .removeMoments:
      return try operands[1].required(
        try first.requiringRows(for: "batch norm"), by: "batch norm", giving: first)
    case .batchNorm:
      try first.requireChannels(of: operands[1...])
      return first
    case .batchNormGradient:
      try first.requireChannels(of: operands[2...])
      return try operands[1].required(first, by: "batch norm", giving: first)
    case .batchNormScaleGradient, .batchNormOffsetGradient:
      try first.requireChannels(of: [])
      return try operands[1].required(first, by: "batch norm", giving: [first[-1]])
    case .batchNormCurvature:
      try first.requireChannels(of: operands[3...])
      _ = try operands[1].required(first, by: "batch norm", giving: first)
      return try operands[2].required(first, by: "batch norm", giving: first)
    case .batchNormScaleCurvature:
      try first.requireChannels(of: [])
      _ = try operands[1].required(first, by: "batch norm", giving: first)
      return try operands[2].required(first, by: "batch norm", giving: [first[-1]])
    case .softmax, .logSoftmax:
      return try first.requiringRows(for: "softmax")
    case .crossEntropy(let labels):
      _ = try first.requiringLogits(for: labels)
      return .scalar
    case .crossEntropyGradient(let labels):
      return try first.requiringLogits(for: labels)
    }
  }
}

extension Shape {
  fileprivate func required(
    _ expected: Shape, by operation: String, giving result: Shape
  ) throws(ShapeError) -> Shape {
    guard self == expected else { throw .shapesDiffer(operation: operation, expected, self) }
    return result
  }

  fileprivate func requiringRows(for operation: String) throws(ShapeError) -> Shape {
    guard rank >= 1 else {
      throw .wrongRank(operation: operation, expected: "at least one axis", found: self)
    }
    return self
  }

  /// Checks that there are rows, and numbers for each of their channels.
  fileprivate func requireChannels(of numbers: ArraySlice<Shape>) throws(ShapeError) {
    let channels: Shape = [try requiringRows(for: "batch norm")[-1]]
    for shape in numbers { _ = try shape.required(channels, by: "batch norm", giving: shape) }
  }

  fileprivate func requiringLogits(for labels: ClassLabels) throws(ShapeError) -> Shape {
    guard rank == 2, self[0] == labels.count else {
      throw .labelCount(found: labels.count, expected: rank == 0 ? 1 : self[0])
    }
    return self
  }
}
