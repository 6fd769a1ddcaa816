// Types of any protocol are named without 'any' when the program runs.
protocol P {}; protocol Q {}
struct S: P, Q {}
print((any P).self, [any P].self, (any P)?.self, ((any P) -> Int).self, (any P & Q).self, Any.self, [Any].self, type(of: S.self as any P.Type))
print(type(of: [S() as any P]), String(describing: (any P).self), String(reflecting: (any P).self))
let x: any P.Type = S.self
print(x, type(of: x), [x])
func f<T>(_ t: T.Type) -> String { "\(T.self)" }
print(f((any P).self), f([any P & Q].self))
