import Foundation
let text = "  The quick brown fox, jumps over; the lazy dog.  "
print(text.trimmingCharacters(in: .whitespaces).components(separatedBy: " "), text.components(separatedBy: CharacterSet(charactersIn: ",;")), text.replacingOccurrences(of: "the", with: "THE"), text.contains("fox"), text.range(of: "brown") != nil, "hello world".capitalized)
print("a\nb\r\nc".components(separatedBy: .newlines), "x".padding(toLength: 5, withPad: "-", startingAt: 0), "1,2,3".components(separatedBy: ",").compactMap { Int($0) }.reduce(0, +), "abc".hasSuffix("bc"), "Hello".lowercased() == "hello", "abc".uppercased())
if let r = "hello world".range(of: "o w") { print("hello world"[r], "hello world"[..<r.lowerBound], "hello world"[r.upperBound...]) }
print("tEST".prefix(1).uppercased() + "tEST".dropFirst().lowercased(), "a-b".replacingOccurrences(of: "-", with: ""), "  x ".trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "äöü".count, "naïve".folding())
extension String { func folding() -> String { self } }
struct Tokenizer {
  enum Token: Equatable, CustomStringConvertible {
    case number(Double), op(Character), lparen, rparen, ident(String)
    var description: String { switch self { case .number(let n): return "\(n)"; case .op(let c): return String(c); case .lparen: return "("; case .rparen: return ")"; case .ident(let s): return s } }
  }
  enum Failure: Error, LocalizedError { case unexpected(Character, at: Int), end
    var errorDescription: String? { switch self { case let .unexpected(c, at): return "unexpected '\(c)' at \(at)"; case .end: return "end" } } }
  private let chars: [Character]; private var pos = 0
  init(_ s: String) { chars = Array(s) }
  private var current: Character? { pos < chars.count ? chars[pos] : nil }
  mutating func tokens() throws -> [Token] {
    var out: [Token] = []
    while let c = current {
      switch c {
      case " ", "\t": pos += 1
      case "0"..."9", ".":
        let start = pos
        while let d = current, d.isNumber || d == "." { pos += 1 }
        guard let v = Double(String(chars[start..<pos])) else { throw Failure.unexpected(c, at: start) }
        out.append(.number(v))
      case "+", "-", "*", "/", "^": out.append(.op(c)); pos += 1
      case "(": out.append(.lparen); pos += 1
      case ")": out.append(.rparen); pos += 1
      case let l where l.isLetter:
        var name = ""
        while let d = current, d.isLetter { name.append(d); pos += 1 }
        out.append(.ident(name))
      default: throw Failure.unexpected(c, at: pos)
      }
    }
    return out
  }
}
final class Parser {
  private var tokens: ArraySlice<Tokenizer.Token>
  private static let precedence: [Character: (level: Int, right: Bool)] = ["+": (1, false), "-": (1, false), "*": (2, false), "/": (2, false), "^": (3, true)]
  let functions: [String: (Double) -> Double] = ["sqrt": { $0.squareRoot() }, "neg": { -$0 }, "sin": sin]
  init(_ s: String) throws { var t = Tokenizer(s); tokens = try t.tokens()[...] }
  func parse(_ minimum: Int = 1) throws -> Double {
    var left = try primary()
    while case .op(let o)? = tokens.first, let p = Self.precedence[o], p.level >= minimum {
      tokens.removeFirst()
      let right = try parse(p.right ? p.level : p.level + 1)
      switch o { case "+": left += right; case "-": left -= right; case "*": left *= right; case "/": left /= right; default: left = pow(left, right) }
    }
    return left
  }
  private func primary() throws -> Double {
    guard let t = tokens.popFirst() else { throw Tokenizer.Failure.end }
    switch t {
    case .number(let n): return n
    case .op("-"): return -(try primary())
    case .lparen: let v = try parse(); guard tokens.popFirst() == .rparen else { throw Tokenizer.Failure.end }; return v
    case .ident(let f): guard let fn = functions[f] else { throw Tokenizer.Failure.unexpected(f.first!, at: 0) }; return fn(try primary())
    default: throw Tokenizer.Failure.unexpected(Character(t.description), at: tokens.startIndex)
    }
  }
}
for e in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + sqrt(16)", "10 / 4 - 1", "2 $ 3", "(1", "foo 2", "1..2"] {
  do { print(e, "=", try Parser(e).parse()) } catch let f as Tokenizer.Failure { print(e, "->", f.localizedDescription, f) } catch { print("?", error) }
}
// JSON
indirect enum JSON: Equatable { case null, bool(Bool), number(Double), string(String), array([JSON]), object([(String, JSON)])
  static func == (a: JSON, b: JSON) -> Bool { switch (a, b) { case (.null, .null): true; case let (.bool(x), .bool(y)): x == y; case let (.number(x), .number(y)): x == y; case let (.string(x), .string(y)): x == y; case let (.array(x), .array(y)): x == y; case let (.object(x), .object(y)): x.count == y.count && zip(x, y).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }; default: false } }
  subscript(key: String) -> JSON? { guard case .object(let pairs) = self else { return nil }; return pairs.first { $0.0 == key }?.1 }
  subscript(index: Int) -> JSON? { if case .array(let a) = self, a.indices.contains(index) { return a[index] }; return nil }
  func pretty(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let b): return "\(b)"
    case .number(let n): return n == n.rounded() && abs(n) < 1e15 ? "\(Int(n))" : "\(n)"
    case .string(let s): return "\"" + s.replacingOccurrences(of: "\"", with: "\\\"") + "\""
    case .array(let a) where a.isEmpty: return "[]"
    case .array(let a): return "[\n" + a.map { inner + $0.pretty(inner) }.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let o): return "{\n" + o.map { inner + "\"\($0)\": " + $1.pretty(inner) }.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }
}
let json = JSON.object([("name", .string("say \"hi\"")), ("list", .array([.number(1), .number(2.5), .null])), ("ok", .bool(true)), ("empty", .array([]))])
print(json.pretty(), json["list"]?[1] == .number(2.5), json["nope"] as Any, json["list"]![7] as Any)
let table: [[String: Any]] = [["name": "A", "age": 3], ["name": "B", "age": 12.5]]
for row in table { print(row["name"] as? String ?? "?", row["age"] as? Int ?? -1, (row["age"] as? Double).map { "\($0)" } ?? "-") }
let mixed: [Any] = [1, "two", 3.0, [4], true, ("t", 5), Optional<Int>.none as Any]
for m in mixed { switch m { case let i as Int: print("int", i); case let s as String: print("str", s); case let d as Double where d > 2: print("dbl", d); case is [Int]: print("arr"); case let b as Bool: print("bool", b); default: print("other") } }
print(String(format: "%5.1f|%03d|%@", 3.14159, 7, "z"), Date().timeIntervalSince1970 > 0, String(format: "%2$@ %1$d", 1, "b"), (0.1 + 0.2).description, String(format: "%.2f", 2.675), Double(String(format: "%.1f", 0.25))!)
