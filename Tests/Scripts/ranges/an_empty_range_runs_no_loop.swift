var runs = 0
for _ in 3..<3 { runs += 1 }
for _ in stride(from: 5, to: 0, by: 1) { runs += 1 }
print(runs)
let n = 0
for i in 0..<n { print("never", i) }
print(Array(0..<0), (0..<0).max() as Any)
