import Foundation
import MetaLearning
import Testing

@Suite struct SafeTensorsTests {
  private func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
  }

  private func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
    let header = Array(header.utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header + data
  }

  private func fault(_ header: String, data: [UInt8] = []) -> SafeTensorsFault? {
    #expect(throws: SafeTensorsFault.self) { try SafeTensors(file(header, data: data)) }
  }

  private func tensor(
    _ name: String = "a", kind: String = "F32", shape: String = "[1]", at offsets: String = "[0,4]"
  ) -> String {
    "\"\(name)\":{\"dtype\":\"\(kind)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  // MARK: The reference implementation

  @Test func `a file of the reference implementation is read`() throws {
    let file = try SafeTensors(contentsOf: fixture("reference.safetensors"))

    #expect(file.metadata == ["what": "a \"text\" with \\, \n, \t, \u{01}, é and 𝄞"])
    #expect(
      file.tensors.mapValues(\.shape) == [
        "fc.weight": [2, 3], "fc.bias": [2], "conv1.weight": [2, 1, 2, 2], "scale": [],
        "none": [0, 4],
      ])
    #expect(file.tensors["fc.weight"]?.floats == [-1, -0.75, -0.5, -0.25, 0, 0.25])
    let bias: [Float] = [-0.0, 3.0000001]
    #expect(file.tensors["fc.bias"]?.floats?.map(\.bitPattern) == bias.map(\.bitPattern))
    #expect(file.tensors["scale"]?.floats == [1.5])
    #expect(file.tensors["none"]?.floats == [])
  }

  @Test func `what is written is what the reference implementation writes`() throws {
    let original = try bytes(of: fixture("reference.safetensors"))
    #expect(try SafeTensors(original).encoded() == original)
  }

  @Test func `tensors of other kinds are kept as bytes`() throws {
    let file = try SafeTensors(contentsOf: fixture("kinds.safetensors"))

    #expect(file.tensors.count == 12)
    #expect(file.tensors["float32"]?.floats == [0, 1, 1])
    #expect(file.tensors["float64"]?.floats == nil)
    #expect(file.tensors["int64"]?.bytes.count == 24)
    #expect(try SafeTensors(file.encoded()) == file)
  }

  // MARK: Writing

  @Test func `any text survives being written and read`() throws {
    let texts = [
      "": "", "\u{7f}\u{1f}\r\u{8}\u{c}/": "\"\\\"", "e\u{301}": String(repeating: "ß", count: 999),
    ]
    let file = SafeTensors(metadata: texts, tensors: ["": StoredTensor(shape: [], floats: [.nan])])

    let read = try SafeTensors(file.encoded())

    #expect(read == file)
  }

  @Test func `numbers start at a multiple of eight bytes`() {
    for count in 0..<9 {
      let name = String(repeating: "n", count: count)
      let file = SafeTensors(tensors: [name: StoredTensor(shape: [1], floats: [1])])
      #expect((file.encoded().count - 4).isMultiple(of: 8))
    }
  }

  // MARK: Damage

  @Test func `every truncation and every byte too many is an error`() throws {
    let whole = try bytes(of: fixture("reference.safetensors"))
    for count in 0..<whole.count {
      #expect(throws: SafeTensorsFault.self) { try SafeTensors(Array(whole[..<count])) }
    }
    #expect(throws: SafeTensorsFault.wrongDataSize(expected: 68, found: 69)) {
      try SafeTensors(whole + [0])
    }
  }

  @Test func `a changed byte never crashes`() throws {
    let whole = try bytes(of: fixture("kinds.safetensors"))
    var changed = 0
    for place in whole.indices {
      for value in ["0", "9", "\"", "{", "]", ",", "\\", "u", "\u{ff}"].map({
        $0.unicodeScalars.first?.value ?? 0
      }) {
        var damaged = whole
        damaged[place] = UInt8(value)
        let read = try? SafeTensors(damaged)
        if read == nil { changed += 1 }
      }
    }
    #expect(changed > whole.count)
  }

  @Test func `text that is no header is refused with its place`() {
    #expect(fault("") == .notAHeader(offset: 8, expected: "'{'"))
    #expect(fault(" {}") == .notAHeader(offset: 8, expected: "'{'"))
    #expect(fault("{}\n") == .notAHeader(offset: 10, expected: "spaces up to the header's end"))
    #expect(fault("{\"a\":1}") == .notAHeader(offset: 13, expected: "'{'"))
    #expect(fault("{\"a\" {}}") == .notAHeader(offset: 13, expected: "':'"))
    #expect(fault("{\"a") == .notAHeader(offset: 11, expected: "a closing quote"))
    #expect(fault("{\"\\x\"}") == .notAHeader(offset: 11, expected: "an escape"))
    #expect(fault("{\"\\ud800\"}") == .notAHeader(offset: 16, expected: "a whole character"))
    #expect(
      fault("{\"\\ud800\\u0041\"}")
        == .notAHeader(offset: 22, expected: "the second half of a character"))
    #expect(
      fault("{\"\\u12g4\"}") == .notAHeader(offset: 14, expected: "four hexadecimal digits"))
    #expect(
      fault("{\"__metadata__\":{\"a\":3}}") == .notAHeader(offset: 29, expected: "a text in quotes")
    )
    for shape in ["[-1]", "[01]", "[9007199254740992]", "[99999999999999999999999]", "[a]"] {
      #expect(
        fault("{\(tensor(shape: shape))}")
          == .notAHeader(offset: 37, expected: "a whole number from 0 to 2^53"))
    }
    #expect(fault("{\(tensor(shape: "[1.5]"))}") == .notAHeader(offset: 38, expected: "',' or ']'"))
  }

  @Test func `a header in bytes that are no UTF-8 is refused`() {
    let bytes: [UInt8] = [5, 0, 0, 0, 0, 0, 0, 0] + Array("{\"".utf8) + [0xFF] + Array("\"}".utf8)
    #expect(throws: SafeTensorsFault.notAHeader(offset: 9, expected: "a text in UTF-8")) {
      try SafeTensors(bytes)
    }
  }

  @Test func `deeply nested text does not exhaust the stack`() {
    let deep = String(repeating: "{\"a\":", count: 100_000)
    #expect(fault(deep) == .unknownField(tensor: "a", field: "a"))
    #expect(
      fault(String(repeating: "[", count: 100_000)) == .notAHeader(offset: 8, expected: "'{'"))
  }

  @Test func `tensors that do not fit together are refused by name`() {
    let four: [UInt8] = [1, 2, 3, 4]
    #expect(fault("{\(tensor()),\(tensor())}", data: four) == .duplicateName("a"))
    #expect(
      fault("{\"__metadata__\":{\"x\":\"\",\"x\":\"\"}}") == .duplicateName("x"))
    #expect(fault("{\(tensor(kind: "F31"))}") == .unknownKind(tensor: "a", kind: "F31"))
    #expect(fault("{\"a\":{}}") == .missingField(tensor: "a", field: "dtype"))
    #expect(
      fault("{\"a\":{\"dtype\":\"F32\"}}") == .missingField(tensor: "a", field: "shape"))
    #expect(
      fault("{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}")
        == .missingField(tensor: "a", field: "data_offsets"))
    #expect(fault("{\"a\":{\"device\":\"\"}}") == .unknownField(tensor: "a", field: "device"))
    #expect(fault("{\(tensor(at: "[4,0]"))}") == .wrongOffsets(tensor: "a", offsets: [4, 0]))
    #expect(fault("{\(tensor(at: "[0]"))}") == .wrongOffsets(tensor: "a", offsets: [0]))
    #expect(
      fault("{\(tensor(at: "[1,5]"))}", data: four + [0])
        == .misplaced(tensor: "a", offset: 1, expected: 0))
    #expect(
      fault("{\(tensor()),\(tensor("b", at: "[2,6]"))}", data: four + [0, 0])
        == .misplaced(tensor: "b", offset: 2, expected: 4))
    #expect(
      fault("{\(tensor(shape: "[2]"))}", data: four)
        == .wrongSize(tensor: "a", shape: [2], kind: "F32", byteCount: 4))
    let huge = "[4503599627370496,4503599627370496]"
    #expect(
      fault("{\(tensor(shape: huge))}", data: four)
        == .wrongSize(
          tensor: "a", shape: [1 << 52, 1 << 52], kind: "F32", byteCount: 4))
    #expect(fault("{\(tensor())}", data: [1]) == .wrongDataSize(expected: 4, found: 1))
  }

  // MARK: Files

  @Test func `a file of another kind is refused without reading all of it`() throws {
    // A header of no bytes; the file itself has no end.
    let zeros = SafeTensorsFault.notAHeader(offset: 8, expected: "'{'")
    #expect(throws: CheckpointError.malformed(path: "/dev/zero", fault: zeros)) {
      try SafeTensors(contentsOf: "/dev/zero")
    }
    let folder = try TemporaryFolder()
    try folder.write(Array(repeating: 0xFF, count: 100), to: "a")
    let tooLong = SafeTensorsFault.headerTooLong(length: .max)
    #expect(throws: CheckpointError.malformed(path: folder("a"), fault: tooLong)) {
      try SafeTensors(contentsOf: folder("a"))
    }
  }
}
