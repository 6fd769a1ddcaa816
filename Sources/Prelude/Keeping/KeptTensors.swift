public import Autodiff
public import CellLanguage
public import Tensors

extension Tensor: KeptValue {
  /// Writes the shape and the numbers.
  ///
  /// A tensor that belongs to a gradient, or whose numbers were not to be had, is of no use later.
  public func keep(in writer: inout KeptWriter) throws {
    let scalars = scalars
    guard !isTraced, scalars.count == elementCount, array.isWhole else {
      throw KeptError.notKeepable(type: Self.cellTypeName)
    }
    try writer.write(shape.dimensions)
    try writer.write(scalars)
  }

  /// Reads a tensor.
  public init(from reader: inout KeptReader) throws {
    guard let shape = try? Shape(validating: try reader.read()) else { throw KeptError.damaged }
    let scalars: [Float] = try reader.read()
    guard scalars.count == shape.elementCount else { throw KeptError.damaged }
    self.init(shape: shape, scalars: scalars)
  }
}

extension Padding: KeptValue {
  /// Writes the form.
  public func keep(in writer: inout KeptWriter) throws {
    switch self {
    case .valid: try writer.write(0)
    case .same: try writer.write(1)
    case .uniform(let count):
      try writer.write(2)
      try writer.write(count)
    }
  }

  /// Reads a form.
  public init(from reader: inout KeptReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .valid
    case 1: self = .same
    case 2: self = .uniform(try reader.read())
    default: throw KeptError.damaged
    }
  }
}
