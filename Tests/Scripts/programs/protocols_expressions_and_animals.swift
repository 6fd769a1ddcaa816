import Foundation
protocol Container<Item> {
  associatedtype Item
  var items: [Item] { get set }
  init()
  mutating func add(_ item: Item)
}
extension Container {
  mutating func add(_ item: Item) { items.append(item) }
  var count: Int { items.count }
  static func with(_ items: Item...) -> Self { var c = Self(); for i in items { c.add(i) }; return c }
}
extension Container where Item: Comparable {
  var sortedItems: [Item] { items.sorted() }
  func largest() -> Item? { items.max() }
}
extension Container where Item == String { func joined() -> String { items.joined(separator: "+") } }
struct Box<T>: Container { var items: [T] = [] }
final class Bag<T>: Container { var items: [T] = []; required init() {} }
print(Box.with(3, 1, 2).sortedItems, Box<String>.with("a", "b").joined(), Bag<Int>.with(5).largest()!, Box<Int>().count)
func describe<C: Container>(_ c: C) -> String where C.Item: CustomStringConvertible { c.items.map(\.description).joined(separator: "|") }
print(describe(Box.with(1.5, 2.5)))
func total(_ c: some Container<Int>) -> Int { c.items.reduce(0, +) }
print(total(Box.with(1, 2, 3)), total(Bag.with(4)))
let anyOnes: [any Container] = [Box<Int>(), Bag<String>()]
print(anyOnes.count, anyOnes.map { $0.count })

indirect enum Expr: CustomStringConvertible {
  case num(Double), variable(String)
  case add(Expr, Expr), mul(Expr, Expr), neg(Expr)
  func eval(_ env: [String: Double] = [:]) throws -> Double {
    switch self {
    case .num(let n): return n
    case .variable(let name):
      guard let v = env[name] else { throw EvalError.unbound(name) }
      return v
    case let .add(a, b): return try a.eval(env) + b.eval(env)
    case let .mul(a, b): return try a.eval(env) * b.eval(env)
    case .neg(let e): return -(try e.eval(env))
    }
  }
  var simplified: Expr {
    switch self {
    case .add(.num(0), let e), .add(let e, .num(0)): return e.simplified
    case .mul(.num(1), let e), .mul(let e, .num(1)): return e.simplified
    case .mul(.num(0), _), .mul(_, .num(0)): return .num(0)
    case let .add(a, b): return .add(a.simplified, b.simplified)
    case let .mul(a, b): return .mul(a.simplified, b.simplified)
    case .neg(.neg(let e)): return e.simplified
    default: return self
    }
  }
  var description: String {
    switch self {
    case .num(let n): n == n.rounded() ? String(Int(n)) : String(n)
    case .variable(let v): v
    case .add(let a, let b): "(\(a) + \(b))"
    case .mul(let a, let b): "\(a) * \(b)"
    case .neg(let e): "-\(e)"
    }
  }
  enum EvalError: Error, Equatable { case unbound(String) }
}
extension Expr: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  init(floatLiteral v: Double) { self = .num(v) }
  init(integerLiteral v: Int) { self = .num(Double(v)) }
  init(stringLiteral v: String) { self = .variable(v) }
  static func + (a: Expr, b: Expr) -> Expr { .add(a, b) }
  static func * (a: Expr, b: Expr) -> Expr { .mul(a, b) }
  static prefix func - (e: Expr) -> Expr { .neg(e) }
}
let e: Expr = 2 * "x" + 0 * "y" + 3.5
print(e, "=>", e.simplified.simplified)
print(try e.eval(["x": 4, "y": 1]))
do { _ = try e.eval(["x": 1]) } catch Expr.EvalError.unbound(let n) where n != "x" { print("unbound", n) } catch { print(error) }
print((try? e.eval()) ?? .nan, Expr.EvalError.unbound("a") == .unbound("a"))

class Animal {
  let name: String
  private(set) var age: Int { didSet { if age != oldValue { log.append("\(name) \(oldValue)->\(age)") } } }
  var log: [String] = []
  class var kind: String { "animal" }
  init(name: String, age: Int = 0) { self.name = name; self.age = age }
  func speak() -> String { "..." }
  func birthday() { age += 1 }
  final func intro() -> String { "\(name) the \(Self.kind) says \(speak())" }
}
class Dog: Animal {
  override class var kind: String { "dog" }
  override func speak() -> String { "Woof" }
  lazy var tricks: [String] = { log.append("tricks made"); return ["sit"] }()
}
final class Puppy: Dog {
  override func speak() -> String { super.speak().lowercased() + "!" }
  override func birthday() { super.birthday(); super.birthday() }
  convenience init(_ name: String) { self.init(name: name, age: 1); tricks.append("roll") }
}
let pets: [Animal] = [Animal(name: "Cat"), Dog(name: "Rex", age: 3), Puppy("Bit")]
for pet in pets { pet.birthday(); print(pet.intro(), pet.age, pet.log, type(of: pet), pet is Dog, (pet as? Dog)?.tricks ?? []) }
print(pets.compactMap { $0 as? Puppy }.count, pets[1] === pets[1], pets.map { type(of: $0).kind })

struct Temperature: Comparable, Hashable, CustomStringConvertible {
  var celsius: Double
  var fahrenheit: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } }
  static let boiling = Temperature(celsius: 100)
  static var readings = 0
  init(celsius: Double) { self.celsius = celsius; Self.readings += 1 }
  init?(_ text: String) { guard let v = Double(text) else { return nil }; self.init(celsius: v) }
  static func < (a: Self, b: Self) -> Bool { a.celsius < b.celsius }
  var description: String { "\(celsius)°C" }
}
var temp = Temperature("20")!
temp.fahrenheit = 212
print(temp == .boiling, temp, Temperature("x") as Any, [temp, Temperature(celsius: 3)].min()!, Temperature.readings, max(temp, Temperature(celsius: 101)), Set([temp, .boiling]).count)
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth, mars
  var next: Planet? { Planet(rawValue: rawValue + 1) } }
print(Planet.allCases.map { "\($0)=\($0.rawValue)" }, Planet(rawValue: 3)!, Planet.mars.next as Any, Planet.allCases.count, Planet.earth.next!)
enum Level: String, Comparable, CaseIterable { case low, mid = "MIDDLE", high
  static func < (a: Level, b: Level) -> Bool { a.index < b.index }
  private var index: Int { Self.allCases.firstIndex(of: self)! } }
print(Level.low.rawValue, Level(rawValue: "MIDDLE")!, Level.high > .low, Level.allCases.sorted(by: >), Level(rawValue: "x") as Any)
struct Options: OptionSet { let rawValue: Int; static let a = Options(rawValue: 1), b = Options(rawValue: 1 << 1), all: Options = [.a, .b] }
var o: Options = [.a]
o.insert(.b); print(o == .all, o.contains(.a), o.rawValue, o.subtracting(.a).rawValue, o.isEmpty, o.union([]).rawValue, Options().rawValue)
