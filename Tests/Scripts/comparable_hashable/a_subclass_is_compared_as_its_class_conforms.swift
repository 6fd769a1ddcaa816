class Animal: Equatable { let n: Int; init(_ n: Int) { self.n = n }
  static func == (a: Animal, b: Animal) -> Bool { print("A", terminator: " "); return a.n == b.n } }
class Dog: Animal { 
  static func == (a: Dog, b: Dog) -> Bool { print("D", terminator: " "); return a.n % 10 == b.n % 10 } }
let ds = [Dog(1), Dog(12), Dog(3)]
print(ds.contains(Dog(22)))
print(ds[0] == ds[1])
print(ds.firstIndex(of: Dog(13)) as Any)
print(ds == [Dog(1), Dog(12), Dog(3)])
func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
print(same(Dog(11), Dog(1)))
print(Optional(Dog(11)) == Optional(Dog(1)))
print((Dog(11), 1) == (Dog(1), 1))
let a: Animal = Dog(11)
print(a == Dog(1), [a].contains(Dog(1)))
print(Dog(11) != Dog(1), same([Dog(11)], [Dog(1)]))
class H: Hashable { let n: Int; init(_ n: Int) { self.n = n }
 static func == (a: H, b: H) -> Bool { a.n == b.n }
 func hash(into h: inout Hasher) { h.combine(n) } }
class K: H { static func == (a: K, b: K) -> Bool { false } }
var set = Set<K>(); set.insert(K(1)); set.insert(K(1)); print(set.count, [K(1): 2][K(1)] as Any)
class Cm: Comparable { let n: Int; init(_ n: Int) { self.n = n }
 static func == (a: Cm, b: Cm) -> Bool { a.n == b.n }
 static func < (a: Cm, b: Cm) -> Bool { a.n < b.n } }
class Cn: Cm { static func < (a: Cn, b: Cn) -> Bool { a.n > b.n } }
print([Cn(1), Cn(3), Cn(2)].sorted().map(\.n), [Cn(1), Cn(3)].max()!.n, Cn(1) < Cn(2), max(Cn(1), Cn(2)).n)
class H2: Hashable { let n: Int; init(_ n: Int) { self.n = n }
 static func == (a: H2, b: H2) -> Bool { a.n == b.n }
 func hash(into h: inout Hasher) { h.combine(n) } }
class K2: H2 { }
class L2: H2 { override func hash(into h: inout Hasher) { h.combine(n % 2) } }
var set2 = Set<K2>(); set2.insert(K2(1)); set2.insert(K2(1)); print(set2.count)
var s2: Set<H2> = [K2(1), H2(1), L2(1), L2(1)]; print(s2.count > 0)
var s3: Set<L2> = [L2(1), L2(1)]; print(s3.count, [L2(1): 1][L2(1)] as Any)
