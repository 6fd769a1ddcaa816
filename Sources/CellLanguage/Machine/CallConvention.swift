internal import CellChecking

/// How one value travels to a function or back.
enum Passing {
  /// In a slot.
  case boxed
  /// In a register.
  case scalar(ScalarKind)
  /// In registers in a row.
  case record(RegisterLayout)

  /// The registers set aside for it.
  var width: Int {
    switch self {
    case .boxed, .scalar: 1
    case .record(let layout): layout.width
    }
  }

  var scalar: ScalarKind? { if case .scalar(let kind) = self { kind } else { nil } }
  var layout: RegisterLayout? { if case .record(let layout) = self { layout } else { nil } }
  var isBoxed: Bool { if case .boxed = self { true } else { false } }

  /// It as numbers below 8, which tell it from all others.
  fileprivate var digits: [Int] {
    switch self {
    case .boxed: [0]
    case .scalar(.integer): [1]
    case .scalar(.floating): [2]
    case .scalar(.boolean): [3]
    case .record(let layout): [4] + layout.parts.flatMap(\.passing.digits) + [5]
    }
  }
}

extension RegisterLayout.Part {
  fileprivate var passing: Passing {
    switch self {
    case .scalar(let kind): .scalar(kind)
    case .record(let layout): .record(layout)
    }
  }
}

/// How arguments and results of a function travel: scalars and records in registers, from the first on in
/// order, everything else boxed.
final class CallConvention: Sendable {
  let parameters: [Passing]
  let result: Passing
  /// The first register of each parameter.
  let places: [Int]
  /// How many registers the parameters have.
  let width: Int
  /// The same as one number, for comparing; 0 when there are too many parameters.
  let key: Int

  init(_ parameters: [Passing], result: Passing) {
    self.parameters = parameters
    self.result = result
    var places: [Int] = []
    var width = 0
    for parameter in parameters {
      places.append(width)
      width += parameter.width
    }
    self.places = places
    self.width = width
    let digits = result.digits + parameters.flatMap(\.digits)
    key = digits.count <= 20 ? digits.reduce(1) { $0 << 3 | $1 } : 0
  }

  /// How a caller passes the arguments that knows no more of the first than that it is boxed.
  var withBoxedReceiver: CallConvention {
    CallConvention([.boxed] + parameters.dropFirst(), result: result)
  }

  /// The registers that a call takes from the caller's.
  var window: Int { max(1, width, result.width) }

  /// Puts an argument where its parameter is; `false` when that is a slot.
  @inline(__always)
  func put(_ argument: Datum, at index: Int, in registers: Registers) -> Bool {
    guard index < parameters.count else { return false }
    switch parameters[index] {
    case .boxed: return false
    case .scalar(let kind): registers.put(argument, at: places[index], kind)
    case .record(let layout): registers.from(places[index]).put(argument, layout)
    }
    return true
  }

  /// The value in registers from a number on, boxed; nothing for one that is in a slot.
  func datum(_ passing: Passing, _ registers: Registers, at place: Int) -> Datum {
    switch passing {
    case .boxed: .void
    case .scalar(let kind): registers.datum(place, kind)
    case .record(let layout): layout.datum(registers.from(place))
    }
  }
}

extension Registers {
  /// Puts the fields of a value into registers; of one that was never set, zeros.
  func put(_ value: Datum, _ layout: RegisterLayout) {
    var value = value
    let isThere = unsafe withUnsafeMutablePointer(to: &value) {
      layout.spread(unsafe Cursor($0), into: self)
    }
    if !isThere { for index in 0..<layout.width { self[index] = 0 } }
  }

  /// Moves registers in a row to the first ones.
  @inline(__always)
  func moveToFront(_ first: UInt16, count: UInt16) {
    for index in 0..<Int(count) { self[index] = self[Int(first) + index] }
  }
}
