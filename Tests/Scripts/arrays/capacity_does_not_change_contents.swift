var xs: [Int] = []
xs.reserveCapacity(100)
print(xs.count, xs.capacity >= 100)
for i in 0..<5 { xs.append(i * i) }
print(xs)
xs.removeAll(keepingCapacity: true)
print(xs.isEmpty, xs.capacity >= 5)
