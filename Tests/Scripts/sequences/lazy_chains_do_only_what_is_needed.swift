var calls = 0
let firstBig = (1...1_000).lazy.map { n -> Int in
  calls += 1
  return n * n
}.first { $0 > 50 }
print(firstBig!, calls)
let lazyFilter = [1, 2, 3, 4].lazy.filter { n in
  print("testing", n)
  return n % 2 == 0
}
print("nothing tested yet")
print(lazyFilter.first!)
