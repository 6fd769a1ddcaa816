import Foundation
struct Address: Codable { var street: String; var zip: Int? }
func p<T: Decodable>(_ t: T.Type, _ s: String) { do { print(try JSONDecoder().decode(t, from: Data(s.utf8))) } catch { print(error) } }
p([Address].self, #"[{"street": "a"}, {"zip": 1}]"#)
p([String: [Int]].self, #"{"k": [1, "a"]}"#)
p([Int].self, "[1, null]"); p(Int.self, "x"); p([String: [Int]].self, #"{"k": [1, 1.5]}"#); p(Address.self, "{\"street\": \"a\"")
enum Kind: String, Codable { case a }
p([Kind].self, "[\"b\"]"); p(Address.self, "[]")
enum Shape: Codable { case circle(radius: Double), square(Int), empty, two(Int, b: String?) }
p(Shape.self, "{}"); p(Shape.self, "{\"foo\": {}}"); p(Shape.self, "{\"empty\":{}, \"square\":{\"_0\": 1}}"); p([Shape].self, "[{\"two\":{\"_0\":1}}, {\"square\":{}}]")
print(String(data: try JSONEncoder().encode([Shape.two(1, b: nil)]), encoding: .utf8)!)
let e = JSONEncoder(); e.outputFormatting = .sortedKeys
print(String(data: try e.encode([2: "b", 1: "a"]), encoding: .utf8)!, String(data: try e.encode(["é", "\u{7f}\u{2028}\u{8}\u{c}\u{1f}"]), encoding: .utf8)!)
print(String(data: try e.encode([1e15, 1e16, 123456789.5, 1e-5, -0.0, 5e-324, 1e17]), encoding: .utf8)!, String(data: try e.encode([Float(0.1), 3]), encoding: .utf8)!, String(data: try e.encode(Optional<Int>.none), encoding: .utf8)!)
final class Node: Codable { var v: Int; var next: Node?; init(v: Int) { self.v = v } }
let n = Node(v: 1); n.next = Node(v: 2); print(String(data: try e.encode(n), encoding: .utf8)!, try JSONDecoder().decode(Node.self, from: Data(#"{"v":1,"next":{"v":5}}"#.utf8)).next!.v)
struct D: Codable { var a = 5; let b: Int = 7; var c: Int? }
print(String(data: try e.encode(D()), encoding: .utf8)!)
p([Int].self, "[1e3]"); p([Double].self, "[1e400]"); p(Set<Int>.self, "[1, 1]")
struct W<T: Codable>: Codable { var t: T }
print(try JSONDecoder().decode(W<[Int]>.self, from: Data(#"{"t":[1]}"#.utf8)))
print(Data("ab".utf8), Data([1, 2]).count, String(data: Data([0xff]), encoding: .utf8) as Any, "x".data(using: .utf8)!.count)
p(Address.self, #"{"street": "a", "street": "b"}"#); p([Int].self, "[1] x"); p(String.self, "\"\\u00e9\\ud83d\\ude00\"")
e.outputFormatting = [.prettyPrinted, .sortedKeys]; e.keyEncodingStrategy = .convertToSnakeCase
struct K: Codable { var myURLValue: Int; var aB: Int; var x1Y: Int; var _lead: Int }
print(String(data: try e.encode(K(myURLValue: 1, aB: 2, x1Y: 3, _lead: 4)), encoding: .utf8)!)
