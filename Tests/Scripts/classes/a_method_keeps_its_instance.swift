class Counter {
  var count = 0
  let name: String
  init(_ name: String) { self.name = name }
  func add(_ number: Int) -> Int {
    count += number
    return count
  }
  deinit { print(name, "ends with", count) }
}

func makeAdder() -> (Int) -> Int { Counter("returned").add }

func run() {
  var adder: ((Int) -> Int)? = makeAdder()
  print(adder!(1), adder!(2))
  adder = nil
  print("let go")

  let counter = Counter("mapped")
  print([1, 2, 3].map(counter.add))
  let twice = { [counter.add, counter.add] }
  print(twice().map { $0(10) })
}
run()
