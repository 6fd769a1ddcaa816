func makeCounter(step: Int = 1) -> () -> Int {
  var n = 0
  return {
    n += step
    return n
  }
}
let a = makeCounter(), b = makeCounter(step: 10)
print(a(), a(), b(), a(), b())
