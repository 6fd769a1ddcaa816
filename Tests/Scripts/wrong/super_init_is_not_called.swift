class Base {
  let n: Int
  init(n: Int) { self.n = n }
}
class Derived: Base {
  let m: Int
  init(m: Int) {
    self.m = m
  }
//^ error: 'super.init' isn't called on all paths before returning from initializer
}
print(Derived(m: 1).m)
