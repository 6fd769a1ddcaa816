internal import Text

/// A cell of a notebook of Jupyter, as it was read.
struct JupyterCell {
  /// What Jupyter does with it.
  enum Kind: String {
    case markdown, code, raw
  }

  let kind: Kind
  /// Its text.
  let source: String
  /// What is known of it.
  let metadata: JSONValue
  /// Pictures that its Markdown names as `attachment:NAME`.
  let attachments: [(name: String, bytes: [UInt8])]

  /// What it has shown.
  let outputs: [JSONValue]

  /// What this program wrote of it.
  var own: JSONValue? { metadata[JupyterDocument.key] }

  /// What is between it and the piece before it; nil where it is the usual.
  var gap: String? {
    own?["before"]?.string.flatMap { NotebookPiece.isGap($0) ? $0 : nil }
  }

  /// What Jupyter's tools see of it.
  var traits: JupyterTraits {
    JupyterTraits(
      tags: (metadata["tags"]?.array ?? []).compactMap(\.string),
      isSourceHidden: metadata["jupyter"]?["source_hidden"] == .bool(true))
  }

  /// Reads a cell; an error names its place, `path`.
  init(decoding value: JSONValue, at path: String) throws(JupyterError) {
    guard let kind = value["cell_type"]?.string.flatMap(Kind.init(rawValue:)) else {
      throw .unexpectedShape(path: path + ".cell_type", expected: "'markdown', 'code' or 'raw'")
    }
    guard let source = value["source"]?.joinedLines else {
      throw .unexpectedShape(path: path + ".source", expected: "text or a list of lines")
    }
    self.kind = kind
    self.source = source
    metadata = value["metadata"] ?? .null
    outputs = value["outputs"]?.array ?? []
    attachments = Self.attachments(value["attachments"])
  }

  private static func attachments(_ value: JSONValue?) -> [(name: String, bytes: [UInt8])] {
    guard case .object(let members)? = value else { return [] }
    return members.compactMap { member in
      guard case .object(let types) = member.value else { return nil }
      for type in types {
        guard let text = type.value.joinedLines else { continue }
        if type.key == "image/svg+xml" { return (member.key, Array(text.utf8)) }
        if let bytes = Base64.bytes(of: text) { return (member.key, bytes) }
      }
      return nil
    }
  }
}
