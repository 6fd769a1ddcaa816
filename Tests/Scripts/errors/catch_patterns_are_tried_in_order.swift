enum A: Error { case x, y }
struct B: Error { var n: Int }
func fail(_ i: Int) throws {
  switch i {
  case 0: throw A.x
  case 1: throw A.y
  case 2: throw B(n: 7)
  default: throw B(n: 8)
  }
}
for i in 0...3 {
  do { try fail(i) }
  catch A.x { print("A.x") }
  catch is A { print("another A") }
  catch let b as B where b.n == 7 { print("B seven") }
  catch { print("anything", (error as? B)?.n ?? 0) }
}
