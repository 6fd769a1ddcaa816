internal import CellChecking
internal import FoundationEssentials

/// `Data`, and values as JSON: `Codable`, `JSONEncoder`, `JSONDecoder`.
enum JSONChunk {
  static let all: [LibraryChunk] = [
    LibraryChunk("codable", codable), .with("data", data, addData),
    .with("json encoder", encoder, addEncoder), .with("json decoder", decoder, addDecoder),
  ]

  private static let codable = """
    protocol Encodable {}
    protocol Decodable {}
    protocol Codable: Encodable, Decodable {}
    \((["Double", "Float", "Bool", "String"] + Nominal.integers.map(\.nominal.name))
      .map { "extension \($0): Codable {}" }.joined(separator: "\n"))
    extension Array: Encodable where Element: Encodable {}
    extension Array: Decodable where Element: Decodable {}
    extension Array: Codable where Element: Codable {}
    extension Set: Encodable where Element: Encodable {}
    extension Set: Decodable where Element: Decodable {}
    extension Set: Codable where Element: Codable {}
    extension Optional: Encodable where Wrapped: Encodable {}
    extension Optional: Decodable where Wrapped: Decodable {}
    extension Optional: Codable where Wrapped: Codable {}
    extension Dictionary: Encodable where Value: Encodable {}
    extension Dictionary: Decodable where Value: Decodable {}
    extension Dictionary: Codable where Value: Codable {}
    protocol CodingKey {
      var stringValue: String { get }
      var intValue: Int? { get }
    }
    extension CodingKey {
      var stringValue: String { _keyText(self) }
      var intValue: Int? { nil }
    }
    struct _JSONKey: CodingKey {
      let stringValue: String
      let intValue: Int?
    }
    func _jsonPath(_ path: [(name: String, index: Int)]) -> [any CodingKey] {
      path.map { _JSONKey(stringValue: $0.name, intValue: $0.index < 0 ? nil : $0.index) }
    }
    func _codingProblem(_ error: any Error) -> String? {
      let isMissing = "The operation could not be completed. The data is missing."
      let isWrong = "The operation could not be completed. The data isn’t in the correct format."
      if let error = error as? DecodingError {
        switch error {
        case .keyNotFound, .valueNotFound: return isMissing
        default: return isWrong
        }
      }
      return error is EncodingError ? isWrong : nil
    }
    func _pathText(_ path: [any CodingKey]) -> String {
      var text = ""
      for key in path {
        if let index = key.intValue {
          text += "[\\(index)]"
        } else {
          text += (text.isEmpty ? "" : ".") + key.stringValue
        }
      }
      return text.isEmpty ? "" : " Path: " + text + "."
    }
    """

  private static let data = #"""
    extension String {
      enum Encoding { case utf8, ascii, unicode, utf16, isoLatin1 }
      init?<S: Sequence>(bytes: S, encoding: String.Encoding) where S.Element == UInt8 {
        self.init(data: Data(bytes), encoding: encoding)
      }
      init?(data: Data, encoding: String.Encoding) {
        guard let text = _textOfBytes(data._bytes, encoding == .ascii) else { return nil }
        self = text
      }
    }
    extension StringProtocol {
      func data(using encoding: String.Encoding, allowLossyConversion: Bool = false) -> Data? {
        if encoding == .ascii && !_scalarValues.allSatisfy({ $0 < 128 }) { return nil }
        return Data(utf8)
      }
    }
    struct Data: RandomAccessCollection, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Element = UInt8
      typealias Index = Int
      typealias Iterator = ArrayIterator<UInt8>
      var _bytes: [UInt8]
      init() { self._bytes = [] }
      init<S: Sequence>(_ bytes: S) where S.Element == UInt8 { self._bytes = bytes._elements() }
      init(repeating byte: UInt8, count: Int) { self._bytes = [UInt8](repeating: byte, count: count) }
      var startIndex: Int { 0 }
      var endIndex: Int { _bytes.count }
      var count: Int { _bytes.count }
      subscript(position: Int) -> UInt8 {
        get { _bytes[position] }
        set { _bytes[position] = newValue }
      }
      func _elements() -> [UInt8] { _bytes }
      func makeIterator() -> ArrayIterator<UInt8> { ArrayIterator(_elements: _bytes) }
      mutating func append(_ byte: UInt8) { _bytes.append(byte) }
      mutating func append<S: Sequence>(contentsOf bytes: S) where S.Element == UInt8 {
        _bytes.append(contentsOf: bytes)
      }
      subscript(bounds: Range<Int>) -> Data { Data(_bytes[bounds]) }
      func subdata(in range: Range<Int>) -> Data { Data(_bytes[range]) }
      mutating func removeAll(keepingCapacity: Bool = false) { _bytes = [] }
      static func + (a: Data, b: Data) -> Data { Data(a._bytes + b._bytes) }
      static func += (a: inout Data, b: Data) { a._bytes += b._bytes }
      init?(base64Encoded text: String) {
        guard let bytes = _fromBase64(text) else { return nil }
        self._bytes = bytes
      }
      func base64EncodedString() -> String { _toBase64(_bytes) }
      func base64EncodedData() -> Data { Data(_toBase64(_bytes).utf8) }
      var description: String { count == 1 ? "1 byte" : "\(count) bytes" }
      var debugDescription: String { description }
    }
    func _textOfBytes(_ bytes: [UInt8], _ isASCII: Bool) -> String?
    func _toBase64(_ bytes: [UInt8]) -> String
    func _fromBase64(_ text: String) -> [UInt8]?
    """#

  private static let encoder = #"""
    enum EncodingError: Error, CustomStringConvertible {
      struct Context {
        let codingPath: [any CodingKey]
        let debugDescription: String
      }
      case invalidValue(Any, EncodingError.Context)
      var description: String {
        switch self {
        case .invalidValue(let value, let context):
          return "EncodingError.invalidValue: \(value) (\(type(of: value)))." + _pathText(context.codingPath)
            + " Debug description: " + context.debugDescription
        }
      }
    }
    class JSONEncoder {
      struct OutputFormatting: OptionSet {
        let rawValue: UInt
        init(rawValue: UInt) { self.rawValue = rawValue }
        static var prettyPrinted: JSONEncoder.OutputFormatting { JSONEncoder.OutputFormatting(rawValue: 1) }
        static var sortedKeys: JSONEncoder.OutputFormatting { JSONEncoder.OutputFormatting(rawValue: 2) }
        static var withoutEscapingSlashes: JSONEncoder.OutputFormatting {
          JSONEncoder.OutputFormatting(rawValue: 8)
        }
      }
      enum KeyEncodingStrategy { case useDefaultKeys, convertToSnakeCase }
      var outputFormatting: JSONEncoder.OutputFormatting = []
      var keyEncodingStrategy: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys
      init() {}
      func encode<T: Encodable>(_ value: T) throws -> Data {
        let isSnake = keyEncodingStrategy == .convertToSnakeCase
        let written = _json(value, Int(outputFormatting.rawValue) | (isSnake ? 65536 : 0))
        if let problem = written.problem {
          throw EncodingError.invalidValue(
            written.value,
            EncodingError.Context(codingPath: _jsonPath(written.path), debugDescription: problem))
        }
        return Data(written.text.utf8)
      }
    }
    func _keyText(_ key: Any) -> String
    func _json<T>(_ value: T, _ options: Int) -> (
      text: String, problem: String?, value: Double, path: [(name: String, index: Int)]
    )
    """#

  private static let decoder = #"""
    enum DecodingError: Error, CustomStringConvertible {
      struct Context {
        let codingPath: [any CodingKey]
        let debugDescription: String
      }
      case typeMismatch(Any.Type, DecodingError.Context)
      case valueNotFound(Any.Type, DecodingError.Context)
      case keyNotFound(any CodingKey, DecodingError.Context)
      case dataCorrupted(DecodingError.Context)
      var description: String {
        switch self {
        case .typeMismatch(let type, let context):
          return _text("typeMismatch: expected value of type \(type).", context)
        case .valueNotFound(let type, let context):
          return _text("valueNotFound: Expected value of type \(type) but found null instead.", context)
        case .keyNotFound(let key, let context):
          return _text("keyNotFound: Key '\(key.stringValue)' not found in keyed decoding container.", context)
        case .dataCorrupted(let context): return _text("dataCorrupted: Data was corrupted.", context)
        }
      }
      func _text(_ problem: String, _ context: DecodingError.Context) -> String {
        "DecodingError." + problem + _pathText(context.codingPath) + " Debug description: "
          + context.debugDescription
      }
    }
    class JSONDecoder {
      enum KeyDecodingStrategy { case useDefaultKeys, convertFromSnakeCase }
      var keyDecodingStrategy: JSONDecoder.KeyDecodingStrategy = .useDefaultKeys
      init() {}
      func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
        let made = _fromJSON(data._bytes, keyDecodingStrategy == .convertFromSnakeCase, type)
        if let value = made.values.first { return value }
        let context = DecodingError.Context(
          codingPath: _jsonPath(made.path), debugDescription: made.text)
        switch made.kind {
        case 0: throw DecodingError.keyNotFound(_JSONKey(stringValue: made.key, intValue: nil), context)
        case 1: throw DecodingError.typeMismatch(made.type, context)
        case 2: throw DecodingError.valueNotFound(made.type, context)
        default: throw DecodingError.dataCorrupted(context)
        }
      }
    }
    func _fromJSON<T>(_ bytes: [UInt8], _ isSnakeCase: Bool, _ type: T.Type) -> (
      values: [T], kind: Int, key: String, type: Any.Type, path: [(name: String, index: Int)], text: String
    )
    """#

  private static func addData(_ natives: inout NativeTable) {
    addBase64(&natives)
    natives.add("_textOfBytes(_:_:)") { call in
      let bytes = call.array(0).map { UInt8(truncatingIfNeeded: $0.integer ?? 0) }
      if call.bool(1), bytes.contains(where: { $0 > 127 }) { return .none }
      return String(validating: bytes, as: UTF8.self).map { .string($0) } ?? .none
    }
  }

  private static func addBase64(_ natives: inout NativeTable) {
    natives.add("_toBase64(_:)") { call in
      let bytes = call.array(0).map { UInt8(truncatingIfNeeded: $0.integer ?? 0) }
      return .string(Data(bytes).base64EncodedString())
    }
    natives.add("_fromBase64(_:)") { call in
      call.optional(
        Data(base64Encoded: call.string(0)).map { .ints($0.map { Int($0) }) })
    }
  }

  private static func addEncoder(_ natives: inout NativeTable) {
    natives.add("_keyText(_:)") { call in
      let (type, value) = call.machine.open(call[0])
      guard case .enumeration(let object) = value, let nominal = type.type.nominal else {
        return .string(try call.describe(0))
      }
      let raw = JSONShape.rawValues(of: nominal)?.values[object.index].text
      return .string(raw ?? object.type.cases[object.index].name)
    }
    natives.add("_json(_:_:)") { call in
      var writer = JSONWriter(call, JSONWriter.Options(rawValue: call.int(1)))
      do {
        try writer.write(call[0], call.types[0])
        try call.allow(writer.text.utf8.count)
        return .tuple(.string(writer.text), .none, .double(0), .values([]))
      } catch let error as JSONWriter.Unwritable {
        return .tuple(
          .string(""), .string(error.text), .double(error.value), .values(error.path.map(\.datum)))
      }
    }
  }

  private static func addDecoder(_ natives: inout NativeTable) {
    natives.add("_fromJSON(_:_:_:)") { call in
      guard case .metatype(let object) = call[2] else { return .void }
      let bytes = call.array(0).map { UInt8(truncatingIfNeeded: $0.integer ?? 0) }
      var filling = JSONFilling(call, isSnakeCase: call.bool(1))
      func result(_ values: [Datum], _ mismatch: JSONFilling.Mismatch) -> Datum {
        .tuple(
          .array(values, of: object.type), .int(mismatch.kind.rawValue), .string(mismatch.key),
          .metatype(call.machine.typeObject(mismatch.type)),
          .values(mismatch.path.map(\.datum)), .string(mismatch.text))
      }
      do {
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw JSONFilling.Mismatch.invalid
        }
        return result([try filling.value(of: object.type, from: text)], .invalid)
      } catch let mismatch as JSONFilling.Mismatch {
        return result([], mismatch)
      }
    }
  }
}
