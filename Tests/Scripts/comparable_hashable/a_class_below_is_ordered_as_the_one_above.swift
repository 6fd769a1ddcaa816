// A class inherits its order and its equality from the class that conforms.
class Task: Comparable {
  let id: Int
  init(_ id: Int) { self.id = id }
  static func == (l: Task, r: Task) -> Bool { l.id == r.id }
  static func < (l: Task, r: Task) -> Bool { l.id < r.id }
}
final class Flaky: Task {}
final class Composite: Task { var c: [Task]; init(_ c: Task...) { self.c = c; super.init(9) }
  func run() -> [Int] { c.sorted().map(\.id) } }
print([Task(2), Flaky(1)].sorted().map(\.id))
print(Composite(Task(4), Flaky(3)).run())
print([Flaky(2), Flaky(1)].sorted().map(\.id), [Flaky(2), Flaky(1)].max()!.id, Flaky(1) < Flaky(2), Flaky(1) == Task(1))
