enum PlanError: Error {
  case cycle([String])
  case unknown(String, neededBy: String)
}

struct Plan {
  private var needs: [String: [String]] = [:]
  private var hours: [String: Int] = [:]

  mutating func add(_ task: String, hours: Int, after: String...) {
    needs[task] = after
    self.hours[task] = hours
  }

  func ordered() throws -> [String] {
    enum Mark { case visiting, done }
    var marks: [String: Mark] = [:]
    var order: [String] = []
    var trail: [String] = []

    func visit(_ task: String) throws {
      switch marks[task] {
      case .done: return
      case .visiting:
        let start = trail.firstIndex(of: task)!
        throw PlanError.cycle(trail[start...] + [task])
      case nil: break
      }
      marks[task] = .visiting
      trail.append(task)
      defer { trail.removeLast() }
      for need in needs[task]! {
        guard needs[need] != nil else { throw PlanError.unknown(need, neededBy: task) }
        try visit(need)
      }
      marks[task] = .done
      order.append(task)
    }

    for task in needs.keys.sorted() { try visit(task) }
    return order
  }

  func schedule() throws -> [(task: String, start: Int, end: Int)] {
    var end: [String: Int] = [:]
    return try ordered().map { task in
      let start = needs[task]!.map { end[$0]! }.max() ?? 0
      end[task] = start + hours[task]!
      return (task, start, end[task]!)
    }
  }

  func criticalPath() throws -> [String] {
    let table = Dictionary(uniqueKeysWithValues: try schedule().map { ($0.task, $0) })
    guard var current = table.values.max(by: { ($0.end, $1.task) < ($1.end, $0.task) }) else { return [] }
    var path = [current.task]
    while let before = needs[current.task]!.compactMap({ table[$0] }).first(where: { $0.end == current.start }) {
      path.insert(before.task, at: 0)
      current = before
    }
    return path
  }
}

var house = Plan()
house.add("foundation", hours: 10)
house.add("walls", hours: 15, after: "foundation")
house.add("roof", hours: 8, after: "walls")
house.add("wiring", hours: 5, after: "walls")
house.add("plumbing", hours: 7, after: "foundation")
house.add("painting", hours: 6, after: "wiring", "plumbing", "roof")

do {
  print(try house.ordered())
  for (task, start, end) in try house.schedule() {
    let bar = String(repeating: " ", count: start) + String(repeating: "=", count: end - start)
    print(bar, task, start, end)
  }
  print("critical:", try house.criticalPath().joined(separator: " > "))

  house.add("furniture", hours: 1, after: "painting", "sofa")
  _ = try house.ordered()
} catch PlanError.unknown(let task, let neededBy) {
  print("unknown task \(task), needed by \(neededBy)")
}

var circular = Plan()
circular.add("a", hours: 1, after: "b")
circular.add("b", hours: 1, after: "c")
circular.add("c", hours: 1, after: "a")
do {
  print(try circular.ordered())
} catch PlanError.cycle(let tasks) {
  print("cycle:", tasks.joined(separator: " -> "))
} catch {
  print("unexpected", error)
}
