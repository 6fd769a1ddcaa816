package import Text

/// A message that a client has sent.
package struct Request: Sendable {
  /// Who asks, as the router of its channel names it.
  package let names: [[UInt8]]
  /// Its header as it came, which goes back in everything that belongs to it.
  package let header: [UInt8]
  /// What kind of message it is: `execute_request`.
  package let type: String
  /// What it says; null where that is no JSON.
  package let content: JSONValue
  /// Why what it says is no JSON.
  package let fault: JSONError?

  /// Reads a message.
  ///
  /// - Throws: `JSONError` where its header is no JSON, so that nobody can be answered.
  package init(_ message: WireMessage) throws(JSONError) {
    names = message.names
    header = message.header
    let header = try JSONValue(parsing: String(decoding: message.header, as: UTF8.self))
    type = header["msg_type"]?.string ?? ""
    do throws(JSONError) {
      content = try JSONValue(parsing: String(decoding: message.content, as: UTF8.self))
      fault = nil
    } catch {
      (content, fault) = (.null, error)
    }
  }

  /// What the answer is called: `execute_reply` for `execute_request`; nil for what asks nothing.
  package var replyType: String? {
    let ending = "_request"
    return type.hasSuffix(ending) ? type.dropLast(ending.count) + "_reply" : nil
  }
}

extension JSONValue {
  /// The truth value of a key; `standard` where there is none.
  func flag(_ key: String, _ standard: Bool) -> Bool {
    if case .bool(let value)? = self[key] { value } else { standard }
  }

  /// The whole number of a key; nil where there is none.
  func count(_ key: String) -> Int? {
    if case .integer(let value)? = self[key] { value } else { nil }
  }

  /// The text of a key; empty where there is none.
  func text(_ key: String) -> String { self[key]?.string ?? "" }
}
