let xs = [4, 9, 2]
print(xs.min()!, xs.max()!)
print([Int]().min() as Any)
let words = ["kiwi", "fig", "banana"]
print(words.max { $0.count < $1.count }!)
print(words.min { $0.count < $1.count }!)
print(words.max()!)
