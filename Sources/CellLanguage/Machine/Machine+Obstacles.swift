/// What instructions say when they cannot go on.
extension Machine {
  /// The result of an operation that did not overflow.
  @inline(__always)
  func checked(
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

  /// What the cursor found.
  @inline(__always)
  func there<T>(
    _ value: T?, _ cursor: Cursor, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> T {
    guard let value else { throw obstacle(cursor, code.site(before: next)) }
    return value
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
