class Unit {
  let n: Int
  init(_ n: Int) { self.n = n }
  deinit { print("bye", n) }
}
class Pair {
  let first: Unit, second: Unit
  init(_ n: Int) { first = Unit(n); second = Unit(n + 1) }
  deinit { print("pair") }
}
var pair: Pair? = Pair(5)
pair = nil
var units = [Unit(7), Unit(8)]
units = []
print("no array")
var pairs: [Pair] = [Pair(20), Pair(30)]
pairs.removeAll()
print("no pairs")
units = [Unit(17), Unit(18)]
units[0] = Unit(19)
print("set")
final class Node {
  var next: Node?
  let n: Int
  init(_ n: Int, _ next: Node?) { self.n = n; self.next = next }
  deinit { print("node", n) }
}
var list: Node? = Node(1, Node(2, Node(3, nil)))
list = nil
print("end")
