enum State: String, CaseIterable {
  case green, amber, red, redAmber = "red+amber", flashing
}

enum Event {
  case tick(Int)
  case fault
  case repair
}

struct Light {
  private(set) var state = State.red
  private(set) var elapsed = 0
  private(set) var transitions: [(from: State, to: State)] = []

  static func duration(of state: State) -> Int {
    switch state {
    case .green: 5
    case .amber: 2
    case .red: 4
    case .redAmber: 1
    case .flashing: .max
    }
  }

  private mutating func enter(_ next: State) {
    transitions.append((from: state, to: next))
    state = next
    elapsed = 0
  }

  mutating func handle(_ event: Event) {
    switch (state, event) {
    case (_, .fault):
      if state != .flashing { enter(.flashing) }
    case (.flashing, .repair):
      enter(.red)
    case (.flashing, _), (_, .repair):
      break
    case (_, .tick(let seconds)):
      for _ in 0..<seconds {
        elapsed += 1
        if elapsed >= Light.duration(of: state) {
          switch state {
          case .green: enter(.amber)
          case .amber: enter(.red)
          case .red: enter(.redAmber)
          case .redAmber: enter(.green)
          case .flashing: break
          }
        }
      }
    }
  }
}

var light = Light()
let script: [Event] = [.tick(3), .tick(1), .tick(1), .tick(6), .fault, .tick(10), .fault, .repair, .repair, .tick(20)]
for event in script {
  light.handle(event)
  print(event, "->", light.state.rawValue, light.elapsed)
}
for (from, to) in light.transitions { print(from.rawValue, "=>", to.rawValue) }
let visits = Dictionary(grouping: light.transitions) { $0.to }.mapValues(\.count)
for state in State.allCases { print(state, visits[state, default: 0]) }
