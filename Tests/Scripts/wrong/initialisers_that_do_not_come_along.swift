// Designated initialisers do not come along where a class declares its own.
class A { init(a: Int) {}; convenience init() { self.init(a: 1) } }
class B: A { init(b: Int) { super.init(a: b) } }
class C: B {}
_ = B()
//    ^ error: missing argument for parameter 'b' in call
_ = C(a: 1)
//   ^ error: incorrect argument label in call (have 'a:', expected 'b:')
_ = C()
//    ^ error: missing argument for parameter 'b' in call
_ = C(b: 2)
