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

/// A function ready to run.
final class CompiledFunction: @unchecked Sendable {
  // Never changed after it is made; the closures inside hold code only.

  let name: String
  let slotCount: Int
  let parameterCount: Int
  let body: Step
  let source: SourceText?

  init(
    name: String, slotCount: Int, parameterCount: Int, source: SourceText?, body: @escaping Step
  ) {
    self.name = name
    self.slotCount = slotCount
    self.parameterCount = parameterCount
    self.source = source
    self.body = body
  }

  /// Stands for a function that is still to be compiled.
  static let pending = CompiledFunction(
    name: "pending", slotCount: 0, parameterCount: 0, source: nil
  ) { _ in throw Fault("function was not compiled", at: nil) }
}

/// The variables of one call.
final class Frame {
  let machine: Machine
  var slots: [Datum]
  var result: Datum = .void
  /// What the closure being run captured.
  let captures: [Datum]

  init(_ machine: Machine, slotCount: Int, captures: [Datum] = []) {
    self.machine = machine
    slots = [Datum](repeating: .void, count: slotCount)
    self.captures = captures
  }
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
