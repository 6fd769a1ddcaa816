/// The end of a text that a loop builds piece by piece: bytes in the registers of its variable until
/// something else looks at the text. Adding a character to a `String` takes ten times as long.
///
/// The first register has the number of bytes, which fill the others. What is added is a whole text each
/// time, so that a tail never ends within a scalar.
@safe struct TextTail {
  // The compiler gives a tail `registerCount` registers, which nothing else uses.

  static let capacity = 128
  static let registerCount = 1 + capacity / MemoryLayout<Int>.size

  private let registers: Registers

  init(_ registers: Registers) { self.registers = registers }

  private var bytes: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(registers.base + 1) }

  /// Adds the text, character or part of a text at a place to the text at another.
  @inline(never)
  func add(_ piece: Cursor, to text: Cursor) {
    if let byte = piece.byte { return add(byte, to: text) }
    add(piece.datum.text ?? "", to: text)
  }

  @inline(__always)
  private func add(_ byte: UInt8, to text: Cursor) {
    if registers[0] == Self.capacity { move(to: text) }
    unsafe bytes.storeBytes(of: byte, toByteOffset: registers[0], as: UInt8.self)
    registers[0] &+= 1
  }

  @inline(__always)
  func add(_ piece: String, to text: Cursor) {
    let isAdded: Void? =
      unsafe piece.utf8.withContiguousStorageIfAvailable { piece in
        guard let start = unsafe prepare(for: piece.count, text) else { return nil }
        unsafe start.copyMemory(
          from: UnsafeRawPointer(piece.baseAddress.unsafelyUnwrapped), byteCount: piece.count)
        registers[0] &+= piece.count
        return ()
      } ?? nil
    if isAdded == nil {
      move(to: text)
      text.append(text: piece)
    }
  }

  /// Adds literals and integers.
  @inline(__always)
  func add(_ run: RunTarget, _ integers: Registers, to text: Cursor) {
    guard let start = unsafe prepare(for: run.largestCount, text) else {
      move(to: text)
      return text.append(text: run.text(integers))
    }
    registers[0] &+= unsafe run.write(integers, to: start.assumingMemoryBound(to: UInt8.self))
  }

  /// Where so many bytes find room; `nil` when they are too many.
  @inline(__always)
  private func prepare(for count: Int, _ text: Cursor) -> UnsafeMutableRawPointer? {
    if count > Self.capacity { return nil }
    if registers[0] &+ count > Self.capacity { move(to: text) }
    return unsafe bytes + registers[0]
  }

  /// Moves the bytes to the end of the text.
  @inline(never)
  func move(to text: Cursor) {
    guard registers[0] > 0 else { return }
    let all = unsafe UnsafeRawBufferPointer(start: bytes, count: registers[0])
    text.append(text: unsafe String(decoding: all, as: UTF8.self))
    registers[0] = 0
  }
}
