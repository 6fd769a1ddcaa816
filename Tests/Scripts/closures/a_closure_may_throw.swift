struct TooBig: Error { let n: Int }
let check: (Int) throws -> Int = { n in
  if n > 2 { throw TooBig(n: n) }
  return n
}
do {
  print(try [1, 2].map(check))
  print(try [1, 2, 3].map(check))
} catch let error as TooBig {
  print("too big:", error.n)
}
