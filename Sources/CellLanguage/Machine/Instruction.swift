/// One step of register code, eight bytes.
struct Instruction {
  var opcode: Opcode
  var a: UInt16 = 0
  var b: UInt16 = 0
  var c: UInt16 = 0

  /// An instruction as it was fetched: operands are taken out of its word where they are needed.
  struct Fetched {
    let opcode: Opcode
    fileprivate let word: UInt64

    @inline(__always) var a: UInt16 { UInt16(truncatingIfNeeded: word >> 16) }
    @inline(__always) var b: UInt16 { UInt16(truncatingIfNeeded: word >> 32) }
    @inline(__always) var c: UInt16 { UInt16(truncatingIfNeeded: word >> 48) }
    /// `b` and `c` as numbers with a sign.
    @inline(__always) var numberB: Int { Int(Int16(truncatingIfNeeded: word >> 32)) }
    @inline(__always) var numberC: Int { Int(Int64(bitPattern: word) >> 48) }
    /// Both as one.
    @inline(__always) var numberBC: Int { Int(Int64(bitPattern: word) >> 32) }
  }
}

/// Where execution is.
@safe struct InstructionPointer {
  // Code ends with an instruction that leaves it, and jumps go to its own instructions only. The word of
  // an instruction has its operands where a machine keeps them that begins with the lowest byte, as all
  // do that Swift runs on.

  private(set) var address: UnsafePointer<Instruction>

  init(_ address: UnsafePointer<Instruction>) { unsafe self.address = address }

  /// The instruction here; then one further.
  @inline(__always)
  mutating func take() -> Instruction.Fetched {
    defer { unsafe address += 1 }
    return unsafe Instruction.Fetched(
      opcode: address.pointee.opcode,
      word: UnsafeRawPointer(address).load(as: UInt64.self))
  }

  /// The instruction that was taken last.
  @inline(__always)
  var taken: Instruction { unsafe (address - 1).pointee }

  /// Goes so many instructions further, or back.
  @inline(__always)
  mutating func jump(_ distance: Int) { unsafe address += distance }
}
