package import Text

/// A message that a client has sent.
package struct Request: Sendable {
  /// Who asks, as the router of its channel names it.
  package let names: [[UInt8]]
  /// Its header as it came, which goes back in everything that belongs to it.
  package let header: [UInt8]
  /// What kind of message it is: `execute_request`.
  package let type: String
  /// What it says; null where nobody can read that.
  package let content: JSONValue
  /// Why nobody can read what it says.
  package let fault: Fault?

  /// What is wrong with a request.
  package enum Fault: Error, Equatable, Sendable {
    /// It is no JSON.
    case notJSON(JSONError)
    /// It is JSON, and no object.
    case noObject
    /// It does not say what it must: its `msg_type`, the `code` of a cell.
    case noText(key: String)
  }

  /// Reads a message.
  ///
  /// - Throws: `Fault` where its header cannot be read: it is part of every answer, and whoever gets that
  ///   could not read it either.
  package init(_ message: WireMessage) throws(Fault) {
    names = message.names
    header = message.header
    let header = try Self.object(message.header)
    guard let type = header["msg_type"]?.string else { throw .noText(key: "msg_type") }
    self.type = type
    do throws(Fault) {
      let content = try Self.object(message.content)
      if type == "execute_request", content["code"]?.string == nil { throw .noText(key: "code") }
      (self.content, fault) = (content, nil)
    } catch {
      (content, fault) = (.null, error)
    }
  }

  private static func object(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
    let value: JSONValue
    do throws(JSONError) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw JSONError(offset: 0, expected: "UTF-8")
      }
      value = try JSONValue(parsing: text)
    } catch {
      throw .notJSON(error)
    }
    guard case .object = value else { throw .noObject }
    return value
  }

  /// What the answer is called: `execute_reply` for `execute_request`; nil for what asks nothing.
  package var replyType: String? {
    let ending = "_request"
    return type.hasSuffix(ending) ? type.dropLast(ending.count) + "_reply" : nil
  }
}

extension Request.Fault: CustomStringConvertible {
  /// What is wrong, in words.
  package var description: String {
    switch self {
    case .notJSON(let error): "\(error)"
    case .noObject: "it is JSON, but no object"
    case .noText(let key): "it has no text '\(key)'"
    }
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
