// Truth values in an array are changed, moved and compared like all elements.
struct Board: Equatable {
  var cells: [[Bool]]
  var width: Int { cells[0].count }

  mutating func toggle(_ row: Int, _ column: Int) { cells[row][column].toggle() }

  subscript(row: Int, column: Int) -> Bool {
    get { cells[row][column] }
    set { cells[row][column] = newValue }
  }
}

func invert(_ value: inout Bool) { value = !value }

var flags = [true, false, true]
let before = flags
flags.append(false)
flags.insert(true, at: 1)
flags[0] = false
flags[2].toggle()
invert(&flags[3])
print(flags, before, flags.count, flags == before)

print(flags.removeLast(), flags.remove(at: 0), flags.popLast() as Any, flags)
flags += [true, false]
flags.swapAt(0, flags.count - 1)
flags.replaceSubrange(0..<1, with: [true, true, false])
print(flags, flags.first as Any, flags.last as Any, flags.reversed() as [Bool])
print(flags[1...], Array(flags.prefix(2)), flags.dropFirst().count, flags.suffix(2))
flags.removeAll(keepingCapacity: true)
print(flags, flags.isEmpty, flags.first as Any, [Bool]() == flags)

let pattern = (0..<8).map { $0 % 3 == 0 }
print(pattern, pattern.filter { $0 }.count, pattern.contains(true), pattern.firstIndex(of: false)!)
print(pattern.map { $0 ? 1 : 0 }.reduce(0, +), pattern.allSatisfy { $0 }, zip(pattern, before).map { $0 && $1 })
print(pattern.enumerated().filter { $0.element }.map(\.offset))
for (index, flag) in pattern.enumerated() where flag { print(index, terminator: " ") }
print()
for flag in before { print(flag ? "yes" : "no", terminator: " ") }
print()

var board = Board(cells: [[Bool]](repeating: [Bool](repeating: false, count: 3), count: 2))
let empty = board
board.toggle(0, 1)
board[1, 2] = true
board.cells[0][1] = board[1, 2] && board[0, 1]
print(board.cells, empty.cells, board == empty, board.width)

var table: [[Bool]: String] = [[true, false]: "first", [false]: "second"]
table[[true, false], default: ""] += " again"
print(table[[true, false]]!, table[[false]]!, table[[]] as Any, Set([[true], [true], [false]]).count)

let mixed: [Any] = [before, [1, 2], "text"]
if let again = mixed[0] as? [Bool] { print(again, again == before) }
print(mixed[1] is [Bool], mixed)
let optionals: [Bool?] = before + [nil]
print(optionals.compactMap { $0 }, optionals.count, optionals[3] as Any)
dump([true, false])
let makers: [(Int) -> Bool] = [{ $0 > 1 }, { $0 > 2 }]
print(makers.map { $0(2) }, "\([true])", String(describing: before))
