public import Autodiff
internal import FewShotData
package import SystemFiles
internal import Tensors

/// Returns the tensors of a safetensors file by their names, whatever wrote it; each number as the
/// nearest `Float`, and shapes as they are in the file.
public func loadTensors(_ path: String) throws -> [String: Tensor] {
  try loadTensors(path, in: .everywhere)
}

/// Returns the tensors of one of the files that may be used.
package func loadTensors(_ path: String, in files: FileAccess) throws -> [String: Tensor] {
  var tensors: [String: Tensor] = [:]
  for (name, stored) in try SafeTensors(contentsOf: path, in: files).tensors {
    tensors[name] = Tensor(shape: try Shape(validating: stored.shape), scalars: stored.numbers)
  }
  return tensors
}

/// Writes named tensors as a safetensors file.
///
///     try save(["weight": w, "bias": b], "layer.safetensors")
///     // safetensors.torch.load_file("layer.safetensors")
public func save(_ tensors: [String: Tensor], _ path: String) throws {
  try save(tensors, path, in: .everywhere)
}

/// Writes named tensors to one of the files that may be used.
package func save(
  _ tensors: [String: Tensor], _ path: String, in files: FileAccess, makingFolders: Bool = false
) throws {
  try FileNameError.check(path, endsIn: ".safetensors", for: "a dictionary of tensors")
  if tensors[SafeTensors.metadataKey] != nil {
    throw NamedTensorsError.reservedName(SafeTensors.metadataKey)
  }
  var file = SafeTensors(metadata: ["format": "pt"])
  for (name, tensor) in tensors {
    file.tensors[name] = StoredTensor(
      shape: tensor.shape.dimensions, floats: try tensor.wholeScalars)
  }
  try file.write(to: path, in: files, makingFolders: makingFolders)
}

/// Writes a network as a safetensors file, which ``Network/init(contentsOf:)`` reads again and PyTorch
/// takes as a `state_dict`.
public func save(_ network: Network, _ path: String) throws {
  try save(network, path, in: .everywhere)
}

/// Writes a network to one of the files that may be used.
package func save(
  _ network: Network, _ path: String, in files: FileAccess, makingFolders: Bool = false
) throws {
  try FileNameError.check(path, endsIn: ".safetensors", for: "a network")
  try TrainedModel(MetaParameters(network: network))
    .write(to: path, in: files, makingFolders: makingFolders)
}

/// Why tensors are not saved under their names.
public enum NamedTensorsError: Error, Equatable {
  /// The format has something else under the name.
  case reservedName(String)
}

extension NamedTensorsError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .reservedName(let name): "a safetensors file cannot have a tensor called '\(name)'"
    }
  }
}
