enum State { case idle, running(progress: Double) }
func describe(_ state: State) -> String { "\(state)" }
print([.idle, .running(progress: 0)].map(describe))
for number: UInt32 in [0, 0x40, .max] { print(number, type(of: number)) }
for letter: Character in ["a", "Z"] { print(letter.isUppercase) }
enum Way: CaseIterable {
  case up, down
  var delta: (Int, Int) { [.up: (-1, 0), .down: (1, 0)][self]! }
}
print(Way.allCases.map(\.delta.0))
let known: [Character: Character] = ["a": "b"]
print("a1!".compactMap { known[$0] ?? ($0.isNumber ? $0 : nil) })
let share: Double? = nil
print(share ?? -1, [share ?? 0.5, 2])
let counts = "banana".reduce(into: [:]) { $0[$1, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
let mixed: [Any?] = [1, [2, nil], nil]
print(mixed.count, 1...3 ~= 2, "abc".filter { ["a", "c"].contains($0) })
func overload(_ x: Int) -> String { "int" }
func overload(_ x: Double) -> String { "double" }
func overload<T>(_ x: T) -> String { "generic" }
print(overload(1), overload(1.5), overload("a"), [1, 2].map(overload), [1.5].map(overload))
