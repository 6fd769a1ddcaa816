protocol Job: AnyObject {
  var name: String { get }
  var isFinished: Bool { get }
  func step() throws
}

enum JobError: Error { case crashed(String), quota(limit: Int) }

class Counting: Job {
  let name: String
  private(set) var count = 0
  let goal: Int
  init(name: String, goal: Int) {
    self.name = name
    self.goal = goal
  }
  var isFinished: Bool { count >= goal }
  func step() throws { count += 1 }
}

final class Fragile: Counting {
  let breaksAt: Int
  init(name: String, goal: Int, breaksAt: Int) {
    self.breaksAt = breaksAt
    super.init(name: name, goal: goal)
  }
  override func step() throws {
    try super.step()
    if count == breaksAt { throw JobError.crashed("\(name) at \(count)") }
  }
}

final class Generator<T>: Job {
  let name: String
  private var produce: () -> T?
  private(set) var items: [T] = []
  private(set) var isFinished = false
  init(name: String, _ produce: @escaping () -> T?) {
    self.name = name
    self.produce = produce
  }
  func step() throws {
    guard let item = produce() else {
      isFinished = true
      return
    }
    items.append(item)
    if items.count > 5 { throw JobError.quota(limit: 5) }
  }
}

struct Scheduler {
  private var queue: [any Job] = []
  private(set) var log: [String] = []
  private(set) var failures: [String: any Error] = [:]

  mutating func add(_ job: any Job) { queue.append(job) }

  mutating func run(slice: Int) {
    var turn = 0
    while !queue.isEmpty {
      turn += 1
      let job = queue.removeFirst()
      do {
        for _ in 0..<slice {
          if job.isFinished { break }
          try job.step()
        }
        if job.isFinished { log.append("\(turn) \(job.name) done") } else { queue.append(job) }
      } catch JobError.quota(let limit) {
        log.append("\(turn) \(job.name) over \(limit)")
        failures[job.name] = JobError.quota(limit: limit)
      } catch {
        log.append("\(turn) \(job.name) failed")
        failures[job.name] = error
      }
    }
  }
}

var letters = "xyz".makeIterator()
var n = 0
let spelling = Generator(name: "spelling") { letters.next() }
let endless = Generator<Int>(name: "endless") { n += 1; return n * n }
var scheduler = Scheduler()
for job in [
  Counting(name: "short", goal: 2), Counting(name: "long", goal: 7),
  Fragile(name: "fragile", goal: 9, breaksAt: 3), spelling, endless,
] as [any Job] {
  scheduler.add(job)
}
scheduler.run(slice: 2)
scheduler.log.forEach { print($0) }
for (name, error) in scheduler.failures.sorted(by: { $0.key < $1.key }) { print(name, error) }
print(spelling.items, endless.items)
