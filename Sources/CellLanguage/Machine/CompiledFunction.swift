/// A step of a program: computes a value in a frame.
typealias Code = (Frame) throws -> Datum
/// A step that computes a scalar without boxing it.
typealias IntCode = (Frame) throws -> Int
typealias DoubleCode = (Frame) throws -> Double
typealias BoolCode = (Frame) throws -> Bool
/// A place: hands out what is stored there for changing.
typealias Place = (Frame, (inout Datum) throws -> Void) throws -> Void
/// A statement: runs and says where to go on.
typealias Step = (Frame) throws -> Flow

/// Where execution goes on after a statement.
enum Flow: Equatable {
  case next
  case returned
  case fellThrough
  /// Out of a loop, switch or block, or on to its next round, by the number of its target.
  case broke(Int)
  case continued(Int)
}

/// A function ready to run, or one that is still to be compiled.
///
/// Code that calls a function holds it, so that a call looks nothing up.
final class CompiledFunction: @unchecked Sendable {
  // Filled once, by the compiler that made it and before anything runs it; the closures hold code only.

  private(set) var name = "pending"
  private(set) var slotCount = 0
  private(set) var parameterCount = 0
  private(set) var source: SourceText?
  private(set) var body: Step = { _ in throw Fault("function was not compiled", at: nil) }

  /// A function still to be filled.
  init() {}

  init(
    name: String, slotCount: Int, parameterCount: Int, source: SourceText?, body: @escaping Step
  ) {
    self.name = name
    self.slotCount = slotCount
    self.parameterCount = parameterCount
    self.source = source
    self.body = body
  }

  /// Makes it the same as another.
  func fill(with other: CompiledFunction) {
    name = other.name
    slotCount = other.slotCount
    parameterCount = other.parameterCount
    source = other.source
    body = other.body
  }
}

/// The variables of one call.
///
/// The machine keeps frames for the next calls: making one anew would cost more than most calls do.
final class Frame {
  let machine: Machine
  private(set) var slots: Slots
  var result: Datum = .void
  /// What the closure being run captured.
  private(set) var captures: [Datum] = []
  private var used = 0

  init(_ machine: Machine) {
    self.machine = machine
    slots = Slots(count: 16)
  }

  /// Makes it ready for a call; all slots are empty.
  @inline(__always)
  func open(_ count: Int, _ captures: [Datum]) {
    if count > slots.count { slots.grow(to: count) }
    used = count
    if !captures.isEmpty { self.captures = captures }
  }

  /// Lets go of everything.
  @inline(__always)
  func close() {
    slots.clear(used)
    result = .void
    if !captures.isEmpty { captures = [] }
  }

  deinit { slots.free() }
}

/// A place in the source of running code.
final class Site: Sendable {
  let range: SourceRange
  let source: SourceText

  init(_ range: SourceRange, _ source: SourceText) {
    self.range = range
    self.source = source
  }

  var place: SourcePlace { source.place(of: range) }
}

/// Running code went wrong; no `catch` in a cell catches it.
struct Fault: Error {
  var kind = CellFailure.Kind.fault
  var message: String
  var site: Site?
  var frames: [CellFailure.Frame] = []

  init(_ message: String, at site: Site?, kind: CellFailure.Kind = .fault) {
    self.message = message
    self.site = site
    self.kind = kind
  }
}

/// An error that a cell threw.
struct Thrown: Error {
  var value: Datum
  var site: Site?
}

/// A failable initialiser that another delegated to failed.
struct InitializerFailed: Error {}
