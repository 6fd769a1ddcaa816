func total(_ numbers: Int..., times factor: Int = 1) -> Int {
  numbers.reduce(0, +) * factor
}
print(total(), total(1), total(1, 2, 3), total(1, 2, times: 10))
func list(_ title: String, _ items: String...) { print(title, items.count, items) }
list("none")
list("two", "a", "b")
