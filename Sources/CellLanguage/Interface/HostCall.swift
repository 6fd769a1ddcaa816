internal import CellChecking

/// One call of a host function, whose values are read one after another.
public struct HostCall {
  /// The arguments in the order of declaration; defaults are filled in, a variadic one is an array.
  private(set) var arguments: [Value]
  /// The value whose member is called; void where there is none.
  private(set) var receiver: Value
  /// What a setter is to store.
  let newValue: Value
  /// The running cell.
  public let context: HostContext
  /// How many values have been read.
  private var count = 0

  init(arguments: [Value], receiver: Value = .void, newValue: Value = .void, context: HostContext) {
    self.arguments = arguments
    self.receiver = receiver
    self.newValue = newValue
    self.context = context
  }

  /// Returns the next value, converted: the receiver of a member first, then each argument. Throws
  /// ``HostCallError`` when it is of another type.
  public mutating func next<T: CellConvertible>(as type: T.Type = T.self) throws -> T {
    defer { count += 1 }
    let index = count - (receiver.isVoid ? 0 : 1)
    guard index >= 0 else { return try receiver.convert() }
    guard arguments.indices.contains(index) else { throw HostCallError.missingArgument(index) }
    return try arguments[index].convert()
  }

  /// Gives the value that is read first its new one.
  mutating func assign(_ value: Value) {
    if receiver.isVoid { arguments[0] = value } else { receiver = value }
  }

  /// Gives the first argument its new value.
  mutating func assignFirstArgument(_ value: Value) { arguments[0] = value }
}

/// The running cell as host code sees it during a call: valid on the calling thread until it returns.
public struct HostContext {
  /// Where output goes; may be used from other threads.
  public let console: any Console
  /// Tells long work to stop; may be handed to other threads.
  public let interrupt: @Sendable () -> Bool
  let caller: any ClosureCaller

  init(console: any Console, interrupt: @escaping @Sendable () -> Bool, caller: any ClosureCaller) {
    self.console = console
    self.interrupt = interrupt
    self.caller = caller
  }

  /// Calls a cell's function or closure, on the thread that the host function was called on.
  public func call(_ function: Value, _ arguments: [Value]) throws -> Value {
    try caller.call(function, arguments)
  }

  /// Says that what the host function is about to return is its result, although the cell was
  /// interrupted meanwhile: a training that returns the run so far.
  ///
  /// Without this the result of a call that was interrupted is thrown away. With it the statement that
  /// called goes on and assigns it, through the functions and closures in between; at its end, or
  /// where it takes longer than a tenth of a second, the cell ends as interrupted. Says nothing when
  /// the cell was not interrupted.
  ///
  ///     HostFunction("func train(…) -> Run", "…") { (context: HostContext, …) in
  ///       let run = try train(…, until: context.interrupt)
  ///       context.keepResult()
  ///       return run
  ///     }
  public func keepResult() { caller.keepResult() }

  /// The random numbers of the cell, which follow from the notebook's seed; only to be used on the
  /// thread that the host function was called on.
  public var generator: CellGenerator { CellGenerator(caller: caller) }

  /// Does work that draws random numbers, and then goes on as if it had drawn none: how often the work
  /// is done may differ from run to run.
  public func keepingRandomNumbers<Result>(_ work: () throws -> Result) rethrows -> Result {
    let before = caller.random
    defer { caller.random = before }
    return try work()
  }

  /// Sends something to be shown.
  public func emit(_ event: OutputEvent) { console.emit(event) }
}

/// The random numbers that a cell draws from where no generator is named.
///
///     HostFunction("func noise(_ count: Int) -> [Float]", "…") { (context: HostContext, count: Int) in
///       var generator = context.generator
///       return (0..<count).map { _ in Float.random(in: 0..<1, using: &generator) }
///     }
public struct CellGenerator: RandomNumberGenerator {
  let caller: any ClosureCaller

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 { caller.random.next() }
}

/// What can call a closure of a cell: the machine that runs it.
protocol ClosureCaller: AnyObject {
  func call(_ function: Value, _ arguments: [Value]) throws -> Value
  /// Says that the host function under way returns its result although it was interrupted.
  func keepResult()
  /// What calls functions of the cell from any thread.
  func concurrentCalls() -> ConcurrentCalls
  /// The random numbers of the cell.
  var random: CellRandom { get set }
}

extension Value {
  /// The value as a Swift type; throws ``HostCallError/mismatch(expected:got:)`` when it is of another type.
  public func convert<T: CellConvertible>(to type: T.Type = T.self) throws -> T {
    guard let result = T(cellValue: self) else {
      throw HostCallError.mismatch(expected: T.cellTypeName, got: typeName)
    }
    return result
  }
}

/// A host function and its declaration do not agree.
public enum HostCallError: Error, Hashable, CustomStringConvertible {
  /// A value has another type than the host function reads.
  case mismatch(expected: String, got: String)
  /// The host function reads an argument that its declaration does not have.
  case missingArgument(Int)
  /// A function is called with the wrong number of arguments.
  case argumentCount(expected: Int, got: Int)
  /// What was to be called is not a function.
  case notAFunction(String)

  /// The error in words.
  public var description: String {
    switch self {
    case .mismatch(let expected, let got): "expected a value of type '\(expected)', got '\(got)'"
    case .missingArgument(let index): "the function has no argument number \(index)"
    case .argumentCount(let expected, let got): "expected \(expected) arguments, got \(got)"
    case .notAFunction(let type): "cannot call value of non-function type '\(type)'"
    }
  }
}
