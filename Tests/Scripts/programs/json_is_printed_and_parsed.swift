enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}

extension JSON {
  func text(indent: Int? = nil, level: Int = 0) -> String {
    let newline = indent.map { "\n" + String(repeating: " ", count: $0 * (level + 1)) } ?? ""
    let close = indent.map { "\n" + String(repeating: " ", count: $0 * level) } ?? ""
    switch self {
    case .null: return "null"
    case .bool(let b): return b ? "true" : "false"
    case .number(let n): return n == n.rounded() ? String(Int(n)) : String(n)
    case .string(let s): return JSON.quoted(s)
    case .array(let items):
      if items.isEmpty { return "[]" }
      return "[" + items.map { newline + $0.text(indent: indent, level: level + 1) }.joined(separator: ",") + close + "]"
    case .object(let fields):
      if fields.isEmpty { return "{}" }
      let lines = fields.sorted { $0.key < $1.key }.map { key, value in
        newline + JSON.quoted(key) + (indent == nil ? ":" : ": ") + value.text(indent: indent, level: level + 1)
      }
      return "{" + lines.joined(separator: ",") + close + "}"
    }
  }

  static func quoted(_ s: String) -> String {
    var out = "\""
    for c in s {
      switch c {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.append(c)
      }
    }
    return out + "\""
  }

  subscript(key: String) -> JSON? {
    if case .object(let fields) = self { return fields[key] }
    return nil
  }
  subscript(index: Int) -> JSON? {
    if case .array(let items) = self, items.indices.contains(index) { return items[index] }
    return nil
  }
}

struct Parser {
  enum Failure: Error { case unexpected(Character), end, badNumber(String) }
  private let text: [Character]
  private var at = 0

  static func parse(_ s: String) throws -> JSON {
    var parser = Parser(text: Array(s))
    let value = try parser.value()
    parser.skipSpace()
    if parser.at < parser.text.count { throw Failure.unexpected(parser.text[parser.at]) }
    return value
  }

  private init(text: [Character]) { self.text = text }

  private mutating func skipSpace() { while at < text.count, text[at].isWhitespace { at += 1 } }

  private mutating func peek() throws -> Character {
    skipSpace()
    guard at < text.count else { throw Failure.end }
    return text[at]
  }

  private mutating func expect(_ c: Character) throws {
    let found = try peek()
    guard found == c else { throw Failure.unexpected(found) }
    at += 1
  }

  private mutating func value() throws -> JSON {
    switch try peek() {
    case "{":
      var fields: [String: JSON] = [:]
      at += 1
      if try peek() == "}" { at += 1; return .object([:]) }
      repeat {
        let key = try string()
        try expect(":")
        fields[key] = try value()
      } while try takeComma(before: "}")
      return .object(fields)
    case "[":
      var items: [JSON] = []
      at += 1
      if try peek() == "]" { at += 1; return .array([]) }
      repeat { items.append(try value()) } while try takeComma(before: "]")
      return .array(items)
    case "\"": return .string(try string())
    case let c where c.isNumber || c == "-": return try number()
    case let c:
      for (word, value) in [("true", JSON.bool(true)), ("false", .bool(false)), ("null", .null)] {
        if at + word.count <= text.count, String(text[at..<at + word.count]) == word {
          at += word.count
          return value
        }
      }
      throw Failure.unexpected(c)
    }
  }

  private mutating func takeComma(before end: Character) throws -> Bool {
    let c = try peek()
    at += 1
    if c == "," { return true }
    if c == end { return false }
    throw Failure.unexpected(c)
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var out = ""
    while at < text.count, text[at] != "\"" {
      if text[at] == "\\", at + 1 < text.count {
        at += 1
        out.append(text[at] == "n" ? "\n" : text[at])
      } else {
        out.append(text[at])
      }
      at += 1
    }
    guard at < text.count else { throw Failure.end }
    at += 1
    return out
  }

  private mutating func number() throws -> JSON {
    let start = at
    while at < text.count, text[at].isNumber || "+-.eE".contains(text[at]) { at += 1 }
    let s = String(text[start..<at])
    guard let n = Double(s) else { throw Failure.badNumber(s) }
    return .number(n)
  }
}

let document: JSON = [
  "name": "Ada \"the first\"", "born": 1815, "alive": false,
  "topics": ["analysis", "engines", ["nested", 1]], "empty": [:], "none": [],
]
print(document.text())
print(document.text(indent: 2))
let back = try Parser.parse(document.text(indent: 4))
print(back == document, back["topics"]?[2]?[0] as Any, back["born"] == 1815, back["x"] as Any)
for bad in ["[1, 2", "{\"a\" 1}", "[1,]", "-", "nul", "1 2", "\"open", "[1.5e3, -0.25, \"a\\nb\"]"] {
  do { print(bad, "->", try Parser.parse(bad).text()) } catch { print(bad, "!", error) }
}
