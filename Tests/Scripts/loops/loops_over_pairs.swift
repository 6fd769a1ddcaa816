let names = ["ann", "bob", "cid"]
let ages = [31, 42, 53, 64]
for (index, name) in names.enumerated() { print(index, name, terminator: " ") }
print()
for (name, age) in zip(names, ages) where age > 35 { print(name, age, terminator: " ") }
print()
for (age, name) in zip(ages, names) {
  if age == 42 { continue }
  print(name, age, terminator: " ")
}
print()
for (_, age) in ages.enumerated() { print(age, terminator: " ") }
for (index, _) in ages.enumerated() { print(index, terminator: " ") }
for (i, (a, b)) in zip(names, ages).enumerated() { print(i, a, b, terminator: " ") }
print()
for pair in names.enumerated() { print(pair.offset, pair.element, terminator: " ") }
for (index, name) in names.enumerated().reversed() { print(index, name, terminator: " ") }
for (var index, name) in names.enumerated() {
  index += 10
  print(index, name, terminator: " ")
}
print()
for (i, x) in [Int]().enumerated() { print("never", i, x) }
for (a, b) in zip([1, 2], [String]()) { print("never", a, b) }

func positions(of wanted: Int, in list: [Int]) -> [Int] {
  var found: [Int] = []
  for (index, value) in list.enumerated() {
    if value == wanted { found.append(index) }
    if found.count == 3 { break }
  }
  return found
}
print(positions(of: 1, in: [1, 0, 1, 1, 1]))

// The loop goes over the array as it was, and closures keep their own.
var list = [1, 2, 3]
var later: [() -> Int] = []
for (index, value) in list.enumerated() {
  list[index] = value * 10
  list.append(value)
  later.append { index * 100 + value }
}
print(list, later.map { $0() })
var grid = [[1, 2], [3, 4]]
for (y, row) in grid.enumerated() {
  for (x, value) in row.enumerated() { grid[y][x] = value + 10 * y + x }
}
print(grid)
outer: for (i, row) in grid.enumerated() {
  for (j, value) in row.enumerated() {
    if value > 2 { continue outer }
    print(i, j, value, terminator: " ")
  }
}
print()
var text = ""
for (index, character) in "héllo".enumerated() where index % 2 == 0 { text.append(character) }
for character in text.dropFirst() { text += "\(character)\(text.count)" }
print(text)
for (index, scalar) in "añ".unicodeScalars.enumerated() { print(index, scalar.value, terminator: " ") }
for (number, word) in zip(1..., ["x", "y"]) { print(number, word, terminator: " ") }
print()
