extension HostErrorValue: KeptValue {
  func keep(in writer: inout KeptWriter) throws { try writer.write(description) }
  init(from reader: inout KeptReader) throws { self.init(description: try reader.read()) }
}
