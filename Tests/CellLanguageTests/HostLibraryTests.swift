import CellLanguage
import Testing

/// A host type for tests: a vector of numbers.
struct Vector: HostValue, CellConvertible, Equatable {
  var values: [Double]
  var description: String { "Vector\(values)" }
}

private let vectors = HostLibrary(
  types: [
    HostType(
      Vector.self, "A vector.", conformances: ["Equatable"],
      members: [
        HostFunction("init(_ values: [Double])", "From numbers.", Vector.init(values:)),
        HostFunction("static func zeros(_ shape: Int...) -> Vector", "Zeros.") { (shape: [Int]) in
          Vector(values: Array(repeating: 0, count: shape.reduce(1, *)))
        },
        HostFunction("var count: Int", "How many.") { (vector: Vector) in vector.values.count },
        HostFunction("func prefix(_ count: Int) -> Vector", "The first ones.") {
          (vector: Vector, count: Int) in Vector(values: Array(vector.values.prefix(count)))
        },
        HostFunction(assigning: "mutating func fill(_ value: Double)", "Overwrites.") {
          (vector: Vector, value: Double) in Vector(values: vector.values.map { _ in value })
        },
        HostFunction(
          "var first: Double { get set }", "The first number.",
          get: { (vector: Vector) in vector.values[0] },
          set: { (vector: inout Vector, number: Double) in vector.values[0] = number }),
        HostFunction("static func + (lhs: Vector, rhs: Vector) -> Vector", "Sum.") {
          (lhs: Vector, rhs: Vector) in Vector(values: zip(lhs.values, rhs.values).map(+))
        },
        HostFunction("static func * (lhs: Vector, rhs: Double) -> Vector", "Scaled.") {
          (lhs: Vector, rhs: Double) in Vector(values: lhs.values.map { $0 * rhs })
        },
        HostFunction("subscript(_ index: Int) -> Double", "One number.") {
          (vector: Vector, index: Int) in vector.values[index]
        },
      ])
  ],
  functions: [
    HostFunction(
      "func derivative(at x: Double, in function: (Double) throws -> Double) rethrows -> Double",
      "Slope."
    ) { (x: Double, function: HostClosure) in
      let (after, before): (Double, Double) = (try function(x + 1), try function(x - 1))
      return (after - before) / 2
    },
    HostFunction(assigning: "func shuffle(_ values: inout [Int], seed: Int = 0)", "Reverses.") {
      (values: [Int], seed: Int) in Array(values.reversed())
    },
    HostFunction(
      "func label(_ first: Vector, _ others: Vector..., title: String? = nil, size: Double = 1) -> String",
      "Labels."
    ) { (first: Vector, others: [Vector], title: String?, size: Double) in
      "\(others.count) \(title ?? "untitled") \(size)"
    },
    HostFunction("func load(_ name: String = \"glyphs\") throws -> Vector", "Loads.") {
      (name: String) throws(LoadError) in
      guard name == "glyphs" else { throw LoadError(name: name) }
      return Vector(values: [1, 2])
    },
    HostFunction("func announce(_ text: String)", "Prints it.") {
      (context: HostContext, text: String) in context.emit(.text("\(text)!\n"))
    },
  ],
  constants: [HostConstant("let folder: String", "Where.", Value("here"))])

private struct LoadError: Error, CustomStringConvertible {
  var name: String
  var description: String { "no data called '\(name)'" }
}

@Suite struct HostLibraryTests {
  private func run(_ source: String) -> (text: String, failure: String?) {
    let console = Recorder()
    let result = CellRunner(library: vectors).run(source, from: CellState(), console: console)
    return (console.text, result.failure?.description)
  }

  @Test func `a cell makes host values and reads their members`() {
    let (text, failure) = run(
      """
      var v = Vector([1, 2.5])
      print(v, v.count, v[1], v.prefix(1), Vector.zeros(2, 2).count)
      v.fill(3)
      print(v + v * 2, v == v, folder)
      """)

    #expect(failure == nil)
    #expect(text == "Vector[1.0, 2.5] 2 2.5 Vector[1.0] 4\nVector[9.0, 9.0] true here\n")
  }

  @Test func `a host function calls a closure of the cell`() {
    let (text, failure) = run("print(derivative(at: 3) { x in x * x })")

    #expect(failure == nil)
    #expect(text == "6.0\n")
  }

  @Test func `inout, variadic and default arguments reach a host function`() {
    let (text, failure) = run(
      """
      var xs = [1, 2, 3]
      shuffle(&xs)
      print(xs, label(Vector([1]), Vector([2]), title: "t"), label(Vector([]), size: 2))
      """)

    #expect(failure == nil)
    #expect(text == "[3, 2, 1] 1 t 1.0 0 untitled 2.0\n")
  }

  @Test func `a setter, and a function that returns nothing, reach host code`() {
    let (text, failure) = run(
      """
      var v = Vector([1, 2.5])
      v.first += 3
      announce("\\(v)")
      """)

    #expect(failure == nil)
    #expect(text == "Vector[4.0, 2.5]!\n")
  }

  @Test func `what an implementation reads and returns is known by the names in cells`() {
    let signatures = vectors.functions.map(\.signature)

    #expect(
      signatures.map(\.parameters) == [
        ["Double", "Any"], ["[Int]", "Int"], ["Vector", "[Vector]", "String?", "Double"],
        ["String"],
        ["String"],
      ])
    #expect(signatures.map(\.result) == ["Double", nil, "String", "Vector", nil])
    #expect(vectors.types[0].members[4].signature.parameters == ["Vector", "Double"])
  }

  @Test func `an error of a host function is told at its call`() {
    let (_, failure) = run("let v = try load()\nlet w = try load(\"x\")")

    #expect(
      failure == """
        cell:2:13: error: no data called 'x'
        2 │ let w = try load("x")
          │             ^~~~~~~~~
        """)
  }
}
