extension KeptValue where Self: RawRepresentable, RawValue == String {
  /// Writes the name.
  public func keep(in writer: inout KeptWriter) throws { try writer.write(rawValue) }

  /// Reads a name.
  public init(from reader: inout KeptReader) throws {
    self = try reader.require(Self(rawValue: try reader.read()))
  }
}

extension Dictionary: KeptValue where Key == String, Value: KeptValue {
  /// Writes the pairs, sorted.
  public func keep(in writer: inout KeptWriter) throws {
    writer.put(count: count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      try writer.write(key)
      try writer.write(value)
    }
  }

  /// Reads the pairs.
  public init(from reader: inout KeptReader) throws {
    self = [:]
    for _ in 0..<(try reader.length()) {
      let key: String = try reader.read()
      self[key] = try reader.read(Value.self)
    }
  }
}
