func sieve(upTo limit: Int) -> [Int] {
  guard limit >= 2 else { return [] }
  var composite = [Bool](repeating: false, count: limit + 1)
  var primes: [Int] = []
  for n in 2...limit {
    if composite[n] { continue }
    primes.append(n)
    var multiple = n * n
    while multiple <= limit {
      composite[multiple] = true
      multiple += n
    }
  }
  return primes
}

func isPrime(_ n: Int) -> Bool {
  guard n > 3 else { return n > 1 }
  if n % 2 == 0 || n % 3 == 0 { return false }
  var d = 5
  while d * d <= n {
    if n % d == 0 || n % (d + 2) == 0 { return false }
    d += 6
  }
  return true
}

struct Primes: Sequence, IteratorProtocol {
  private var known: [Int] = []
  private var candidate = 1
  mutating func next() -> Int? {
    repeat { candidate += 1 } while known.contains { $0 * $0 <= candidate && candidate % $0 == 0 }
    known.append(candidate)
    return candidate
  }
}

func factors(of n: Int) -> [Int: Int] {
  var rest = n, result: [Int: Int] = [:], d = 2
  while d * d <= rest {
    while rest % d == 0 {
      result[d, default: 0] += 1
      rest /= d
    }
    d += 1
  }
  if rest > 1 { result[rest, default: 0] += 1 }
  return result
}

func modularPower(_ base: Int, _ exponent: Int, _ modulus: Int) -> Int {
  var result = 1, base = base % modulus, exponent = exponent
  while exponent > 0 {
    if exponent % 2 == 1 { result = result * base % modulus }
    base = base * base % modulus
    exponent /= 2
  }
  return result
}

let small = sieve(upTo: 100)
print(small)
print(small == (1...100).filter(isPrime), small == Array(Primes().prefix(25)))
print(sieve(upTo: 20_000).count, sieve(upTo: 1))
for n in [360, 97, 1001, 65536, 999_999] {
  let text = factors(of: n).sorted { $0.key < $1.key }.map { $0.value == 1 ? "\($0.key)" : "\($0.key)^\($0.value)" }
  print(n, "=", text.joined(separator: " * "))
}
let twins = zip(small, small.dropFirst()).filter { $1 - $0 == 2 }.map { "\($0)/\($1)" }
print(twins.joined(separator: " "))
print(small.filter { p in p > 2 && modularPower(2, p - 1, p) != 1 }, modularPower(3, 200, 50))
let perfect = (2...500).filter { n in (1..<n).filter { n % $0 == 0 }.reduce(0, +) == n }
print(perfect)
