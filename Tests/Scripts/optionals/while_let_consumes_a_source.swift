var numbers = [3, 2, 1]
while let n = numbers.popLast() { print(n, terminator: " ") }
print()
var lines = ["one", "two"].makeIterator()
while let line = lines.next() { print(line) }
