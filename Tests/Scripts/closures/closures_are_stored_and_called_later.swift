var handlers: [String: (Int) -> String] = [:]
handlers["double"] = { "\($0 * 2)" }
handlers["stars"] = { String(repeating: "*", count: $0) }
for name in handlers.keys.sorted() { print(name, handlers[name]!(3)) }
print(handlers["missing"]?(3) ?? "no handler")
var queue: [() -> Void] = []
func later(_ action: @escaping () -> Void) { queue.append(action) }
later { print("one") }
later { print("two") }
print("queued", queue.count)
queue.forEach { $0() }
