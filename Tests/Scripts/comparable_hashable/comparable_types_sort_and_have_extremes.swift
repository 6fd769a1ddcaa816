struct Task: Comparable {
  let priority: Int, name: String
  static func < (a: Task, b: Task) -> Bool { a.priority != b.priority ? a.priority > b.priority : a.name < b.name }
}
var tasks = [Task(priority: 1, name: "rest"), Task(priority: 5, name: "work"), Task(priority: 5, name: "eat")]
tasks.sort()
print(tasks.map(\.name), tasks.min()!.name, tasks.max()!.name)
print(tasks[0] < tasks[1], tasks.sorted(by: >).map(\.name), tasks[0] == Task(priority: 5, name: "eat"))
