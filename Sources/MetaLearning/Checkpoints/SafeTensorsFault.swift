/// What is wrong with the bytes of a safetensors file.
public enum SafeTensorsFault: Error, Equatable {
  /// There are too few bytes for the length of a header.
  case tooShort(byteCount: Int)
  /// The header would be longer than headers can be: a file of another kind, usually.
  case headerTooLong(length: UInt64)
  /// The file ends within the header.
  case headerCut(length: Int, available: Int)
  /// The header's text is not what the format has; the byte counts from the start of the file.
  case notAHeader(offset: Int, expected: String)
  /// Two tensors, texts or fields have one name.
  case duplicateName(String)
  /// A tensor lacks a field.
  case missingField(tensor: String, field: String)
  /// A tensor has a field that the format doesn't have.
  case unknownField(tensor: String, field: String)
  /// A tensor's numbers are of a kind that the format doesn't have.
  case unknownKind(tensor: String, kind: String)
  /// A tensor's place is not a range.
  case wrongOffsets(tensor: String, offsets: [Int])
  /// A tensor doesn't start where the one before it ends.
  case misplaced(tensor: String, offset: Int, expected: Int)
  /// A tensor's place has another size than its shape.
  case wrongSize(tensor: String, shape: [Int], kind: String, byteCount: Int)
  /// The tensors' bytes are fewer or more than the header says.
  case wrongDataSize(expected: Int, found: Int)
}

extension SafeTensorsFault: CustomStringConvertible {
  /// The fault in words.
  public var description: String {
    switch self {
    case .tooShort(let count):
      "it has \(count) byte\(count == 1 ? "" : "s"), too few for a safetensors file"
    case .headerTooLong(let length):
      "its header would have \(length) bytes, but no safetensors file's has more than "
        + "\(SafeTensors.headerLimit)"
    case .headerCut(let length, let available):
      "it is truncated: its header should have \(length) bytes, but has \(available)"
    case .notAHeader(let offset, let expected):
      "its header has something else than \(expected) at byte \(offset)"
    case .duplicateName(let name):
      "its header has the name '\(name)' twice"
    case .missingField(let tensor, let field):
      "the tensor '\(tensor)' has no '\(field)'"
    case .unknownField(let tensor, let field):
      "the tensor '\(tensor)' has an unknown field '\(field)'"
    case .unknownKind(let tensor, let kind):
      "the tensor '\(tensor)' is of the unknown type '\(kind)'"
    case .wrongOffsets(let tensor, let offsets):
      "the tensor '\(tensor)' cannot be at \(offsets)"
    case .misplaced(let tensor, let offset, let expected):
      "the tensor '\(tensor)' starts at byte \(offset) of the data, not at \(expected)"
    case .wrongSize(let tensor, let shape, let kind, let count):
      "the tensor '\(tensor)' of type \(kind) and shape \(shape) cannot have \(count) bytes"
    case .wrongDataSize(let expected, let found):
      "it \(found < expected ? "is truncated: it " : "")should have \(expected) bytes of tensors, "
        + "but has \(found < expected ? "\(found)" : "more")"
    }
  }
}
