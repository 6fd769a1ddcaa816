import Foundation
struct Address: Codable { var street: String; var zip: Int? }
enum Kind: String, Codable { case a }
enum Level: Int, Codable { case low = 1, mid, high = 10 }
func p<T: Decodable>(_ t: T.Type, _ s: String) { do { print(try JSONDecoder().decode(t, from: Data(s.utf8))) } catch { print(error) } }
p([Address].self, "[null]"); p([[Int]].self, "[null]"); p([Kind].self, "[null]"); p([Level].self, "[2, 10, 5]"); p([Level].self, "[2, 10]"); p([[String: Int]].self, "[null]"); p([String].self, "null"); p([Level].self, "[\"x\"]"); p([Kind].self, "[3]")
struct Team: Codable, Equatable { let name: String; let members: [Member]; struct Member: Codable, Equatable { let id: Int; let role: Role; enum Role: String, Codable { case lead, dev } } }
let t = Team(name: "x", members: [.init(id: 1, role: .lead), .init(id: 2, role: .dev)])
let e = JSONEncoder(); e.outputFormatting = [.sortedKeys]
let data = try e.encode(t); print(String(data: data, encoding: .utf8) ?? "")
print(try JSONDecoder().decode(Team.self, from: data) == t)
p(Double.self, "1e2"); p([UInt8].self, "[255]"); p([UInt8].self, "[256]"); p([Float].self, "[0.1]")
func q<T: Decodable>(_ t: T.Type, _ s: String) { do { print(try JSONDecoder().decode(t, from: Data(s.utf8))) } catch { print(error.localizedDescription) } }
struct A: Codable { var x: Int }
q(A.self, "{}"); q(Int.self, "\"a\""); q([Int].self, "[null]"); q(Int.self, "zz")
do { _ = try JSONEncoder().encode(Double.nan) } catch { print(error.localizedDescription) }
