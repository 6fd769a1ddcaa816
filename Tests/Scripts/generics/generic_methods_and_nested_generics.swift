struct Box<T> {
  let value: T
  func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(value: f(value)) }
}
let box = Box(value: 20).map { $0 + 1 }.map { "n\($0)" }
print(box.value, box)
let nested = Box(value: Box(value: [1]))
print(nested.value.value[0])
