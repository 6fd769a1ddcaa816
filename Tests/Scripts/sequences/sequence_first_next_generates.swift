print(Array(sequence(first: 1) { $0 < 100 ? $0 * 2 : nil }))
for n in sequence(first: 5, next: { $0 > 1 ? $0 - 2 : nil }) { print(n) }
print(Array(sequence(state: (0, 1)) { s -> Int? in
  defer { s = (s.1, s.0 + s.1) }
  return s.0
}.prefix(8)))
