struct Inner: Error {}
struct Outer: Error { let cause: Error }
func work() throws {
  do {
    throw Inner()
  } catch {
    throw Outer(cause: error)
  }
}
do {
  do { try work() } catch is Inner { print("not here") }
} catch let e as Outer {
  print("outer caused by", e.cause)
}
print("after")
