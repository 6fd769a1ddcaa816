/// A Swift value that can be written as bytes and read again, the same in every bit.
public protocol KeptValue {
  /// Writes the value.
  func keep(in writer: inout KeptWriter) throws

  /// Reads a value.
  init(from reader: inout KeptReader) throws
}

/// A host value that outlives the process: what it was is restored without running the cell that made it.
public typealias KeptHostValue = HostValue & KeptValue

extension Int: KeptValue {
  /// Writes the integer.
  public func keep(in writer: inout KeptWriter) { writer.put(integer: self) }
  /// Reads an integer.
  public init(from reader: inout KeptReader) throws { self = try reader.integer() }
}

extension UInt64: KeptValue {
  /// Writes the bits.
  public func keep(in writer: inout KeptWriter) { writer.put(word: self) }
  /// Reads the bits.
  public init(from reader: inout KeptReader) throws { self = try reader.word() }
}

extension UInt8: KeptValue {
  /// Writes the byte.
  public func keep(in writer: inout KeptWriter) { writer.put(byte: self) }
  /// Reads a byte.
  public init(from reader: inout KeptReader) throws { self = try reader.byte() }
}

extension Bool: KeptValue {
  /// Writes the truth value.
  public func keep(in writer: inout KeptWriter) { writer.put(byte: self ? 1 : 0) }
  /// Reads a truth value.
  public init(from reader: inout KeptReader) throws {
    switch try reader.byte() {
    case 0: self = false
    case 1: self = true
    default: throw KeptError.damaged
    }
  }
}

extension Double: KeptValue {
  /// Writes the bits.
  public func keep(in writer: inout KeptWriter) { writer.put(word: bitPattern) }
  /// Reads the bits.
  public init(from reader: inout KeptReader) throws { self.init(bitPattern: try reader.word()) }
}

extension Float: KeptValue {
  /// Writes the bits.
  public func keep(in writer: inout KeptWriter) { writer.put(half: bitPattern) }
  /// Reads the bits.
  public init(from reader: inout KeptReader) throws { self.init(bitPattern: try reader.half()) }
}

extension String: KeptValue {
  /// Writes the bytes.
  public func keep(in writer: inout KeptWriter) throws {
    if utf8.count <= KeptWriter.longest {
      writer.put(byte: 0)
      writer.put(text: self)
    } else {
      writer.put(byte: 1)
      try unsafe writer.put(bulk: utf8.span.bytes)
    }
  }
  /// Reads a text.
  public init(from reader: inout KeptReader) throws {
    self =
      switch try reader.byte() {
      case 0: try reader.text()
      case 1:
        try reader.bulk { bytes in
          guard let text = String(validating: bytes, as: UTF8.self) else {
            throw KeptError.damaged
          }
          return text
        }
      default: throw KeptError.damaged
      }
  }
}

extension Optional: KeptValue where Wrapped: KeptValue {
  /// Writes whether there is a value, and the value.
  public func keep(in writer: inout KeptWriter) throws {
    writer.put(byte: self == nil ? 0 : 1)
    try self?.keep(in: &writer)
  }
  /// Reads a value where there is one.
  public init(from reader: inout KeptReader) throws {
    self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
  }
}

extension Range: KeptValue where Bound: KeptValue {
  /// Writes the bounds.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(lowerBound)
    try writer.write(upperBound)
  }
  /// Reads the bounds.
  public init(from reader: inout KeptReader) throws {
    let (lower, upper): (Bound, Bound) = (try reader.read(), try reader.read())
    guard lower <= upper else { throw KeptError.damaged }
    self = lower..<upper
  }
}

extension ClosedRange: KeptValue where Bound: KeptValue {
  /// Writes the bounds.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(lowerBound)
    try writer.write(upperBound)
  }
  /// Reads the bounds.
  public init(from reader: inout KeptReader) throws {
    let (lower, upper): (Bound, Bound) = (try reader.read(), try reader.read())
    guard lower <= upper else { throw KeptError.damaged }
    self = lower...upper
  }
}
