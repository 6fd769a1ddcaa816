internal import CellSyntax

/// What takes over when an error comes out of some instructions.
struct Handler {
  /// Which errors.
  enum Kind {
    /// All: something that was moved out of its place goes back.
    case all
    /// Those that a program can go on after: `defer`, and setters of what was lent.
    case passing
    /// What `catch` catches.
    case caught
    /// What `try?` makes `nil` of.
    case attempted
    /// What `try!` makes a fault of.
    case forced
  }

  let kind: Kind
  /// The instructions.
  var range: Range<Int>
  /// Where to go on.
  var target: Int
  /// The slot that gets the error.
  let slot: Int

  /// Whether it takes an error over.
  func takes(_ error: any Error) -> Bool {
    // By the type itself: a cast takes as long as the rest of a throw.
    let isThrown = Swift.type(of: error) == Thrown.self
    return switch kind {
    case .all: true
    case .passing: isThrown || !(error is Fault)
    case .caught: isThrown || error is HostFailure
    case .attempted:
      isThrown || (error as? HostFailure).map { !($0.error is CancellationError) } ?? false
    case .forced: isThrown
    }
  }
}

/// An error as a handler finds it in its slot.
struct CaughtError: HostValue {
  let error: any Error
  var description: String { "\(error)" }

  /// What `catch` sees.
  var value: Datum {
    if let thrown = error as? Thrown { return thrown.value }
    guard let failure = error as? HostFailure else { return .none }
    return .host(HostBox(HostErrorValue(description: "\(failure.error)")))
  }
}

extension Datum {
  /// The error that a handler put here.
  var caught: CaughtError? {
    if case .host(let box) = self { box.value as? CaughtError } else { nil }
  }
}

/// An error of a host function as a cell's `catch` sees it.
struct HostErrorValue: HostValue {
  static let cellTypeName = "HostError"
  let description: String
}

/// An error that a host function threw.
struct HostFailure: Error {
  var error: any Error
  var site: Site
  /// The calls that it came through, innermost first.
  var frames: [CellFailure.Frame] = []
}

/// Where code goes on that an error came out of.
struct Resumption {
  var code: CodePointer
  var next: InstructionPointer
  var registers: Registers
}

extension Machine {
  /// Runs code in a frame, which has the result afterwards.
  func execute(_ code: RegisterCode, _ frame: Frame) throws {
    try ExecutionState.with(frame, code.pointer, base: stack.depth) { try execute($0) }
  }

  /// Runs code from where its state says.
  @inline(__always)
  func execute(_ state: ExecutionState) throws {
    while true {
      do { return try interpret(state.resumption, state) } catch {
        try resume(after: error, state)
      }
    }
  }

  /// Finds who takes an error over, among the calls under way since the code was started.
  private func resume(after error: any Error, _ state: ExecutionState) throws {
    var error = error
    while true {
      let at = state.resumption
      if let handler = at.code.handler(of: error, before: at.next) {
        if handler.kind != .attempted {
          state.slots[handler.slot] = .host(HostBox(CaughtError(error: error)))
        }
        state.resumption.next = at.code.pointer(to: handler.target)
        return
      }
      guard stack.depth > state.base else { throw error }
      error = leave(with: error, state)
    }
  }

  /// Leaves the call that began last; answers the error as its caller sees it.
  private func leave(with error: any Error, _ state: ExecutionState) -> any Error {
    stack.depth -= 1
    let record = stack[stack.depth]
    if let opened = unsafe record.opened {
      state.frame = unsafe FrameReference(record.frame)
      state.slots = state.frame.use(\.slots)
      unsafe opened._withUnsafeGuaranteedRef {
        record.code.call(record.call).takeBack(from: $0.slots, to: state.slots)
        close($0)
      }
      stack.top = record.top
    }
    let site = record.code.site(of: Int(record.call)).site
    state.resumption = Resumption(
      code: record.code, next: record.next, registers: record.registers)
    let function = unsafe record.function ?? record.code.call(record.call).function
    return unsafe function?._withUnsafeGuaranteedRef { leaving($0, error, at: site) } ?? error
  }
}
