internal import CellChecking

/// The scalars of one call, unboxed and in a row: integers as they are, floating-point numbers by their
/// bits, truth values as 0 and 1.
///
/// Part of the machine's `RegisterStack`. Which numbers there are is decided when code is made, and
/// never by the program that runs.
@safe struct Registers {
  // Every index is below the number of registers of the function, for which the machine made room
  // before it entered it.

  let base: UnsafeMutablePointer<Int>

  subscript(_ index: Int) -> Int {
    @inline(__always) get { unsafe base[index] }
    @inline(__always) nonmutating set { unsafe base[index] = newValue }
  }

  subscript(_ index: UInt16) -> Int {
    @inline(__always) get { unsafe base[Int(index)] }
    @inline(__always) nonmutating set { unsafe base[Int(index)] = newValue }
  }

  /// The floating-point number in a register.
  @inline(__always)
  func double(_ index: UInt16) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: self[index]))
  }

  @inline(__always)
  func double(_ index: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: self[index]))
  }

  /// Puts a floating-point number into a register.
  @inline(__always)
  func set(_ index: UInt16, _ value: Double) { self[index] = Int(bits: value) }

  /// At a captured value, where a register says they are, for reading; boxes among them lead on to what
  /// can be changed.
  @inline(__always)
  func capture(_ index: UInt16, _ register: UInt16) -> Cursor {
    unsafe Cursor(
      UnsafeMutablePointer(bitPattern: self[register]).unsafelyUnwrapped + Int(index))
  }

  /// The registers from a number on.
  @inline(__always)
  func from(_ index: Int) -> Registers { unsafe Registers(base: base + index) }

  /// A scalar as the value that it stands for.
  @inline(__always)
  func datum(_ index: Int, _ kind: ScalarKind) -> Datum { Datum(bits: self[index], kind) }

  /// Puts a value into a register; a place that was never set counts as 0.
  @inline(__always)
  func put(_ value: Datum, at index: Int, _ kind: ScalarKind) {
    self[index] = value.bits(kind) ?? 0
  }
}

extension Double {
  /// The floating-point number that a word keeps.
  @inline(__always)
  init(bits word: Int) { self.init(bitPattern: UInt64(truncatingIfNeeded: word)) }
}

extension Int {
  /// The word that keeps a floating-point number.
  @inline(__always)
  init(bits value: Double) { self = Int(truncatingIfNeeded: value.bitPattern) }
}

extension Datum {
  /// A scalar from the word that keeps it.
  @inline(__always)
  init(bits: Int, _ kind: ScalarKind) {
    switch kind {
    case .integer: self = .int(bits)
    case .floating: self = .double(Double(bitPattern: UInt64(truncatingIfNeeded: bits)))
    case .boolean: self = .bool(bits != 0)
    }
  }

  /// The word that keeps a scalar; `nil` for other values.
  @inline(__always)
  func bits(_ kind: ScalarKind) -> Int? {
    switch (self, kind) {
    case (.int(let value), .integer): value
    case (.double(let value), .floating): Int(bits: value)
    // Host code may give a whole number.
    case (.int(let value), .floating): Int(bits: Double(value))
    case (.bool(let value), .boolean): value ? 1 : 0
    default: nil
    }
  }
}
