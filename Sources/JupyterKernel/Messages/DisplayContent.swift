internal import CellLanguage
internal import Text

/// Something to show, in the representations that a page can show.
struct DisplayContent {
  /// The media types with their contents: text as it is, bytes in base 64.
  let data: JSONValue

  /// What a bundle shows.
  init(_ bundle: DisplayBundle) {
    data = .object(
      bundle.representations
        .filter { $0.mediaType != DisplayBundle.terminalMediaType }
        .map { representation in
          let isText =
            representation.mediaType.hasPrefix("text/")
            || representation.mediaType == "image/svg+xml"
          return .init(
            key: representation.mediaType,
            value: .string(
              isText
                ? String(decoding: representation.bytes, as: UTF8.self)
                : Base64.text(of: representation.bytes)))
        })
  }

  /// Plain text.
  init(text: String) { data = .object(["text/plain": .string(text)]) }

  /// Text in two forms.
  init(text: String, markdown: String) {
    data = .object(["text/plain": .string(text), "text/markdown": .string(markdown)])
  }

  private static let nothing = JSONValue.object([] as [JSONValue.Member])

  /// The content of `display_data`.
  ///
  /// - Parameter id: what an update of it will call it.
  func shown(as id: String? = nil) -> JSONValue {
    let transient = id.map { JSONValue.object(["display_id": .string($0)]) } ?? Self.nothing
    return .object(["data": data, "metadata": Self.nothing, "transient": transient])
  }

  /// The content of `execute_result`: the value of cell `count`.
  func result(of count: Int) -> JSONValue {
    .object(["execution_count": .integer(count), "data": data, "metadata": Self.nothing])
  }

  /// The value of an expression that was asked for beside a cell.
  var expressionValue: JSONValue {
    .object(["status": .string("ok"), "data": data, "metadata": Self.nothing])
  }
}
