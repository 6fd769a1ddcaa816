internal import Autodiff
public import MetaLearning
internal import Text

extension Network: Presented {
  /// The layers, one a line.
  var presentation: Presentation {
    let title =
      "Network, \(counted(layers.count, "layer")), \(counted(parameterCount, "parameter"))"
    return Presentation([title] + table)
  }

  /// The layers as a table: what each does, what it makes of an input, how many numbers it has
  /// learned, and how large they are.
  private var table: [String] {
    guard !layers.isEmpty else { return [] }
    let outputs = LayerOutput.outputs(of: layers)
    let isOfImages = layers.contains { if case .convolution = $0 { true } else { false } }
    var table = ValueTable([
      ("", .right), ("layer", .left), (isOfImages ? "output for 28×28" : "output", .left),
      ("parameters", .right), ("norm", .right),
    ])
    var rest = parameters[...]
    // A gap in place of the middle of what nobody would read.
    let hidden = layers.count > 60 ? 40..<layers.count - 10 : 0..<0
    for (index, layer) in layers.enumerated() {
      let own = rest.prefix(layer.parameterTensorCount)
      rest = rest.dropFirst(own.count)
      if hidden.contains(index) {
        if index == hidden.lowerBound { table.addGap() }
        continue
      }
      let count = own.reduce(0) { $0 + $1.elementCount }
      table.add([
        "\(index)", cut(layer.line, to: 36), outputs[index]?.text ?? "",
        own.isEmpty ? "" : "\(count)",
        own.isEmpty ? "" : Tensor.normText(of: own),
      ])
    }
    return table.lines
  }

  /// The number of parameters: `112261 parameters`.
  public var summary: String? { counted(parameterCount, "parameter") }

  /// Four bytes for each parameter.
  public var byteCount: Int? { parameterCount * MemoryLayout<Float>.stride }
}

extension Layer {
  /// How many tensors the layer learns.
  fileprivate var parameterTensorCount: Int {
    switch self {
    case .convolution, .batchNormalization, .dense: 2
    case .relu, .tanh, .maxPool, .globalMean, .flatten: 0
    }
  }
}

extension MetaParameters: Presented {
  /// All tensors, one a line.
  var presentation: Presentation {
    let named = namedParameters
    let count = named.reduce(0) { $0 + $1.tensor.elementCount }
    var table = ValueTable([
      ("name", .left), ("shape", .left), ("count", .right), ("norm", .right),
    ])
    for (index, (name, tensor)) in named.enumerated() {
      if named.count > 60, 40..<named.count - 10 ~= index {
        if index == 40 { table.addGap() }
        continue
      }
      table.add([name, tensor.summary ?? "", "\(tensor.elementCount)", tensor.normText])
    }
    table.add([
      "all", "", "\(count)", Tensor.normText(of: named.map(\.tensor)[...]),
    ])
    return Presentation(
      ["MetaParameters, \(counted(named.count, "tensor"))"] + table.lines)
  }

  /// The number of parameters, those besides the network's among them.
  public var summary: String? { counted(parameterCount, "parameter") }

  /// Four bytes for each parameter.
  public var byteCount: Int? { parameterCount * MemoryLayout<Float>.stride }
}

extension Tensor {
  /// The norm of all numbers of several tensors, as text.
  fileprivate static func normText(of tensors: ArraySlice<Tensor>) -> String {
    let sums = tensors.map(\.squareSum)
    guard !sums.contains(nil) else { return "" }
    return significant(sums.reduce(0) { $0 + ($1 ?? 0) }.squareRoot())
  }
}
