struct Countdown: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { n > 0 ? { defer { n -= 1 }; return n }() : nil } }
print(Array(Countdown(n: 3)), Countdown(n: 4).map { $0 * $0 }, Countdown(n: 3).reduce(0, +), Countdown(n: 5).contains(2), Countdown(n: 3).sorted(), Countdown(n: 2).reversed(), Array(zip(Countdown(n: 2), "ab")), Countdown(n: 6).prefix(2).map { $0 }, Countdown(n: 4).dropFirst().map { $0 }, Countdown(n: 3).enumerated().map { $0.offset + $0.element }, Countdown(n: 3).first { $0 < 3 } as Any, Countdown(n: 4).max()!, Set(Countdown(n: 3)).count)
struct Ring<Element>: Collection {
  private var storage: [Element]
  init(_ s: [Element]) { storage = s }
  var startIndex: Int { 0 }
  var endIndex: Int { storage.count }
  func index(after i: Int) -> Int { i + 1 }
  subscript(i: Int) -> Element { storage[i % storage.count] }
}
let ring = Ring([10, 20, 30])
print(ring.count, ring.first!, ring[4], ring.map { $0 }, ring.isEmpty, ring.firstIndex(of: 20)!, ring.prefix(2).map { $0 }, ring.dropFirst().count, Array(ring.indices), ring.contains(30), ring.min()!, ring.reduce(0, +), ring.split(separator: 20).map(Array.init), Array(ring.suffix(1)))
struct Stack<T> { private(set) var items: [T] = []; mutating func push(_ x: T) { items.append(x) }; @discardableResult mutating func pop() -> T? { items.popLast() }; var peek: T? { items.last } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: T...) { items = elements } }
extension Stack: Sequence { func makeIterator() -> AnyIterator<T> { var copy = self; return AnyIterator { copy.pop() } } }
extension Stack: Equatable where T: Equatable {}
var st: Stack = [1, 2, 3]
st.push(4); st.pop(); print(Array(st), st == [1, 2, 3], st.peek!, st.map { "\($0)" }.joined())
final class LinkedList<T> {
  final class Node { let value: T; var next: Node?; weak var previous: Node?; init(_ v: T) { value = v } }
  private(set) var head: Node?; private(set) var tail: Node?; private(set) var count = 0
  func append(_ v: T) { let n = Node(v); if let t = tail { t.next = n; n.previous = t } else { head = n }; tail = n; count += 1 }
  func reverse() { var p = head; tail = head; var prev: Node?; while let n = p { p = n.next; n.next = prev; n.previous = p; prev = n }; head = prev }
  var values: [T] { var r: [T] = []; var p = head; while let n = p { r.append(n.value); p = n.next }; return r }
}
let list = LinkedList<String>(); for w in ["a", "b", "c"] { list.append(w) }
list.reverse(); print(list.values, list.count, list.tail!.value, list.tail!.previous!.value, list.head?.previous == nil)
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(compose({ $0 + 1 }, { "\($0)!" })(4), ["x": 1].map { $0.key + "\($0.value)" })
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V { var cache: [K: V] = [:]; func g(_ k: K) -> V { if let v = cache[k] { return v }; let v = f(g, k); cache[k] = v; return v }; return g }
let fib = memoize { (rec: (Int) -> Int, n: Int) in n < 2 ? n : rec(n - 1) + rec(n - 2) }
print(fib(80))
var counter = 0
let increment = { (by: Int) -> Int in counter += by; return counter }
print(increment(2), increment(3), counter)
func makeCounter() -> (next: () -> Int, reset: () -> Void) { var n = 0; return ({ n += 1; return n }, { n = 0 }) }
let c1 = makeCounter(), c2 = makeCounter()
print(c1.next(), c1.next(), c2.next(), { c1.reset(); return c1.next() }())
func apply(_ n: Int, times: Int = 1, _ f: (Int) throws -> Int) rethrows -> Int { var r = n; for _ in 0..<times { r = try f(r) }; return r }
enum MathError: Error { case negative(Int), tooLarge }
print(apply(2, times: 3) { $0 * $0 }, (try? apply(1) { _ in throw MathError.tooLarge }) as Any)
func check(_ n: Int) throws -> Int { guard n >= 0 else { throw MathError.negative(n) }; return n }
do { print(try check(1)); print(try check(-5)) } catch MathError.negative(let n) { print("negative", n) } catch { print("other") }
let results: [Result<Int, MathError>] = [.success(3), .failure(.tooLarge)]
for r in results { switch r { case .success(let v): print("ok", v); case .failure(let e): print("bad", e) } }
print(results.map { (try? $0.get()) ?? -1 }, results[0].map { $0 * 2 }, Result { try check(-1) }.mapError { _ in MathError.tooLarge })
func variadic(_ xs: Int..., sep: String = ",") -> String { xs.map(String.init).joined(separator: sep) }
print(variadic(), variadic(1, 2, sep: "-"))
func swapTwo<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var p = 1, q = 2; swapTwo(&p, &q); swap(&p, &q); swapTwo(&p, &q); print(p, q)
let optional: Int? = 5; let nested: Int?? = optional
print(optional.map { $0 + 1 } as Any, optional.flatMap { $0 > 9 ? $0 : nil } as Any, nested as Any, optional ?? 0, optional! + 1, (nil as Int?) ?? 7, nested! ?? 0)
if let optional, optional > 3, case let x = optional * 2 { print(x) }
let point = (x: 1, y: -2)
switch point { case (0, 0): print("origin"); case (let x, 0): print("x", x); case let (x, y) where x == -y: print("diag"); case (1...5, -5..<0): print("quad"); default: print("none") }
switch 42 { case Int.min..<0: print("neg"); case 0: print("zero"); case 1...: print("pos"); default: break }
switch "hello" { case "a"..."z" where "hello".count > 9: print("long"); case let s where s.hasPrefix("he"): print("he"); default: print("?") }
outer: for i in 0..<5 { for j in 0..<5 { if j == 3 { continue outer }; if i == 2 { break outer }; print(i * j, terminator: " ") } }
print()
let grade = { (n: Int) in if n > 90 { "A" } else if n > 80 { "B" } else { "C" } }
print(grade(95), grade(85), grade(3))
var x = 10; repeat { x -= 3 } while x > 0; print(x); defer { print("deferred") }
let kp = \LinkedList<String>.count; print(list[keyPath: kp], ["aa", "b"].map(\.count), [[1, 2], [3]].map(\.first!), ["b", "a"].sorted { $0[keyPath: \.self] < $1[keyPath: \.self] })
struct Person { var name: String; var address: Address?; struct Address { var city: String; var zip: Int? } }
var person = Person(name: "A", address: .init(city: "X", zip: nil))
print(person.address?.city ?? "none", person.address?.zip as Any, person.address?.city.count as Any, person.address!.city.uppercased())
person.address?.zip = 5; person.address?.city += "!"; print(person, person.address?.zip.map { $0 * 2 } ?? 0)
print(person[keyPath: \.address?.city] as Any, [person].map(\.name), type(of: person), String(describing: person.address), "\(Person.self)")
