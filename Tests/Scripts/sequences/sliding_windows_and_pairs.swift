let xs = [1, 4, 9, 16]
print(zip(xs, xs.dropFirst()).map { $1 - $0 })
let windows = (0...(xs.count - 3)).map { Array(xs[$0..<$0 + 3]) }
print(windows)
var pairs: [(Int, Int)] = []
for i in xs.indices { for j in xs.indices where j > i { pairs.append((xs[i], xs[j])) } }
print(pairs.count, pairs.last!)
