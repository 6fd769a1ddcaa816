/// Everything that cells can reach outside the language: one table, injected into ``CellRunner``.
///
/// Each entry is *declared in Swift*, as the text of a declaration without its body, and implemented by
/// a closure. Labels, default arguments, variadics, `inout`, generics, operators and documentation
/// follow from the text, and the same table makes the help.
///
/// ```swift
/// extension Tensor: HostValue, CellConvertible {}        // `description` is what `print` shows
///
/// let library = HostLibrary(
///   types: [
///     HostType(
///       Tensor.self, "A dense array of numbers.", conformances: ["Equatable"],
///       members: [
///         // initializer
///         HostFunction("init(_ scalars: [Double], shape: [Int])", "A tensor from its scalars.") { call in
///           Tensor(try call.argument(0), shape: try call.argument(1))
///         },
///         // static method, variadic parameter: arrives as one array
///         HostFunction("static func zeros(_ shape: Int...) -> Tensor", "All zeros.") { call in
///           Tensor.zeros(try call.argument(0, as: [Int].self))
///         },
///         // property; `get` only. For a settable one: `HostFunction("var x: Int { get set }", …, set:)`
///         HostFunction("var shape: [Int]", "The extent of each axis.") { call in
///           try call.receiver(as: Tensor.self).shape
///         },
///         // method with labels and a default argument
///         HostFunction("func sum(along axis: Int? = nil, keepingDimensions: Bool = false) -> Tensor",
///           "The sum.") { call in … },
///         // mutating method: assign the new value to the receiver
///         HostFunction("mutating func fill(_ value: Double)", "Overwrites.") { call in
///           var tensor = try call.receiver(as: Tensor.self)
///           tensor.fill(Float(try call.argument(0, as: Double.self)))
///           call.receiver = tensor.cellValue
///         },
///         // operators, one entry for each pair of operand types
///         HostFunction("static func + (lhs: Tensor, rhs: Tensor) -> Tensor", "…") { call in … },
///         HostFunction("static func + (lhs: Tensor, rhs: Double) -> Tensor", "…") { call in … },
///         HostFunction("static func + (lhs: Double, rhs: Tensor) -> Tensor", "…") { call in … },
///         // subscript; `set:` makes it settable, with `call.newValue`
///         HostFunction("subscript(_ indices: Int...) -> Tensor", "…") { call in … },
///       ])
///   ],
///   functions: [
///     // takes a cell's closure and calls it back (it may run on host values under tracing)
///     HostFunction("func gradient(at point: [Tensor], in function: ([Tensor]) -> Tensor) -> [Tensor]",
///       "The gradient.") { call in
///       let function = try call.argument(1, as: Value.self)
///       let context = call.context               // @Sendable-free: calls must stay on this thread
///       return try gradient(at: try call.argument(0, as: [Tensor].self)) { point in
///         try context.call(function, [point.cellValue]).convert(to: Tensor.self)
///       }
///     },
///     // inout parameter: write the new value back by its position
///     HostFunction("func shuffle(_ values: inout [Int], seed: Int = 0)", "…") { call in
///       var values = try call.argument(0, as: [Int].self)
///       …
///       call.setArgument(0, to: values.cellValue)
///     },
///     // long work: stops when `interrupt()` is true, reports, shows
///     HostFunction("func train(_ model: Model, iterations: Int = 100) -> Model", "…") { call in
///       let interrupt = call.interrupt            // @Sendable () -> Bool
///       let context = call.context
///       return try model.trained(interrupt: interrupt, progress: { report in
///         context.emit(.progress(ProgressReport(title: "training", completed: report.iteration)))
///       })
///     },
///   ],
///   constants: [HostConstant("let dataFolder: String", "Where data is.", Value("data"))])
/// ```
///
/// A host function may throw any error: the cell fails at the call with the error's description. After
/// an interrupt it should throw (for example `CancellationError`); the machine reports it as interrupted.
/// Two entries may have the same name with other labels or other parameter types, as in Swift.
/// Generic functions work too: `func first<T>(_ values: [T], default other: T) -> T`.
public struct HostLibrary: Sendable {
  /// The types, with their members.
  public var types: [HostType]
  /// The free functions.
  public var functions: [HostFunction]
  /// The constants.
  public var constants: [HostConstant]
  /// Declarations written in the cell language itself: types and functions that need no host code.
  public var sources: [HostSource]

  /// A library of the given entries.
  public init(
    types: [HostType] = [], functions: [HostFunction] = [], constants: [HostConstant] = [],
    sources: [HostSource] = []
  ) {
    self.types = types
    self.functions = functions
    self.constants = constants
    self.sources = sources
  }
}

/// Declarations in the cell language that belong to a host library.
public struct HostSource: Sendable {
  /// A name for error messages.
  public let name: String
  /// The Swift text.
  public let text: String

  /// Declarations under a name.
  public init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// A name for a value that a host library provides.
public struct HostConstant: Sendable {
  /// The declaration: `let dataFolder: String`.
  public let declaration: String
  /// What it is, for the help.
  public let documentation: String
  let value: Value

  /// A constant with its declaration and value.
  public init(_ declaration: String, _ documentation: String, _ value: Value) {
    self.declaration = declaration
    self.documentation = documentation
    self.value = value
  }
}
