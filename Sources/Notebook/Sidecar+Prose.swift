internal import Text

extension Sidecar {
  /// The values that the prose after a cell shows.
  ///
  /// ```json
  /// {"after": "data", "values": [{"expression": "way * shot", "data": {"text/plain": ["25"]}}]}
  /// ```
  public struct ProseRecord: Sendable, Equatable {
    /// The name of the cell before the prose; nil where there is none.
    public var cell: String?
    /// The texts of its values by the expressions' texts.
    public var values: [String: String]

    /// The values of the prose after a cell.
    public init(after cell: String?, values: [String: String]) {
      self.cell = cell
      self.values = values
    }
  }

  /// The values of the prose after a cell; none where they are not known.
  public func values(after cell: String?) -> [String: String] {
    prose.last { $0.cell == cell }?.values ?? [:]
  }
}

extension Sidecar.ProseRecord {
  /// The record's members as a JSON object has them, in the same order each time.
  var members: [JSONValue.Member] {
    let list = values.sorted { $0.key < $1.key }.map { expression, text in
      JSONValue.object([
        "expression": .string(expression),
        "data": .object([.init(key: "text/plain", value: .lines(of: text))]),
      ])
    }
    return [
      .init(key: "after", value: cell.map(JSONValue.string) ?? .null),
      .init(key: "values", value: .array(list)),
    ]
  }

  /// Reads a record that `members` made; nil where the value has another shape.
  init?(decoding value: JSONValue) {
    guard let list = value["values"]?.array else { return nil }
    self.init(after: value["after"]?.string, values: [:])
    for entry in list {
      guard let expression = entry["expression"]?.string,
        let text = entry["data"]?["text/plain"]?.joinedLines
      else { return nil }
      values[expression] = text
    }
  }
}
