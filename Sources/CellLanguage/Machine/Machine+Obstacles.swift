internal import CellChecking
internal import CellSyntax

/// What instructions say when they cannot go on.
extension Machine {
  /// The result of an operation that did not overflow.
  @inline(__always)
  private func checked(
    _ result: (partialValue: Int, overflow: Bool), _ sign: StaticString, _ x: Int, _ y: Int,
    _ code: CodePointer, _ next: InstructionPointer
  ) throws -> Int {
    if result.overflow { throw overflow(sign, x, y, code, next) }
    return result.partialValue
  }

  @inline(never)
  func overflow(
    _ sign: StaticString, _ x: Int, _ y: Int, _ code: CodePointer, _ next: InstructionPointer
  ) -> Fault {
    Fault.overflow("\(sign)", x, y, .int, code.site(before: next))
  }

  @inline(__always)
  func sum(_ x: Int, _ y: Int, _ code: CodePointer, _ next: InstructionPointer) throws -> Int {
    try checked(x.addingReportingOverflow(y), "+", x, y, code, next)
  }

  @inline(__always)
  func difference(
    _ x: Int, _ y: Int, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> Int {
    try checked(x.subtractingReportingOverflow(y), "-", x, y, code, next)
  }

  @inline(__always)
  func product(_ x: Int, _ y: Int, _ code: CodePointer, _ next: InstructionPointer) throws -> Int {
    try checked(x.multipliedReportingOverflow(by: y), "*", x, y, code, next)
  }

  /// What the cursor found.
  @inline(__always)
  func there<T>(
    _ value: T?, _ cursor: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> T {
    guard let value else { throw obstacle(cursor, code.site(before: next)) }
    return value
  }

  /// A variable's or property's value, which must be there.
  @inline(__always)
  func set<T>(_ value: T?, _ code: CodePointer, _ next: InstructionPointer) throws -> T {
    guard let value else { throw Fault.unset(code.site(before: next)) }
    return value
  }

  /// At element `Rc` of the array in `slots[b]`, for reading.
  @inline(__always)
  func element(
    _ i: Instruction.Fetched, _ r: Registers, _ slots: Slots, _ code: CodePointer,
    _ next: InstructionPointer
  ) throws -> Cursor {
    let array = slots.cursor(Int(i.b))
    return try there(array.element(r[i.c]), array, code, next)
  }

  /// At stored property `c` of element `Rb` of the array in `slots[a]`, to be changed.
  @inline(__always)
  func slotElementField(
    _ i: Instruction.Fetched, _ r: Registers, _ slots: Slots, _ code: CodePointer,
    _ next: InstructionPointer
  ) throws -> Cursor {
    let array = slots.cursor(Int(i.a))
    let element = try there(array.uniqueElement(r[i.b]), array, code, next)
    return try there(element.uniqueField(Int(i.c)), element, code, next)
  }

  /// At what the optional at the cursor wraps, which must be something.
  @inline(__always)
  func wrapped(
    _ i: Instruction.Fetched, _ cursor: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> Cursor {
    guard let place = cursor.payload(isUnique: i.a != 0) else {
      throw Fault.foundNil(code.site(before: next), isImplicit: i.b != 0)
    }
    return place
  }

  /// Adds to the integer at a place.
  @inline(__always)
  func add(
    _ more: Int, to place: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws {
    let value = try there(place.integer(), place, code, next)
    place.putScalar(.int(try sum(value, more, code, next)))
  }

  /// Adds to the floating-point number at a place.
  @inline(__always)
  func add(
    _ more: Double, to place: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws {
    let value = try there(place.double(), place, code, next)
    place.putScalar(.double(value + more))
  }

  /// Jumps back, unless somebody wants to stop.
  @inline(__always)
  func goBack(
    _ i: Instruction.Fetched, _ code: CodePointer, _ next: inout InstructionPointer
  ) throws {
    if isDue { try stopIfWished(code.site(before: next)) }
    next.jump(i.numberC)
  }

  func checkRange(
    _ lower: Int, _ upper: Int, _ code: CodePointer, _ next: InstructionPointer
  ) throws {
    if lower <= upper { return }
    throw Fault(
      "Fatal error: Range requires lowerBound <= upperBound", at: code.site(before: next))
  }

  /// Whether the cursor could do it.
  @inline(__always)
  func done(
    _ isDone: Bool, _ cursor: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws {
    if !isDone { throw obstacle(cursor, code.site(before: next)) }
  }

  @inline(never)
  func obstacle(_ cursor: Cursor, _ site: Site?) -> Fault {
    cursor.isAtArray
      ? Fault("Fatal error: Index out of range", at: site)
      : Fault("overlapping access, or a value used before it was set", at: site)
  }

  func divide(
    _ x: Int, _ y: Int, _ operation: Operation, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> Int {
    if y > 0 { return operation == .divide ? x / y : x % y }
    return try IntegerWidth(bits: 64, isSigned: true).apply(
      operation, x, y, .int, code.site(before: next))
  }
}

extension ScalarKind {
  /// The kind by the number that `boxSlot` gives.
  init(code: UInt16) {
    switch code {
    case 0: self = .integer
    case 1: self = .floating
    default: self = .boolean
    }
  }

  /// The number for `boxSlot`.
  var code: UInt16 {
    switch self {
    case .integer: 0
    case .floating: 1
    case .boolean: 2
    }
  }
}
