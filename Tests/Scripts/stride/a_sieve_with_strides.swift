let limit = 50
var prime = [Bool](repeating: true, count: limit + 1)
prime[0] = false
prime[1] = false
var p = 2
while p * p <= limit {
  if prime[p] {
    for multiple in stride(from: p * p, through: limit, by: p) { prime[multiple] = false }
  }
  p += 1
}
print(prime.indices.filter { prime[$0] })
