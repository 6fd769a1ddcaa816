@dynamicMemberLookup
struct Settings {
  private var values: [String: Double] = ["volume": 0.5]
  subscript(dynamicMember name: String) -> Double? {
    get { values[name] }
    set { values[name] = newValue }
  }
  var names: [String] { values.keys.sorted() }
}
var settings = Settings()
settings.contrast = 1.5
settings.volume! *= 2
print(settings.volume!, settings.contrast ?? 0, settings.unknown as Any, settings.names)
settings.contrast = nil
print(settings.names)
struct Point { var x = 1, y = 2 }
@dynamicMemberLookup
struct Boxed<Value> {
  var value: Value
  subscript<T>(dynamicMember path: WritableKeyPath<Value, T>) -> T {
    get { value[keyPath: path] }
    set { value[keyPath: path] = newValue }
  }
}
var box = Boxed(value: Point())
box.x += 10
print(box.x, box.y, box.value)
@dynamicCallable
struct Command {
  let name: String
  func dynamicallyCall(withArguments words: [String]) -> String { ([name] + words).joined(separator: " ") }
  func dynamicallyCall(withKeywordArguments pairs: KeyValuePairs<String, Int>) -> String {
    name + pairs.map { " --\($0.key)=\($0.value)" }.joined()
  }
}
let git = Command(name: "git")
print(git("add", "file"), git(depth: 1, jobs: 4), git())
