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
        HostFunction("init(_ values: [Double])", "From numbers.") { call in
          Vector(values: try call.argument(0))
        },
        HostFunction("static func zeros(_ shape: Int...) -> Vector", "Zeros.") { call in
          Vector(
            values: Array(repeating: 0, count: try call.argument(0, as: [Int].self).reduce(1, *)))
        },
        HostFunction("var count: Int", "How many.") { call in
          try call.receiver(as: Vector.self).values.count
        },
        HostFunction("func prefix(_ count: Int) -> Vector", "The first ones.") { call in
          Vector(
            values: Array(try call.receiver(as: Vector.self).values.prefix(try call.argument(0))))
        },
        HostFunction("mutating func fill(_ value: Double)", "Overwrites.") { call in
          var vector = try call.receiver(as: Vector.self)
          let value: Double = try call.argument(0)
          vector.values = vector.values.map { _ in value }
          call.receiver = vector.cellValue
        },
        HostFunction("static func + (lhs: Vector, rhs: Vector) -> Vector", "Sum.") { call in
          let a: Vector = try call.argument(0)
          let b: Vector = try call.argument(1)
          return Vector(values: zip(a.values, b.values).map(+))
        },
        HostFunction("static func * (lhs: Vector, rhs: Double) -> Vector", "Scaled.") { call in
          let a: Vector = try call.argument(0)
          let b: Double = try call.argument(1)
          return Vector(values: a.values.map { $0 * b })
        },
        HostFunction("subscript(_ index: Int) -> Double", "One number.") { call in
          try call.receiver(as: Vector.self).values[try call.argument(0, as: Int.self)]
        },
      ])
  ],
  functions: [
    HostFunction(
      "func derivative(at x: Double, in function: (Double) throws -> Double) rethrows -> Double",
      "Slope."
    ) { call in
      let x: Double = try call.argument(0)
      let function = try call.argument(1, as: Value.self)
      let context = call.context
      func f(_ x: Double) throws -> Double { try context.call(function, [Value(x)]).convert() }
      return (try f(x + 1) - f(x - 1)) / 2
    },
    HostFunction("func shuffle(_ values: inout [Int], seed: Int = 0)", "Reverses.") { call in
      call.setArgument(0, to: Value(Array(try call.argument(0, as: [Int].self).reversed())))
    },
    HostFunction(
      "func label(_ first: Vector, _ others: Vector..., title: String? = nil, size: Double = 1) -> String",
      "Labels."
    ) { call in
      let others: [Vector] = try call.argument(1)
      let title: String? = try call.argument(2)
      let size: Double = try call.argument(3)
      return "\(others.count) \(title ?? "untitled") \(size)"
    },
    HostFunction("func load(_ name: String = \"glyphs\") throws -> Vector", "Loads.") { call in
      let name: String = try call.argument(0)
      guard name == "glyphs" else { throw LoadError(name: name) }
      return Vector(values: [1, 2])
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
