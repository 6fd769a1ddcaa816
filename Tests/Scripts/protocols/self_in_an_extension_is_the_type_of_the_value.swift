// 'Self' in what a protocol adds is the type of the value that it is called on.
protocol Animal { static var kind: String { get }; init(name: String); var name: String { get } }
extension Animal { static func make(_ n: String) -> Self { Self(name: n) } ; var intro: String { "\(name) the \(Self.kind)" } }
struct Cat: Animal { static var kind: String { "cat" }; var name: String }
let t: any Animal.Type = Cat.self
let a = t.make("X")
print(a.name)
print(a.intro)
let b: any Animal = Cat(name: "q")
print(b.intro)
