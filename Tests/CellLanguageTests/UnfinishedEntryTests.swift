import CellLanguage
import Glibc
import Testing

/// A library that goes wrong where it is asked to.
private func faults(_ flag: InterruptFlag) -> HostLibrary {
  struct Refusal: Error, CustomStringConvertible { let description = "refused" }
  return HostLibrary(functions: [
    HostFunction("func refuse() throws -> Int", "Throws.") { () throws -> Int in throw Refusal() },
    HostFunction("func interrupt() -> Int", "Raises the flag.") { () -> Int in
      flag.raise()
      return 0
    },
  ])
}

/// Entries made at random, in which any statement can be made to fail when it has done half of its work.
private struct RandomEntry {
  var statements: [String] = []
  private var generator: SplitMix

  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// What every entry is run from.
  static let start = """
    struct Point { var x = 1; var list = [1, 2]; static var count = 0 }
    final class Node { var value = 0; var next: Node?; var point = Point() }
    enum Shape { case none, square(Int), pair(Int, [Int]) }
    struct Failure: Error {}
    func change(_ array: inout [Int], _ value: Int) { array.append(value) }
    func fail(_ value: Int) throws -> Int { if value >= 0 { throw Failure() }; return value }
    func counter() -> () -> Int { var n = 0; return { n += 1; return n } }
    var a = 1, b = 2.5, s = "text", list = [1, 2, 3], words = ["one", "two"]
    var table = ["k": [1]], set: Set = [1, 2], point = Point(), points = [Point(), Point()]
    var pair = (1, "x"), maybe: Int? = 3, shape = Shape.square(2), any: Any = 1
    let node = Node(), other = node
    node.next = Node()
    let count = counter()
    """

  static let names = [
    "a", "b", "s", "list", "words", "table[\"k\"]!", "table.count", "set.sorted()", "point",
    "points", "pair", "maybe as Any", "shape", "any", "node.value", "node.next!.value",
    "node.point.list", "node === other", "Point.count", "count()", "new0", "new1", "new2", "new3",
    "again()",
  ]

  private static let changes = [
    "a += 1", "a = a &* 31 % 1000", "b *= 1.5", "s += \"+\"", "list.append(a)",
    "list[0] = list.count", "list = list.map { $0 + 1 }", "words.removeLast(); words.append(\"w\")",
    "table[\"k\"]!.append(a)", "table[\"n\\(a)\"] = list", "set.insert(a)", "point.x += a",
    "point.list[0] = a", "points[1].list.append(a)", "points.append(point)", "pair.0 += 1",
    "pair = (a, s)", "maybe = maybe == nil ? a : nil", "shape = .pair(a, list)", "any = list",
    "any = a", "node.value += 1", "node.next!.value = a", "node.point.list.append(a)",
    "other.point.x = a", "Point.count += 1", "change(&list, a)", "_ = count()",
    "for i in 0..<3 { list.append(i); a += i }", "if a > 2 { s += \"if\"; node.value = 7 }",
    "do { var c = list; c.append(1); list = c }", "change(&points[0].list, 4)",
    "func again() -> Int { a + new2 }", "func again() -> Int { list.count }",
    "struct Late { var y = 2 }", "extension Point { var twice: Int { x * 2 } }",
    "let new0 = a", "var new1 = list", "let (new2, unused) = (a, s)", "let new3: Int",
    "switch a % 3 { case 0: list = []; list.append(0); default: s += \"d\" }",
  ]

  /// Ways to fail.
  static let failures = [
    "a += 1 / (a - a)", "list.append([1][7])", "a = try fail(a &* 0)", "a = try refuse()",
    "node.value = [0][1]", "list = []; list.append(table[\"none\"]![0])", "fatalError()",
    "interrupt(); while true { a += 1 }",
  ]

  init(seed: UInt64) {
    generator = SplitMix(state: seed)
    for _ in 0..<Int.random(in: 1...12, using: &generator) { statements.append(change()) }
    // A name can be declared once.
    var seen: Set<String> = []
    statements = statements.filter { statement in
      !statement.hasPrefix("let") && !statement.hasPrefix("var") && !statement.hasPrefix("func")
        && !statement.hasPrefix("struct") && !statement.hasPrefix("ext")
        || seen.insert(String(statement.prefix(8))).inserted
    }
  }

  private mutating func change() -> String { pick(Self.changes) }

  /// A statement that does something and then fails.
  mutating func failing() -> String {
    let words = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      pick(Self.changes.filter { !$0.hasPrefix("let new3") })
    }
    let body = words + [pick(Self.failures)]
    let closed = body.joined(separator: "\n  ")
    return pick([
      "do {\n  \(closed)\n}", "if a != -5 {\n  \(closed)\n}", "for _ in 0..<1 {\n  \(closed)\n}",
    ])
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}

/// Whether there is time for more of the same.
private let isLong = unsafe getenv("LONG_TESTS") != nil

@Suite struct UnfinishedEntryTests {
  @Test(arguments: 0..<12)
  func `a failed entry leaves what its finished statements alone would`(_ seed: Int) throws {
    var entry = RandomEntry(seed: UInt64(seed))
    let flag = InterruptFlag()
    let runner = CellRunner(library: faults(flag))
    let start = runner.run(RandomEntry.start, from: CellState(), console: Recorder())
    #expect(start.failure == nil)

    for place in 0...entry.statements.count {
      let failing = entry.failing()
      var statements = entry.statements
      statements.insert(failing, at: place)
      // What is declared in an entry can be used all through it, so it has to be known here too.
      let known = entry.statements[..<place].contains { $0.hasPrefix("let (new2") }
      let later = entry.statements[place...].filter {
        $0.hasPrefix("struct") || $0.hasPrefix("ext")
          || $0.hasPrefix("func") && (known || !$0.contains("new2"))
      }
      let finished = entry.statements[..<place] + later
      flag.lower()
      let failed = runner.run(
        statements.joined(separator: "\n"), from: start.state, console: Recorder(), interrupt: flag)
      flag.lower()
      guard let failure = failed.failure, failure.kind != .source else { continue }
      let whole = runner.run(
        finished.joined(separator: "\n"), from: start.state, console: Recorder())
      guard whole.failure?.kind != .source else { continue }

      #expect(whole.failure?.description == nil)
      for name in RandomEntry.names {
        let found = outcome(runner, name, failed.state)
        let wanted = outcome(runner, name, whole.state)
        #expect(
          found == wanted,
          "\(name) after\n\(statements.joined(separator: "\n"))\n-- \(failure.message)")
      }
    }
  }

  private func outcome(_ runner: CellRunner, _ expression: String, _ state: CellState) -> String {
    let console = Recorder()
    let result = runner.run("print(\(expression))", from: state, console: console)
    return console.text + (result.failure?.message ?? "")
  }
}
