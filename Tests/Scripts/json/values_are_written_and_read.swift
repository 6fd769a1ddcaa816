import Foundation
struct Address: Codable { var street: String; var zip: Int? }
enum Kind: String, Codable { case admin, user = "plain" }
struct Person: Codable { let name: String; var age: Int; let height: Double; let tags: [String]; let address: Address?; let kind: Kind; let scores: [String: Double]; var ok: Bool
  enum CodingKeys: String, CodingKey { case name = "full_name", age, height, tags, address, kind, scores, ok } }
let p = Person(name: "Ann \"A\" / \u{1F600}\n\t\u{1}é", age: 3, height: 1.0, tags: [], address: Address(street: "x", zip: nil), kind: .user, scores: ["b": 0.1, "a": 1e20, "B": -5e-10, "a10": 3, "a9": 100.25], ok: true)
let e = JSONEncoder(); e.outputFormatting = [.prettyPrinted, .sortedKeys]
print(String(data: try e.encode(p), encoding: .utf8)!)
e.outputFormatting = .sortedKeys
let d = try e.encode(p); print(String(decoding: d, as: UTF8.self), d.count)
let q = try JSONDecoder().decode(Person.self, from: d); print(q.name == p.name, q.address as Any, q.kind, q.scores.keys.sorted())
e.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]; print(String(data: try e.encode(["a/b": [1, nil, 3]]), encoding: .utf8)!)
print(String(data: try JSONEncoder().encode([1, 2, 3]), encoding: .utf8)!, String(data: try JSONEncoder().encode("x"), encoding: .utf8)!, String(data: try JSONEncoder().encode([true]), encoding: .utf8)!)
e.outputFormatting = .prettyPrinted; print(String(data: try e.encode([[Int]()]), encoding: .utf8)!, String(data: try e.encode([String: Int]()), encoding: .utf8)!, String(data: try e.encode([[1]]), encoding: .utf8)!)
func tryIt<T: Decodable>(_ t: T.Type, _ s: String) { do { print(try JSONDecoder().decode(t, from: s.data(using: .utf8)!)) }
  catch DecodingError.keyNotFound(let k, let c) { print("keyNotFound", k.stringValue, c.codingPath.map(\.stringValue), c.debugDescription) }
  catch DecodingError.typeMismatch(let t, let c) { print("typeMismatch", t, c.codingPath.map(\.stringValue), c.debugDescription) }
  catch DecodingError.valueNotFound(let t, let c) { print("valueNotFound", t, c.codingPath.map(\.stringValue), c.debugDescription) }
  catch DecodingError.dataCorrupted(let c) { print("dataCorrupted", c.codingPath.map(\.stringValue), c.debugDescription) }
  catch { print("other", error) } }
tryIt(Address.self, #"{"zip": 3}"#)
tryIt(Address.self, #"{"street": 3}"#)
tryIt(Address.self, #"{"street": null}"#)
tryIt(Address.self, #"{"street": "a", "zip": "b"}"#)
tryIt(Address.self, #"{"street": "a", "zip": 1.5}"#)
tryIt(Address.self, #"{"street": "a", "zip": 2.0, "more": []}"#)
tryIt(Address.self, #"{"street": "a", "zip": null}"#)
tryIt(Address.self, #"[1]"#)
tryIt(Address.self, #"{"street": "a""#)
tryIt(Address.self, "nonsense")
tryIt(Address.self, "")
tryIt([Int].self, "[1, 2, \"x\"]"); tryIt([Int].self, "{}"); tryIt([Int].self, "[1, null]"); tryIt([Int?].self, "[1, null]")
tryIt([Kind].self, "[\"admin\", \"boss\"]"); tryIt([String: Int].self, "{\"a\": 1}"); tryIt(Int8.self, "300"); tryIt(Bool.self, "1"); tryIt(Double.self, "3"); tryIt(Double.self, "\"3\""); tryIt(String.self, "true"); tryIt([Address].self, #"[{"street": "a"}, {"zip": 1}]"#); tryIt(UInt.self, "-1"); tryIt([String: [Int]].self, #"{"k": [1, "a"]}"#)
do { _ = try JSONDecoder().decode(Address.self, from: Data("{}".utf8)) } catch { print(error); print(error.localizedDescription) }
do { _ = try JSONDecoder().decode(Int.self, from: Data("\"x\"".utf8)) } catch { print(error) }
do { _ = try JSONEncoder().encode(Double.nan) } catch { print(error) }
struct Snake: Codable { var firstName: String; var lastName2: Int }
let sd = JSONDecoder(); sd.keyDecodingStrategy = .convertFromSnakeCase
print(try sd.decode(Snake.self, from: Data(#"{"first_name": "A", "last_name2": 2}"#.utf8)))
let se = JSONEncoder(); se.keyEncodingStrategy = .convertToSnakeCase; se.outputFormatting = .sortedKeys; print(String(data: try se.encode(Snake(firstName: "a", lastName2: 1)), encoding: .utf8)!)
enum Shape: Codable { case circle(radius: Double), square(Int), empty }
print(String(data: try JSONEncoder().encode([Shape.circle(radius: 1.5), .square(2), .empty]), encoding: .utf8)!, try JSONDecoder().decode(Shape.self, from: Data(#"{"square":{"_0":3}}"#.utf8)))
print(String(data: try JSONEncoder().encode(["k": "a"]), encoding: .utf8)!, d.isEmpty, d.first ?? 0)
