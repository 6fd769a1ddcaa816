/// What a host function can take: the type of a parameter says how it is read from a call.
///
/// Every ``CellConvertible`` is one value of the cell: the receiver of a member, or an argument.
/// ``HostContext`` is none of them but the running cell, and ``HostClosure`` one that can be called.
/// A type of one's own can be made of several arguments that always come together.
public protocol HostParameter: SendableMetatype {
  /// The names of the types, in cells, of the values that are read, in order.
  static var cellTypeNames: [String] { get }

  /// Reads as many values of a call; throws ``HostCallError`` when they are of other types.
  static func read(from call: inout HostCall) throws -> Self
}

extension CellConvertible {
  /// The name of the type.
  public static var cellTypeNames: [String] { [cellTypeName] }

  /// The next value of the call.
  public static func read(from call: inout HostCall) throws -> Self { try call.next() }
}

extension HostContext: HostParameter {
  /// No value of the call.
  public static var cellTypeNames: [String] { [] }

  /// The running cell.
  public static func read(from call: inout HostCall) -> HostContext { call.context }
}

/// A function or closure of a cell that a host function is given: valid, as the context, on the
/// calling thread until the host function returns.
public struct HostClosure: HostParameter {
  private let function: Value
  private let context: HostContext

  /// A function of any type.
  public static var cellTypeNames: [String] { [Value.cellTypeName] }

  /// The next value of the call.
  public static func read(from call: inout HostCall) throws -> HostClosure {
    HostClosure(function: try call.next(), context: call.context)
  }

  /// Calls it; throws what it throws, or ``HostCallError`` when its result is of another type.
  public func callAsFunction<each Argument: CellConvertible, Result: CellConvertible>(
    _ argument: repeat each Argument
  ) throws -> Result {
    var values: [Value] = []
    repeat values.append((each argument).cellValue)
    return try context.call(function, values).convert()
  }

  /// Calls it with as many arguments as there are values.
  public func callAsFunction<Result: CellConvertible>(applying arguments: [Value]) throws -> Result
  {
    try context.call(function, arguments).convert()
  }

  /// Calls it for what it does, without arguments; throws what it throws.
  public func perform() throws { _ = try context.call(function, []) }
}

extension Array: HostParameter where Element: CellConvertible {}
extension Optional: HostParameter where Wrapped: CellConvertible {}
