import CellLanguage
import Testing

/// What holds vectors.
private struct Vectors: CellConvertible {
  var value: Value
  static var cellTypeName: String { Value.cellTypeName }
  init?(cellValue: Value) { value = cellValue }
  var cellValue: Value { value }

  /// The same with each vector twice as long, and where the vectors stood.
  func doubled() -> (value: Vectors, paths: [String]) {
    var paths: [String] = []
    var result = self
    result.value = value.replacingHosts { path, host in
      guard let vector = host as? Vector else { return host }
      paths.append(path)
      return Vector(values: vector.values + vector.values)
    }
    return (result, paths)
  }
}

private let library = HostLibrary(
  types: [
    HostType(
      Vector.self, "A vector.", conformances: ["Tree"],
      members: [HostFunction("init(_ values: [Double])", "From numbers.", Vector.init(values:))]),
    HostType(
      Counter.self, "Counts.",
      members: [
        HostFunction("init()", "From 0.") { Counter() },
        HostFunction("var count: Int", "How many.") { (counter: Counter) in counter.count },
        HostFunction(
          assigningBoth: "mutating func take(_ values: inout [Int], _ number: Int)", "Moves."
        ) { (counter: inout Counter, values: inout [Int], number: Int) in
          counter.count += number
          values.removeLast(number)
        },
      ]),
  ],
  protocols: [
    HostProtocol(
      "protocol Tree: _ConformsByElements {}", "Holds vectors.",
      members: [
        HostFunction("var doubled: Self", "Twice.") { (tree: Vectors) in tree.doubled().value },
        HostFunction("var paths: [String]", "Where.") { (tree: Vectors) in tree.doubled().paths },
      ],
      extensions: """
        extension Array: Tree where Element: Tree {}
        extension Dictionary: Tree where Key == String, Value: Tree {}
        extension Optional: Tree where Wrapped: Tree {}
        """)
  ],
  functions: [
    HostFunction("func twice<Whole: Tree>(_ tree: Whole) -> Whole", "Twice.") { (tree: Vectors) in
      tree.doubled().value
    },
    HostFunction("func apply(_ function: () throws -> Vector) rethrows -> Vector", "Calls it.") {
      (function: HostClosure) -> Vector in try function()
    },
    HostFunction("func fail() -> Vector", "Fails.") { () throws(Failure) -> Vector in
      throw Failure()
    },
  ])

private struct Counter: HostValue, CellConvertible {
  var count = 0
  var description: String { "\(count)" }
}

private struct Failure: Error, CustomStringConvertible {
  var description: String { "failed" }
}

@Suite struct HostProtocolTests {
  private func run(_ source: String) -> (text: String, failure: CellFailure?) {
    let console = Recorder()
    let result = CellRunner(library: library).run(source, from: CellState(), console: console)
    return (console.text, result.failure)
  }

  @Test func `members of a host protocol keep the type of what conforms, tuples by their elements`()
  {
    let (text, failure) = run(
      """
      enum Choice: Tree { case none(Int), some(Vector) }
      struct Pair: Tree { let left: Vector; var right: [String: Vector]; var n = 1 }
      let v = Vector([1])
      let pair = Pair(left: v, right: ["b": v, "a": v])
      let doubled: Pair = pair.doubled
      print(doubled.left, doubled.right, doubled.n, pair.paths)
      print([pair].paths.count, Optional(v).doubled as Any, Choice.some(v).doubled)
      let tuple: (Vector, name: [Vector]) = twice((v, name: [v]))
      print(tuple)
      """)
    #expect(failure == nil)
    #expect(
      text == """
        Vector[1.0, 1.0] ["b": Vector[1.0, 1.0], "a": Vector[1.0, 1.0]] 1 ["left", "right.a", "right.b"]
        3 Optional(Vector[1.0, 1.0]) some(Vector[1.0, 1.0])
        (Vector[1.0, 1.0], name: [Vector[1.0, 1.0]])

        """)
    #expect(
      run("_ = twice((Vector([1]), 2))").failure?.message.contains("conform to 'Tree'") == true)
    #expect(run("_ = twice(())").failure?.kind == .source)
  }

  @Test func `a mutating method changes its receiver and its first argument`() {
    let (text, failure) = run(
      "var c = Counter()\nvar xs = [1, 2, 3]\nc.take(&xs, 2)\nc.take(&xs, 1)\nprint(c.count, xs)")
    #expect(failure == nil)
    #expect(text == "3 []\n")
  }

  @Test func `an error of a host function in a closure is told where that was called`() {
    let failure = run("_ = apply {\n  let v = Vector([1])\n  return fail()\n}").failure
    #expect(failure?.message == "failed")
    #expect(failure?.diagnostics.first?.place?.line == 3)
  }
}
