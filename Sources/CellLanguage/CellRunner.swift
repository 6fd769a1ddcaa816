internal import Allowances
internal import CellChecking
internal import CellSyntax
internal import SwiftOperators

/// Runs cells: parses, checks, lowers and executes them against a library.
///
/// ```swift
/// let runner = CellRunner(library: prelude)
/// var state = CellState()
/// let result = runner.run("let x = 6 * 7\nx", named: "cell 1", from: state, console: console)
/// state = result.state
/// result.value?.description        // "42"
/// ```
///
/// It may be used from several threads at once.
public struct CellRunner: Sendable {
  /// What cells can reach.
  public let library: HostLibrary
  /// What a cell may use up.
  public let limits: Limits
  let declarations: Library
  private var ahead: CellsAhead?
  /// What all runners have.
  private static let standard = Library(standardChunks)

  /// A runner for a library.
  public init(library: HostLibrary = HostLibrary(), limits: Limits = Limits()) {
    self.library = library
    self.limits = limits
    declarations = Library(library.chunks, over: Self.standard)
  }

  /// The same runner, which reads the texts of these cells on a thread of its own before they are asked
  /// for, as long as it is there.
  public func expecting(_ sources: [String]) -> CellRunner {
    var runner = self
    runner.ahead = CellsAhead(sources, limits: limits)
    return runner
  }

  /// Runs one cell.
  ///
  /// - Parameters:
  ///   - source: the text of the cell.
  ///   - name: what messages call it: a file, `cell 3`.
  ///   - lineOffset: lines before the cell in its file, so that messages give the file's lines.
  ///   - state: what earlier cells defined; it is not changed.
  ///   - console: where output goes.
  ///   - interrupt: stops the cell when raised.
  ///   - remembersResult: whether the expression `_` stands for the value of the last expression from
  ///     then on, in what is run from the state that results.
  public func run(
    _ source: String, named name: String = "cell", lineOffset: Int = 0, from state: CellState,
    console: any Console, interrupt: InterruptFlag = InterruptFlag(), remembersResult: Bool = false
  ) -> CellResult {
    run(
      SourceText(source, named: name, lineOffset: lineOffset), from: state, console: console,
      interrupt: interrupt, remembersResult: remembersResult)
  }

  /// Runs a text; as ``run(_:named:lineOffset:from:console:interrupt:remembersResult:)`` does.
  ///
  /// - Parameter drawsFigures: whether figures that nobody uses are drawn.
  func run(
    _ text: SourceText, from state: CellState, console: any Console, interrupt: InterruptFlag,
    remembersResult: Bool = false, drawsFigures: Bool = true
  ) -> CellResult {
    onLargeStack { lowestStack in
      let program = newProgram(from: state)
      guard let code = compile(text, program) else {
        return CellResult(state: state, outcome: .failed(failure(program.compiler)))
      }
      let machine = Machine(
        program: program, original: state.globals, console: console, interrupt: interrupt,
        limits: limits, graveyard: Graveyard(), lowestStack: lowestStack,
        random: state.random ?? CellRandom(seed: library.seed))
      machine.seed = library.seed
      machine.drawsFigures = drawsFigures
      let display = library.display.map { display in
        { @Sendable value in try display(value) { interrupt.isRaised } }
      }
      return Allowance.$current.withValue(machine.allowance) {
        execute(
          code, machine, display, random: state.random, remembersResult: remembersResult)
      }
    }
  }

  private func execute(
    _ code: CompiledFunction, _ machine: Machine,
    _ display: (@Sendable (Value) throws -> DisplayBundle?)?, random: CellRandom?,
    remembersResult: Bool
  ) -> CellResult {
    let start = machine.random
    machine.reserveGlobals()
    machine.program.isRunning = true
    var outcome: CellResult.Outcome
    do {
      let frame = machine.open(code)
      defer { machine.close(frame) }
      try machine.runCell(code, in: frame)
      try machine.bury(at: nil)
      machine.isWhole = true
      try machine.checkAllowance(at: nil)
      outcome = .finished(try machine.resultValue.map { try machine.shown($0, display) })
    } catch {
      outcome = .failed(machine.failure(for: error))
    }
    var state = machine.finish(remembersResult: remembersResult)
    state.random = machine.random == start ? random : machine.random
    return CellResult(state: state, outcome: outcome)
  }

  /// What compiles a cell that goes on from a state.
  func newProgram(from state: CellState) -> Program {
    Program(Compiler(state.environment, library: declarations), state.compiled)
  }

  func compile(_ text: SourceText, _ program: Program) -> CompiledFunction? {
    statements(text, program.compiler).flatMap { program.compileCell($0, text) }
  }

  /// The statements of a text, what is wrong with which is reported; `nil` when something is.
  func statements(_ text: SourceText, _ compiler: Compiler) -> [Statement]? {
    let (statements, problems) = CellReader(
      source: text, nesting: limits.nesting, tree: ahead?.tree(of: text.text)
    )
    .read(&compiler.environment.operators)
    for problem in problems {
      compiler.report(
        problem.message, at: problem.range, in: text, notes: problem.notes,
        severity: problem.isError ? .error : .warning)
    }
    return compiler.totalErrorCount == 0 ? statements : nil
  }

  func failure(_ compiler: Compiler) -> CellFailure {
    CellFailure(kind: .source, diagnostics: compiler.sortedDiagnostics, callStack: [])
  }

  /// Checks one cell without running it: the messages (none when it is right), and the state in which
  /// the cells after it can be checked. What a cell declares that is not right counts as declared, so that
  /// nobody is told of it again.
  public func check(
    _ source: String, named name: String = "cell", lineOffset: Int = 0, from state: CellState
  ) -> (state: CellState, failure: CellFailure?) {
    onLargeStack { _ in
      let program = newProgram(from: state)
      let isRight =
        compile(SourceText(source, named: name, lineOffset: lineOffset), program) != nil
      var result = state
      result.environment = program.compiler.environment
      result.compiled = program.compiled
      return (result, isRight ? nil : failure(program.compiler))
    }
  }
}

extension Machine {
  /// What to tell about an error that ended a cell.
  func failure(for error: any Error) -> CellFailure {
    func make(
      _ kind: CellFailure.Kind, _ message: String, _ site: Site?, _ frames: [CellFailure.Frame] = []
    ) -> CellFailure {
      CellFailure(
        kind: kind, diagnostics: [CellDiagnostic(.error, Fault.plain(message), at: site?.place)],
        callStack: frames.count > 8 ? Array(frames.prefix(8)) : frames)
    }
    switch error {
    case let fault as Fault where !fault.diagnostics.isEmpty:
      return CellFailure(kind: .source, diagnostics: fault.diagnostics, callStack: [])
    case let fault as Fault: return make(fault.kind, fault.message, fault.site, fault.frames)
    case let thrown as Thrown:
      let text = (try? describe(thrown.value, .any, debug: true)) ?? "an error"
      return make(.uncaughtError, "Error raised at top level: \(text)", thrown.site)
    case let failure as HostFailure:
      return make(.fault, "\(failure.error)", failure.site, failure.frames)
    default: return make(.fault, "\(error)", nil)
    }
  }
}
