/// A JSON value; its objects keep the order of their keys, so that writing is deterministic.
package enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without a fraction that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Keys with values, in the order in which they are written.
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Equatable {
    /// The key.
    package var key: String
    /// Its value.
    package var value: JSONValue
  }

  /// The object of these keys and values, in this order.
  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The value of `key` in an object; nil where there is none, or where this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The values of an array.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}

// MARK: - Printing

extension JSONValue {
  /// The value as text that ends in a newline, one member a line, indented by one space as
  /// Jupyter does.
  package var text: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indentation: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, between: "[", "]", to: &text, indentation: indentation) {
        $0.write(to: &$1, indentation: indentation + 1)
      }
    case .object(let members):
      Self.write(members, between: "{", "}", to: &text, indentation: indentation) {
        Self.write($0.key, to: &$1)
        $1 += ": "
        $0.value.write(to: &$1, indentation: indentation + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between open: String, _ close: String, to text: inout String,
    indentation: Int, writeItem: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indentation + 1)
      writeItem(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: " ", count: indentation) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
