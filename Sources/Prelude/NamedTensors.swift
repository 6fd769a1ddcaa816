internal import Autodiff
internal import CellLanguage

/// Tensors by their names, as cells have them: a dictionary, sorted by name where it comes from a file.
struct NamedTensors: CellConvertible {
  let tensors: [String: Tensor]

  init(_ tensors: [String: Tensor]) { self.tensors = tensors }

  static var cellTypeName: String { "[String: Tensor]" }

  init?(cellValue: Value) {
    guard let pairs = cellValue.pairs else { return nil }
    var tensors: [String: Tensor] = [:]
    for (key, value) in pairs {
      guard let name = key.string, let tensor = value.host(as: Tensor.self) else { return nil }
      tensors[name] = tensor
    }
    self.tensors = tensors
  }

  var cellValue: Value {
    .dictionary(
      tensors.sorted { $0.key < $1.key }.map { (Value($0.key), Value(host: $0.value)) })
  }
}
