var counter = 0
func next() -> Int {
  defer { counter += 1 }
  return counter
}
print(next(), next(), next(), counter)
