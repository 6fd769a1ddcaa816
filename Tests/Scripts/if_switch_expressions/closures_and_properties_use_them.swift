struct Light {
  var level: Int
  var name: String { if level > 50 { "bright" } else { "dim" } }
}
print(Light(level: 60).name, Light(level: 3).name)
print([1, 2, 3, 4].map { switch $0 % 2 { case 0: "even"; default: "odd" } })
let x: Double = if true { 1 } else { 2.5 }
print(x)
