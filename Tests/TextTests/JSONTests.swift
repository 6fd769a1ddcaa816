import Testing
import Text

@Suite struct JSONTests {
  private func fault(_ text: String) -> JSONError? {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  // MARK: What is JSON

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("\t\r\nfalse", .bool(false)),
      ("0", .integer(0)), ("-0", .integer(0)), ("-12", .integer(-12)),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(0x1p63)),
      ("-0.0", .number(-0.0)), ("1e2", .number(100)), ("1E+2", .number(100)),
      ("12.5e-1", .number(1.25)), ("1e-999", .number(0)), ("0e1", .number(0)),
      ("\"\"", .string("")), ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u0000\u00e9\uD834\udd1E""#, .string("\0é𝄞")),
      ("[]", .array([])), ("[ ]", .array([])),
      ("[1,[2]]", .array([.integer(1), .array([.integer(2)])])),
      ("{}", .object([JSONValue.Member]())), ("{ }", .object([JSONValue.Member]())),
      (
        #"{"a":1 , "":null,"a" : [ ]}"#,
        .object(["a": .integer(1), "": .null, "a": .array([])])
      ),
    ] as [(String, JSONValue)])
  func `a text of the grammar is read`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test func `of a key that stands twice the last value counts`() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"] == .integer(2))
  }

  // MARK: What is not

  @Test(arguments: [
    "", " ", "nul", "True", "NaN", "Infinity", "-Infinity", "undefined", "'a'", "a", "\u{FEFF}1",
    "+1", "-", "--1", "01", "-01", "1.", ".5", "1.e2", "1e", "1e+", "1e400", "-1e400", "0x1", "1_0",
    "1 2", "1,", "١", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "[1]]",
    "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\" 1}",
    "{\"a\":1 \"b\":2}", "{a:1}", "{1:1}", "{\"a\":1]", "{\"a\"::1}", "{\"a\":1}}", "{\"a\",1}",
    "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\u\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\U0041\"",
    "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud800\\n\"", "\"\\ud800\\ud800\"",
    "\"a\nb\"", "\"a\tb\"", "\"\0\"", "// c\n1", "/* c */ 1", "1 # c", "[1]\u{A0}",
  ])
  func `any other text is refused`(text: String) {
    #expect(fault(text) != nil)
  }

  @Test func `the place of a fault is its byte`() {
    #expect(fault("[1, é]") == JSONError(offset: 4, expected: "a value"))
    #expect(fault("{\"a\":1,}") == JSONError(offset: 7, expected: "a key in quotes"))
    #expect(fault("[1 2]") == JSONError(offset: 3, expected: "',' or ']'"))
    #expect(fault("{} x")?.description == "not JSON: expected the end of the text at byte 3")
  }

  @Test func `text that is not UTF-8 is refused where it starts`() {
    var reader = JSONReader([0x22, 0x61, 0xFF, 0x22])
    #expect(throws: JSONError(offset: 0, expected: "a text in UTF-8")) { try reader.readString() }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `deeply nested text does not exhaust the stack`(opening: String) {
    #expect(fault(String(repeating: opening, count: 100_000))?.expected == "at most 256 levels")
  }

  @Test func `256 levels are read`() throws {
    let text = String(repeating: "[", count: 255) + "1" + String(repeating: "]", count: 255)
    _ = try JSONValue(parsing: text)
  }

  @Test func `a broken text never crashes`() {
    let whole = Array(#"{"a":[1,-2.5e3,true,null,"\u00e9\n𝄞"],"b":{"c":{}}}"#.utf8)
    for place in whole.indices {
      _ = try? JSONValue(parsing: String(decoding: whole[..<place], as: UTF8.self))
      for byte in Array("\"\\{}[],:0-.eu\u{0} ".utf8) {
        var damaged = whole
        damaged[place] = byte
        _ = try? JSONValue(parsing: String(decoding: damaged, as: UTF8.self))
      }
    }
  }

  // MARK: Reading piece by piece

  @Test func `a reader takes what it is asked for`() throws {
    var reader = JSONReader(Array(#"{"sizes": [3, 0], "none": [], "name": "x"}"#.utf8))
    var found: [String] = []

    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == "name" {
        found.append("\(key) \(try reader.readString())")
      } else {
        try reader.beginArray()
        while try reader.nextElement() { found.append("\(key) \(try reader.readCount())") }
      }
    }
    try reader.finish()

    #expect(found == ["sizes 3", "sizes 0", "name x"])
  }

  @Test(arguments: ["-1", "01", "9007199254740992", "99999999999999999999999", "a", ""])
  func `a count is a whole number that fits everywhere`(text: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONError(offset: 0, expected: "a whole number from 0 to 2^53")) {
      try reader.readCount()
    }
  }

  // MARK: Printing

  @Test func `what is printed reads back`() throws {
    let value = JSONValue.object([
      "": .null, "a": .array([.bool(true), .integer(.min), .number(0.1), .array([])]),
      "e\u{301}": .object(["x": .string("\0\u{1F}\"\\/\u{7F}\u{85}\u{2028}\u{2029}𝄞\r\n")]),
    ])

    #expect(try JSONValue(parsing: value.text) == value)
    #expect(try JSONValue(parsing: value.line) == value)
    #expect(!value.line.unicodeScalars.contains { $0.properties.isWhitespace })
  }

  @Test func `text is indented as Jupyter indents it, a line has no blank`() {
    let value = JSONValue.object(["a": .array([.integer(1), .integer(2)]), "b": .array([])])

    #expect(value.text == "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": []\n}\n")
    #expect(value.line == #"{"a":[1,2],"b":[]}"#)
  }

  @Test func `numbers that JSON does not have are null`() {
    #expect(JSONValue.array([.number(.nan), .number(.infinity)]).line == "[null,null]")
  }
}
