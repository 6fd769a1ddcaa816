import Foundation
let start = Date()
var sum = 0
for i in 0..<1000 { sum += i }
let elapsed = Date().timeIntervalSince(start)
print(sum, elapsed >= 0, elapsed < 60)
print(Date() >= start)
