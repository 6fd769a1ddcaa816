var total = 0 { didSet { print("total \(oldValue) -> \(total)"); if total > 10 { total = 10 } } }
total = 5; total += 20; print(total)
var name: String = "a" { willSet { print("will", newValue, name) } didSet(old) { print("did", old, name) } }
name += "b"; name.append("c"); print(name)
var list = [1, 2] { didSet { print("count", list.count) } }
list.append(3); list[0] = 9; list.removeAll { $0 == 2 }; print(list)
func bump() { total -= 1 }
bump(); print(total)
func local() -> Int {
  var x = 1 { willSet(n) { print("x will be \(n)") } didSet { if x < 0 { x = 0 } } }
  x = 4; x -= 10
  let f = { x += 2 }
  f(); f()
  var opt: Int? { didSet { print("opt", oldValue as Any, opt as Any) } }
  opt = 3; opt = nil
  return x
}
print(local())
struct Temp { static var count = 0 { didSet { print("static", count) } }; var t = 1.0 { didSet { if t > 2 { t = 2 } } } }
Temp.count += 1; var tp = Temp(); tp.t = 5; print(tp.t)
