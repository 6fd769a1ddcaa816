struct Polynomial { var c: [Int] }
func + (p: Polynomial, q: Polynomial) -> Polynomial {
  Polynomial(c: (0..<max(p.c.count, q.c.count)).map { i in
    (i < p.c.count ? p.c[i] : 0) + (i < q.c.count ? q.c[i] : 0)
  })
}
func * (p: Polynomial, k: Int) -> Polynomial { Polynomial(c: p.c.map { $0 * k }) }
func + <T>(xs: [T], x: T) -> [T] { var ys = xs; ys.append(x); return ys }
print((Polynomial(c: [1, 2]) + Polynomial(c: [0, 1, 5]) * 2).c, [1, 2] + 3)
