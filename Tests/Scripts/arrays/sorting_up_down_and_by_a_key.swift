var xs = [5, 2, 8, 1]
print(xs.sorted(), xs.sorted(by: >))
print(xs)
xs.sort()
print(xs)
xs.sort(by: >)
print(xs)
let words = ["banana", "fig", "cherry", "apple"]
print(words.sorted { $0.count < $1.count || ($0.count == $1.count && $0 < $1) })
