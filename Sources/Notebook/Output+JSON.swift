internal import Text

extension Output {
  /// The output as nbformat writes it, with bytes in files.
  ///
  /// - Parameter file: takes the bytes of a representation and returns the name of their file.
  func encoded(
    file: (MediaBundle.Representation, [UInt8]) -> String
  ) -> JSONValue {
    switch self {
    case .stream(let stream, let text):
      return .object([
        "output_type": .string("stream"),
        "name": .string(stream.rawValue),
        "text": .lines(of: text),
      ])
    case .displayData(let bundle):
      let (data, metadata) = Self.encode(bundle, file: file)
      return .object([
        "output_type": .string("display_data"), "data": data, "metadata": metadata,
      ])
    case .executeResult(let bundle):
      let (data, metadata) = Self.encode(bundle, file: file)
      return .object([
        "output_type": .string("execute_result"), "execution_count": .null, "data": data,
        "metadata": metadata,
      ])
    case .error(let failure):
      return .object([
        "output_type": .string("error"),
        "ename": .string(failure.name),
        "evalue": .string(failure.message),
        "traceback": .array(failure.traceback.map(JSONValue.string)),
      ])
    }
  }

  /// Reads an output that `encoded(file:)` wrote, or nil where the value has another shape.
  init?(decoding value: JSONValue, file: (_ name: String) -> [UInt8]?) {
    switch value["output_type"]?.string {
    case "stream":
      guard let stream = value["name"]?.string.flatMap(Stream.init(rawValue:)),
        let text = value["text"]?.joinedLines
      else { return nil }
      self = .stream(stream, text: text)
    case "display_data":
      guard let bundle = Self.bundle(value, file: file) else { return nil }
      self = .displayData(bundle)
    case "execute_result":
      guard let bundle = Self.bundle(value, file: file) else { return nil }
      self = .executeResult(bundle)
    case "error":
      guard let name = value["ename"]?.string, let message = value["evalue"]?.string,
        let traceback = value["traceback"]?.array
      else { return nil }
      self = .error(
        Failure(name: name, message: message, traceback: traceback.compactMap(\.string)))
    default:
      return nil
    }
  }

  private static func encode(
    _ bundle: MediaBundle, file: (MediaBundle.Representation, [UInt8]) -> String
  ) -> (data: JSONValue, metadata: JSONValue) {
    var data: [JSONValue.Member] = []
    var metadata: [JSONValue.Member] = []
    for representation in bundle.representations.sorted(by: { $0.mediaType < $1.mediaType }) {
      switch representation.content {
      case .text(let text):
        data.append(.init(key: representation.mediaType, value: .lines(of: text)))
      case .data(let bytes):
        metadata.append(
          .init(
            key: representation.mediaType,
            value: .object(["file": .string(file(representation, bytes))])))
      }
    }
    return (.object(data), .object(metadata))
  }

  private static func bundle(
    _ value: JSONValue, file: (_ name: String) -> [UInt8]?
  ) -> MediaBundle? {
    guard case .object(let data)? = value["data"], case .object(let metadata)? = value["metadata"]
    else { return nil }
    var representations: [MediaBundle.Representation] = []
    for member in data {
      guard let text = member.value.joinedLines else { return nil }
      representations.append(.init(mediaType: member.key, content: .text(text)))
    }
    for member in metadata {
      guard let name = member.value["file"]?.string, let bytes = file(name) else { continue }
      representations.append(.init(mediaType: member.key, content: .data(bytes)))
    }
    return MediaBundle(representations.sorted { $0.mediaType < $1.mediaType })
  }
}
