var a = [1, 2, 3][...]
print(a.count, a.popFirst() as Any, a.first as Any, a.count, Array(a))
final class P {
  var tokens: ArraySlice<Int>
  init(_ t: [Int]) throws { tokens = t[...] }
  func next() -> Int? { tokens.popFirst() }
}
let p = try P([7, 8])
print(p.tokens.count, p.next() as Any, p.next() as Any, p.next() as Any)
struct T { var n: Int; mutating func all() throws -> [Int] { var out: [Int] = []; while n > 0 { out.append(n); n -= 1 }; return out } }
final class Q {
  private var tokens: ArraySlice<Int>
  init(_ s: Int) throws { var t = T(n: s); tokens = try t.all()[...] }
  func next() -> Int? { guard let t = tokens.popFirst() else { return nil }; return t }
}
print(try Q(3).next() as Any)
