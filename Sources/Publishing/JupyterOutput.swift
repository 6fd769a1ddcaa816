internal import Notebook
internal import Text

extension Output {
  /// The output as nbformat 4.5 has it, with bytes as base64.
  var inJupyter: JSONValue {
    switch self {
    case .stream(let stream, let text):
      .object([
        "name": .string(stream.rawValue), "output_type": .string("stream"),
        "text": .lines(of: text),
      ])
    case .displayData(let bundle):
      .object([
        "data": bundle.inJupyter, "metadata": .object([]), "output_type": .string("display_data"),
      ])
    case .executeResult(let bundle):
      .object([
        "data": bundle.inJupyter, "execution_count": .null, "metadata": .object([]),
        "output_type": .string("execute_result"),
      ])
    case .error(let failure):
      .object([
        "ename": .string(failure.name), "evalue": .string(failure.message),
        "output_type": .string("error"),
        "traceback": .array(failure.traceback.map(JSONValue.string)),
      ])
    }
  }
}

extension MediaBundle {
  fileprivate var inJupyter: JSONValue {
    .object(
      representations.sorted { $0.mediaType < $1.mediaType }.map { representation in
        let value: JSONValue =
          switch representation.content {
          case .text(let text): .lines(of: text)
          // The one picture that is text.
          case .data(let bytes) where representation.mediaType == "image/svg+xml":
            .lines(of: String(decoding: bytes, as: UTF8.self))
          case .data(let bytes): .string(Base64.text(of: bytes))
          }
        return JSONValue.Member(key: representation.mediaType, value: value)
      })
  }
}
