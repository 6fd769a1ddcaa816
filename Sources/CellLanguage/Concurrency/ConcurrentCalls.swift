internal import Allowances
internal import CellChecking
internal import CellSyntax
internal import Parallelism
internal import Synchronization

/// Calls functions of a running cell from any thread, and several at once.
///
/// Each call works on copies: of the cells' variables, of what the function captured, and of the
/// instances of classes that these and the arguments lead to. So calls never see each other, and what
/// one returns follows from its arguments and not from the thread that it ran on. A call that changes
/// a variable of the cells, one that its function captured or an instance that these or an argument
/// lead to fails: the change would be lost. Instances that it makes are its own, and so are those
/// among the elements that ``map(_:threads:_:)`` goes through.
///
///     HostFunction("func search(_ count: Int, _ body: @Sendable (Int) -> Double) -> Double", "…") {
///       (context: HostContext, count: Int, body: Value) in
///       let calls = context.concurrentCalls()
///       return try library.search(count) { try calls.call(body, [Value($0)]).convert() }
///     }
///
/// It is for the host function that made it, until that returns: the cell stands still meanwhile.
public final class ConcurrentCalls: @unchecked Sendable {
  // The machine stands still while the host function runs. Its variables are read here only; what
  // its compiler is asked for is asked under a lock.

  private let machine: Machine
  private let variables: SharedVariables
  private let idle = Mutex<[Worker]>([])
  private let output: CollectedOutput
  /// The number of the first piece of work that failed; what comes after it is stopped.
  private let firstFailure = Failure()

  init(_ machine: Machine) {
    self.machine = machine
    variables = SharedVariables(machine)
    output = CollectedOutput(machine.console)
  }

  /// Calls a function or closure; throws what it throws, or a `CancellationError` when it was stopped.
  /// What it prints is shown by ``showOutput()``.
  ///
  /// Random numbers that it draws follow from the notebook's seed and `stream`, and from nothing else.
  public func call(
    _ function: Value, _ arguments: [Value], stream: [Int] = []
  ) throws -> Value {
    guard case .function(let type) = function.type else {
      throw HostCallError.notAFunction(function.typeName)
    }
    guard type.parameters.count == arguments.count else {
      throw HostCallError.argumentCount(expected: type.parameters.count, got: arguments.count)
    }
    return try onWorker { worker, console in
      let data = zip(arguments, type.parameters).map { worker.machine.adapt($0, to: $1.type) }
      return Value(
        try worker.call(
          try worker.object(function.datum), data, random: random(stream), console: console),
        type.result)
    }
  }

  /// Calls a function that the host library declares in the cell language, by its name alone.
  public func call(
    named name: String, _ arguments: [Value], stream: [Int] = []
  ) throws -> Value {
    try onWorker { worker, console in
      let (function, signature) = try worker.machine.libraryFunction(named: name)
      guard signature.parameters.count == arguments.count else {
        throw HostCallError.argumentCount(
          expected: signature.parameters.count, got: arguments.count)
      }
      let data = zip(arguments, signature.parameters).map { worker.machine.adapt($0, to: $1.type) }
      return Value(
        try worker.call(
          ClosureObject(function, []), data, random: random(stream), console: console),
        signature.result)
    }
  }

  /// Shows what calls have printed since it was asked last, in the order of the pieces of work.
  public func showOutput() { output.show() }

  private func onWorker(
    _ body: (Worker, any Console) throws -> Value
  ) throws -> Value {
    let piece = ConcurrentWork.piece ?? 0
    let console = output.console(for: piece)
    return try onLargeStack { lowest in
      Result { () throws -> Value in
        let worker = takeWorker(lowest)
        do {
          let result = try worker.doing(piece) { try body(worker, console) }
          idle.withLock { $0.append(worker) }
          return result
        } catch {
          // What a worker was doing when it failed is not undone; there is no use for it anyway.
          firstFailure.note(piece)
          if let fault = error as? Fault, fault.kind == .interrupted { throw CancellationError() }
          // What a library's own code was refused is told where the cell called the library.
          if let failure = error as? HostFailure, failure.site.source.isLibrary {
            throw failure.error
          }
          throw error
        }
      }
    }.get()
  }

  /// The random numbers of a stream.
  private func random(_ stream: [Int]) -> CellRandom {
    stream.reduce(CellRandom(seed: machine.seed)) { $0.part($1) }
  }

  private func takeWorker(_ lowest: UInt) -> Worker {
    let worker = idle.withLock { $0.popLast() } ?? Worker(machine, variables, firstFailure)
    worker.machine.lowestStack = lowest
    return worker
  }
}

// MARK: - All elements of a sequence

extension ConcurrentCalls {
  /// Returns what a function of one parameter makes of each element of a sequence, as an array in
  /// order, on up to so many threads; as many as there are cores without a number.
  ///
  /// What the calls print is shown in the order of the elements. The first error in that order is
  /// thrown; what comes after it is stopped.
  public func map(_ sequence: Value, threads: Int?, _ function: Value) throws -> Value {
    guard case .function(let type) = function.type, type.parameters.count == 1 else {
      throw HostCallError.notAFunction(function.typeName)
    }
    let elements = try machine.elements(of: sequence)
    let work = Mapping(
      elements, function.datum, firstFailure, OrderedOutput(machine.console), machine.random)
    let wanted = min(threads ?? coreCount, 1024, elements.count)
    if wanted <= 1 || machine.isHelping || ConcurrentWork.isShared {
      takeWorker(machine.lowestStack).run(work)
    } else {
      onLargeStacks(wanted) { lowest in takeWorker(lowest).run(work) }
    }
    // What is drawn next is none of what the elements drew.
    if work.isRandom { _ = machine.random.next() }
    let results = try work.results()
    // Work that ran out of something leaves elements out.
    guard results.count == elements.count else { throw CancellationError() }
    return Value(.array(results, of: type.result), .array(type.result))
  }
}

extension HostContext {
  /// What calls functions of the cell from any thread, until the host function returns.
  public func concurrentCalls() -> ConcurrentCalls { caller.concurrentCalls() }
}

extension Machine {
  /// What calls functions from other threads: the same for all that one host function reads.
  func concurrentCalls() -> ConcurrentCalls {
    if let calls, callsNumber == hostCalls { return calls }
    let new = ConcurrentCalls(self)
    calls = new
    callsNumber = hostCalls
    return new
  }

  /// The elements of any sequence.
  func elements(of sequence: Value) throws -> [Datum] {
    if let elements = sequence.datum.arrayElements { return elements }
    let type = resolved(sequence.type)
    let function = try compiledIfAny(at: nil) { program in
      for found in compiler.members("_elements", of: type, isStatic: false) {
        guard !found.member.isRequirement, case .function(let symbol) = found.member else {
          continue
        }
        return program.function(
          for: FunctionReference(symbol: symbol, substitution: found.substitution))
      }
      return nil
    }
    guard let function else {
      throw HostCallError.mismatch(expected: "Sequence", got: sequence.typeName)
    }
    return try call(function, [sequence.datum], at: nil).arrayElements ?? []
  }

  /// A function that a library declares in the cell language, by its name alone.
  func libraryFunction(named name: String) throws -> (CompiledFunction, Signature) {
    var signature = Signature()
    let function = try compiled(at: nil) { program in
      for case .function(let symbol) in compiler.library.symbols(named: name) {
        signature = compiler.signature(of: symbol)
        return program.function(for: FunctionReference(symbol: symbol, substitution: [:]))
      }
      throw Fault("the library has no function '\(name)'", at: nil)
    }
    return (function, signature)
  }
}

/// The number of the first piece of work that failed.
final class Failure: Sendable {
  private let piece = Atomic(Int.max)

  /// Notes that a piece failed.
  func note(_ failed: Int) { piece.min(failed, ordering: .relaxed) }

  /// Whether an earlier piece than this one failed.
  func precedes(_ other: Int) -> Bool { piece.load(ordering: .relaxed) < other }
}
