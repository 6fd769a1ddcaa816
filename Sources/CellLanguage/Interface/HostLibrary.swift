internal import CellChecking

/// Everything that cells can reach outside the language: one table, injected into ``CellRunner``.
///
/// Each entry is *declared in Swift*, as the text of a declaration without its body, and implemented by
/// a Swift function. Labels, default arguments, variadics, `inout`, generics, operators and
/// documentation follow from the text, and the same table makes the help; what types the values of a
/// call must have follows from the implementation's parameters, which are the receiver of a member of
/// an instance, and then the declaration's.
///
/// ```swift
/// extension Tensor: HostValue, CellConvertible {}        // `description` is what `print` shows
///
/// let library = HostLibrary(
///   types: [
///     HostType(
///       Tensor.self, "A dense array of numbers.", conformances: ["Equatable"],
///       members: [
///         // initializer: a function of the library
///         HostFunction("init(_ scalars: [Double], shape: [Int])", "A tensor from its scalars.",
///           Tensor.init(_:shape:)),
///         // static method, variadic parameter: arrives as one array
///         HostFunction("static func zeros(_ shape: Int...) -> Tensor", "All zeros.") {
///           (shape: [Int]) in Tensor.zeros(shape)
///         },
///         // property; `get` only
///         HostFunction("var shape: [Int]", "The extent of each axis.") {
///           (tensor: Tensor) in tensor.shape
///         },
///         // settable property
///         HostFunction("var name: String { get set }", "What it is called.",
///           get: { (tensor: Tensor) in tensor.name },
///           set: { (tensor: inout Tensor, name: String) in tensor.name = name }),
///         // method with labels and a default argument
///         HostFunction("func sum(along axis: Int? = nil, keepingDimensions: Bool = false) -> Tensor",
///           "The sum.") { (tensor: Tensor, axis: Int?, keeps: Bool) in … },
///         // mutating method: what is returned is the new receiver
///         HostFunction(assigning: "mutating func fill(_ value: Double)", "Overwrites.") {
///           (tensor: Tensor, value: Double) in tensor.filled(with: value)
///         },
///         // operators, one entry for each pair of operand types
///         HostFunction("static func + (lhs: Tensor, rhs: Tensor) -> Tensor", "…", Checked.add),
///         HostFunction("static func + (lhs: Tensor, rhs: Double) -> Tensor", "…") { … },
///         // subscript
///         HostFunction("subscript(_ indices: Int...) -> Tensor", "…", Checked.element),
///       ])
///   ],
///   functions: [
///     // takes a cell's closure and calls it back (it may run on host values under tracing)
///     HostFunction("func gradient(at point: [Tensor], in function: ([Tensor]) -> Tensor) -> [Tensor]",
///       "The gradient.") { (point: [Tensor], function: HostClosure) in
///       try gradient(at: point) { point in try function(point) }
///     },
///     // inout parameter: what is returned is its new value
///     HostFunction(assigning: "func shuffle(_ values: inout [Int], seed: Int = 0)", "…") {
///       (values: [Int], seed: Int) in …
///     },
///     // long work: stops when `interrupt()` is true, reports, shows
///     HostFunction("func train(_ model: Model, iterations: Int = 100) -> Model", "…") {
///       (context: HostContext, model: Model, iterations: Int) in
///       try model.trained(iterations, interrupt: context.interrupt, progress: { report in
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
  /// The protocols, with what every type that conforms to one can do.
  public var protocols: [HostProtocol]
  /// The free functions.
  public var functions: [HostFunction]
  /// The constants.
  public var constants: [HostConstant]
  /// Declarations written in the cell language itself: types and functions that need no host code.
  public var sources: [HostSource]
  /// How the value of a cell is shown; nil, or an answer of nil, leaves that to the value.
  public var display: Display?

  /// Shows a value, a host value or an array of such among them; the last parameter tells it to stop.
  public typealias Display =
    @Sendable (Value, _ interrupt: @escaping @Sendable () -> Bool) throws -> DisplayBundle?
  /// What values that are read again need of their surroundings, by name: where figures are drawn.
  public var resources: [String: any Sendable] = [:]

  /// What the random numbers of cells start from.
  public var seed: UInt64 = 0

  /// A library of the given entries.
  public init(
    types: [HostType] = [], protocols: [HostProtocol] = [], functions: [HostFunction] = [],
    constants: [HostConstant] = [],
    sources: [HostSource] = [], display: Display? = nil
  ) {
    self.display = display
    self.types = types
    self.protocols = protocols
    self.functions = functions
    self.constants = constants
    self.sources = sources
  }
}

extension [HostFunction] {
  /// The same functions under a topic, those that have none.
  public func filed(under topic: String) -> [HostFunction] {
    map { function in
      var function = function
      if function.topic.isEmpty { function.topic = topic }
      return function
    }
  }
}

extension [HostType] {
  /// The same types under a topic, those that have none.
  public func filed(under topic: String) -> [HostType] {
    map { type in
      var type = type
      if type.topic.isEmpty { type.topic = topic }
      return type
    }
  }
}

/// Declarations in the cell language that belong to a host library.
public struct HostSource: Sendable {
  /// A name for error messages.
  public let name: String
  /// The Swift text.
  public let text: String
  /// The topic under which help lists what has the source's name; empty where nothing has.
  public let topic: String

  /// Declarations under a name.
  public init(_ name: String, topic: String = "", _ text: String) {
    self.name = name
    self.topic = topic
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

extension HostConstant: HostConstantDeclaration {}
