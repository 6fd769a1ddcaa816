internal import Allowances
package import FewShotData

/// Named tensors and texts about them: what a safetensors file holds.
///
/// The format is that of the reference implementation (huggingface/safetensors): the length of the
/// header in eight bytes, the lowest first; the header, a JSON object with each tensor's type, shape
/// and place, filled up with spaces so that numbers start at a multiple of eight bytes; then the
/// tensors' bytes without a gap. Reading checks all of it, see ``SafeTensorsFault``.
package struct SafeTensors: Sendable, Equatable {
  /// The texts, by their names.
  package var metadata: [String: String]
  /// The tensors, by their names.
  package var tensors: [String: StoredTensor]

  /// Creates the contents of a file.
  package init(metadata: [String: String] = [:], tensors: [String: StoredTensor] = [:]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  /// The longest header there can be, as in the reference implementation.
  static let headerLimit = 100_000_000
  /// The member of the header that has the texts.
  static let metadataKey = "__metadata__"
}

/// A tensor as a file has it: a kind of numbers, a shape, and bytes.
package struct StoredTensor: Sendable, Equatable {
  /// The kind of its numbers.
  package let kind: NumberKind
  /// The extent of each axis.
  package let shape: [Int]
  /// The numbers, the last axis first, the lowest byte of each first.
  package let bytes: [UInt8]

  /// Creates a tensor that has the bytes its shape asks for.
  init(kind: NumberKind, shape: [Int], bytes: [UInt8]) {
    self.kind = kind
    self.shape = shape
    self.bytes = bytes
  }

  /// Creates a tensor of `float32`.
  package init(shape: [Int], floats: [Float]) {
    precondition(
      shape.reduce(1, *) == floats.count || Allowance.isSpent,
      "the shape says another number of floats")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * floats.count)
    for float in floats {
      for shift in stride(from: 0, to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: float.bitPattern >> shift))
      }
    }
    self.init(kind: .float32, shape: shape, bytes: bytes)
  }

  /// The numbers of a tensor of `float32`; nil of any other.
  package var floats: [Float]? { kind == .float32 ? numbers : nil }

  /// The numbers, each as the nearest `Float`.
  package var numbers: [Float] { kind.decoded(bytes, count: bytes.count / kind.size) }
}
