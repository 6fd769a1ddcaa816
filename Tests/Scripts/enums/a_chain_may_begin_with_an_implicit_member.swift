struct Settings {
  var depth = 1
  static let shared = Settings(depth: 3)
  static func make(_ depth: Int) -> Settings { Settings(depth: depth) }
  var deeper: Settings { Settings(depth: depth + 1) }
  func times(_ n: Int) -> Settings { Settings(depth: depth * n) }
  subscript(n: Int) -> Settings { Settings(depth: depth + n) }
}
let a: Settings = .shared.deeper.times(2)
let b: Settings = .make(4).deeper
let c: Settings = .shared[10]
let d: Settings? = .make(1).times(7)
print(a.depth, b.depth, c.depth, d!.depth)
func show(_ settings: Settings) { print(settings.depth) }
show(.shared.deeper.deeper)
enum Level: Int { case low, high; var next: Level { .high } }
let level: Level = .low.next
print(level)
