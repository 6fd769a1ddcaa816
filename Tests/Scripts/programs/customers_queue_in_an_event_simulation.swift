struct Random {
  var state: UInt64
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    state = state &* 2862933555777941757 &+ 3037000493
    return range.lowerBound + Int(state >> 33) % range.count
  }
}

enum Event {
  case arrival(customer: Int)
  case departure(customer: Int, teller: Int)
}

struct Scheduled: Comparable {
  let time: Int, sequence: Int, event: Event
  static func < (a: Scheduled, b: Scheduled) -> Bool { (a.time, a.sequence) < (b.time, b.sequence) }
  static func == (a: Scheduled, b: Scheduled) -> Bool { a.time == b.time && a.sequence == b.sequence }
}

final class Simulation {
  private var agenda: [Scheduled] = []
  private var sequence = 0
  private var random: Random
  private var waiting: [(customer: Int, since: Int)] = []
  private var idleTellers: [Int]
  private(set) var waits: [Int: Int] = [:]
  private(set) var longestQueue = 0
  private(set) var clock = 0
  var trace = false

  init(tellers: Int, seed: UInt64) {
    idleTellers = Array((1...tellers).reversed())
    random = Random(state: seed)
  }

  private func schedule(_ event: Event, after delay: Int) {
    sequence += 1
    let item = Scheduled(time: clock + delay, sequence: sequence, event: event)
    let index = agenda.firstIndex { item < $0 } ?? agenda.count
    agenda.insert(item, at: index)
  }

  private func serveNext() {
    while !waiting.isEmpty, let teller = idleTellers.popLast() {
      let (customer, since) = waiting.removeFirst()
      waits[customer] = clock - since
      log("teller \(teller) serves \(customer)")
      schedule(.departure(customer: customer, teller: teller), after: random.integer(in: 3...9))
    }
  }

  private func log(_ text: @autoclosure () -> String) {
    if trace { print("t=\(clock)", text()) }
  }

  func run(customers: Int) {
    schedule(.arrival(customer: 1), after: 0)
    while !agenda.isEmpty {
      let next = agenda.removeFirst()
      clock = next.time
      switch next.event {
      case .arrival(let customer):
        log("\(customer) arrives")
        waiting.append((customer, clock))
        if customer < customers {
          schedule(.arrival(customer: customer + 1), after: random.integer(in: 1...4))
        }
      case let .departure(customer, teller):
        log("\(customer) leaves")
        idleTellers.append(teller)
      }
      serveNext()
      longestQueue = max(longestQueue, waiting.count)
    }
  }
}

let small = Simulation(tellers: 1, seed: 3)
small.trace = true
small.run(customers: 4)
for tellers in 1...4 {
  let simulation = Simulation(tellers: tellers, seed: 11)
  simulation.run(customers: 50)
  let total = simulation.waits.values.reduce(0, +)
  print("\(tellers) tellers: closes at \(simulation.clock), longest queue \(simulation.longestQueue),",
    "mean wait \(Double(total) / Double(simulation.waits.count))")
}
