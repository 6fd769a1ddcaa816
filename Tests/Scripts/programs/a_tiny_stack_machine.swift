enum Instruction {
  case push(Int)
  case add, subtract, multiply, divide
  case load(String), store(String)
  case jump(Int), jumpIfZero(Int)
  case call(Int), ret
  case print
  case halt
}

enum MachineError: Error {
  case emptyStack(at: Int)
  case unknownVariable(String)
  case divisionByZero(at: Int)
  case tooManySteps
}

struct Machine {
  let program: [Instruction]
  private var stack: [Int] = []
  private var returns: [Int] = []
  private var variables: [String: Int] = [:]
  private var counter = 0
  private(set) var output: [String] = []
  private(set) var steps = 0

  init(_ program: [Instruction]) { self.program = program }

  private mutating func pop() throws -> Int {
    guard let top = stack.popLast() else { throw MachineError.emptyStack(at: counter) }
    return top
  }

  private mutating func binary(_ operation: (Int, Int) -> Int) throws {
    let b = try pop(), a = try pop()
    stack.append(operation(a, b))
  }

  mutating func run(limit: Int = 10_000) throws {
    while counter < program.count {
      steps += 1
      if steps > limit { throw MachineError.tooManySteps }
      let instruction = program[counter]
      counter += 1
      switch instruction {
      case .push(let n): stack.append(n)
      case .add: try binary(+)
      case .subtract: try binary(-)
      case .multiply: try binary(*)
      case .divide:
        guard stack.last != 0 else { throw MachineError.divisionByZero(at: counter - 1) }
        try binary(/)
      case .load(let name):
        guard let value = variables[name] else { throw MachineError.unknownVariable(name) }
        stack.append(value)
      case .store(let name): variables[name] = try pop()
      case .jump(let target): counter = target
      case .jumpIfZero(let target): if try pop() == 0 { counter = target }
      case .call(let target):
        returns.append(counter)
        counter = target
      case .ret: counter = returns.removeLast()
      case .print: output.append(String(try pop()))
      case .halt: return
      }
    }
  }
}

let factorial: [Instruction] = [
  .push(10), .store("n"),
  .push(1), .store("result"),
  .load("n"), .jumpIfZero(15),
  .load("result"), .load("n"), .multiply, .store("result"),
  .load("n"), .push(1), .subtract, .store("n"),
  .jump(4),
  .load("result"), .print,
]
let squares: [Instruction] = [
  .push(3), .call(6), .print,
  .push(12), .call(6), .jump(10),
  .store("x"), .load("x"), .load("x"), .jump(12),
  .print, .halt,
  .multiply, .ret,
]
let programs: [(String, [Instruction])] = [
  ("factorial", factorial),
  ("squares", squares),
  ("underflow", [.push(1), .add]),
  ("unknown", [.load("ghost"), .print]),
  ("division", [.push(4), .push(0), .divide, .print]),
  ("endless", [.jump(0)]),
]
for (name, program) in programs {
  var machine = Machine(program)
  do {
    try machine.run()
    print(name, machine.output, "in", machine.steps, "steps")
  } catch {
    print(name, "failed:", error)
  }
}
