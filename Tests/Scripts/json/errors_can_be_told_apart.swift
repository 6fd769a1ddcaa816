import Foundation
struct Config: Codable { let host: String; let port: Int }
for text in ["{\"host\": \"a\", \"port\": 80}", "{\"host\": \"a\"}", "{\"host\": 1, \"port\": 2}", "{"] {
  do { let c = try JSONDecoder().decode(Config.self, from: text.data(using: .utf8)!); print(c.host, c.port) }
  catch let error as DecodingError { switch error { case .keyNotFound(let key, _): print("missing", key.stringValue); case .typeMismatch(let t, let c): print("wrong", t, c.codingPath.last?.stringValue ?? ""); case .dataCorrupted: print("corrupt"); default: print("other") } }
  catch { print("?") }
}
if let list = try? JSONDecoder().decode([Config].self, from: Data("[]".utf8)) { print(list.count) }
extension Config: Hashable {}
print(Set([Config(host: "a", port: 1), Config(host: "a", port: 1)]).count)
protocol Named: Codable { var name: String { get } }
struct Dog: Named { let name: String }
func roundTrip<T: Codable & Equatable>(_ v: T) throws -> Bool { try JSONDecoder().decode(T.self, from: JSONEncoder().encode(v)) == v }
print(try roundTrip([1: "a"] == [1: "a"]), try roundTrip(["a": [1.5, 2]]), try roundTrip(Optional(3)), String(decoding: try JSONEncoder().encode(Dog(name: "r")), as: UTF8.self))
