protocol Repository<Entity> { associatedtype Entity: Identifiable; mutating func save(_ e: Entity); func find(_ id: Entity.ID) -> Entity?; var all: [Entity] { get } }
struct User: Identifiable, Equatable { let id: Int; var name: String }
struct Post: Identifiable { let id: String; let author: User.ID; let title: String }
struct Memory<E: Identifiable>: Repository { private var store: [E.ID: E] = [:]; private var order: [E.ID] = []
  mutating func save(_ e: E) { if store.updateValue(e, forKey: e.id) == nil { order.append(e.id) } }
  func find(_ id: E.ID) -> E? { store[id] }
  var all: [E] { order.compactMap { store[$0] } } }
struct Service<R: Repository<User>> { var repo: R; mutating func rename(_ id: Int, to n: String) -> Bool {
  guard var u = repo.find(id) else { return false }; u.name = n; repo.save(u); return true } }
var users = Memory<User>(); users.save(.init(id: 1, name: "ann")); users.save(User(id: 2, name: "bob"))
var s = Service(repo: users)
print(s.rename(2, to: "Bobby"), s.rename(9, to: "x"), s.repo.all.map(\.name), users.all.map(\.name))
func names(_ r: some Repository<User>) -> [String] { r.all.map { $0.name } }
let any: any Repository<User> = s.repo
print(names(s.repo), any.all.count, names(any))
var posts = Memory<Post>(); posts.save(Post(id: "p1", author: 1, title: "Hi")); posts.save(Post(id: "p2", author: 2, title: "Yo"))
let byAuthor = Dictionary(grouping: posts.all, by: \.author)
for u in s.repo.all { print(u.name, byAuthor[u.id, default: []].map(\.title)) }
protocol Observer: AnyObject { func notify(_ event: String) }
final class Printer: Observer { let tag: String; var got: [String] = []; init(_ t: String) { tag = t }; func notify(_ e: String) { got.append(e); print(tag, e) } }
final class Subject { private struct WeakBox { weak var value: (any Observer)? }
  private var list: [WeakBox] = []
  func add(_ o: any Observer) { list.append(WeakBox(value: o)) }
  func send(_ e: String) { list.removeAll { $0.value == nil }; list.forEach { $0.value?.notify(e) } }
  var count: Int { list.count } }
let subject = Subject(); var p1: Printer? = Printer("p1"); let p2 = Printer("p2")
subject.add(p1!); subject.add(p2); subject.send("one"); p1 = nil; subject.send("two"); print(subject.count, p2.got)
struct AnyShape { private let _area: () -> Double; init<S: HasArea>(_ s: S) { _area = { s.area } }; var area: Double { _area() } }
protocol HasArea { var area: Double { get } }
struct Sq: HasArea { var s: Double; var area: Double { s * s } }
struct Ci: HasArea { var r: Double; var area: Double { 3 * r * r } }
print([AnyShape(Sq(s: 2)), AnyShape(Ci(r: 1))].map(\.area))
extension Optional where Wrapped: Collection { var isNilOrEmpty: Bool { self?.isEmpty ?? true } }
extension Optional { func or(_ e: Error) throws -> Wrapped { if let self { return self }; throw e } }
struct Missing: Error {}
print(Optional([1]).isNilOrEmpty, ([Int]?).none.isNilOrEmpty, (try? Int("x").or(Missing())) as Any, try Int("4").or(Missing()))
