import JupyterKernel
import Testing
import Text

@Suite struct CellPartsTests {
  private func parts(_ code: String) -> [String] { CellParts(of: code).parts.map(\.text) }

  @Test func `a cell without commands is one part`() {
    #expect(parts("let x = 1\n\nx") == ["let x = 1\n\nx"])
    #expect(parts(" \n\t\n") == [])
  }

  @Test func `a command has a line of its own and Swift goes on after it`() {
    let parts = CellParts(of: "let x = 1\n  :vars\n\nx").parts

    #expect(parts.map(\.text) == ["let x = 1", "  :vars", "\nx"])
    #expect(parts.map(\.firstLine) == [0, 1, 2])
  }

  @Test func `a command takes the lines that its expression needs`() {
    #expect(parts(":time f(\n  1)\nx") == [":time f(\n  1)", "x"])
  }

  @Test func `a colon in a choice or in a text is no command`() {
    #expect(parts("let a = b ?\n1\n:two").count == 1)
    #expect(parts("let s = \"\"\"\n:help\n\"\"\"").count == 1)
  }
}

@Suite struct CodeAtCursorTests {
  private func place(_ code: String, _ position: Int?) -> CodeAtCursor {
    CodeAtCursor(
      .object(
        ["code": .string(code), "cursor_pos": position.map { .integer($0) } ?? .null]))
  }

  @Test func `counts Unicode scalars, not bytes and not characters`() {
    #expect(place("é🦊e\u{301}x", 2).offset == 6)
    #expect(place("é🦊e\u{301}x", 4).offset == 9)
  }

  @Test(arguments: [Int.min, -1, 4, Int.max])
  func `is within the cell wherever it is said to be`(position: Int) {
    #expect([0, 3].contains(place("abc", position).offset))
  }

  @Test func `is at the end where nothing is said`() {
    #expect(place("é", nil).offset == 2)
  }

  @Test(
    arguments: [
      ("print(1)", 3, "print"), ("print(1)", 5, "print"),
      ("let y = runs[0].history", 23, "runs[0].history"),
      ("f(a, b).count", 10, "f(a, b).count"), ("Tensor.sum", 2, "Tensor"),
      ("[1, 2].map", 9, "[1, 2].map"),
      ("let n = \"a \\\" b\".count", 19, "\"a \\\" b\".count"), ("\"\".count", 3, "\"\".count"),
      ("\"\"\"\na\n\"\"\".count", 12, "\"\"\"\na\n\"\"\".count"), ("größe", 2, "größe"),
      ("a.b.c", 3, "a.b"), ("a.b.c", 5, "a.b.c"),
    ])
  func `is in a name with what it is a member of`(code: String, position: Int, name: String) {
    #expect(place(code, position).name == name)
  }

  @Test(arguments: [("", 0), ("1234", 2), ("a + ", 4), ("( )", 1), ("])..", 4)])
  func `may be in no name`(code: String, position: Int) {
    #expect(place(code, position).name == nil)
  }

  @Test func `finds the command that it is in`() {
    let code = "let é = 1\n  :type é"

    let inCommand = place(code, 19).part
    let inSwift = place(code, 4).part

    #expect(inCommand.text == ":type é")
    #expect(inCommand.start == 13)
    #expect(inSwift.text == code)
  }
}

@Suite struct KernelHistoryTests {
  private func history(_ codes: String...) -> KernelHistory {
    var history = KernelHistory()
    for (index, code) in codes.enumerated() { history.add(.init(count: index + 1, code: code)) }
    return history
  }

  private func codes(_ history: KernelHistory, _ request: KeyValuePairs<String, JSONValue>)
    -> [String]
  {
    let reply = history.reply(to: .object(request))
    return (reply["history"]?.array ?? []).compactMap { $0.array?.last?.string }
  }

  @Test func `tells its end`() {
    let history = history("a", "b", "c")

    #expect(codes(history, ["hist_access_type": "tail", "n": .integer(2)]) == ["b", "c"])
    #expect(codes(history, ["hist_access_type": "tail"]) == ["a", "b", "c"])
    for count in [0, -1, .min] {
      #expect(codes(history, ["hist_access_type": "tail", "n": .integer(count)]) == [])
    }
    #expect(codes(history, ["hist_access_type": "tail", "n": .integer(.max)]).count == 3)
  }

  @Test func `tells a range of numbers`() {
    let history = history("a", "b", "c")

    #expect(
      codes(history, ["hist_access_type": "range", "start": .integer(2), "stop": .integer(3)]) == [
        "b"
      ])
    #expect(codes(history, ["hist_access_type": "range", "session": .integer(9)]) == [])
  }

  @Test func `finds what is like a pattern`() {
    let history = history("let a = 1", "print(a)", "let b = 2", "let a = 1")

    func found(_ pattern: JSONValue, unique: Bool = false) -> [String] {
      codes(
        history, ["hist_access_type": "search", "pattern": pattern, "unique": .bool(unique)])
    }
    #expect(found("let*") == ["let a = 1", "let b = 2", "let a = 1"])
    #expect(found("let*", unique: true) == ["let b = 2", "let a = 1"])
    #expect(found("let ? = ?").count == 3)
    #expect(found("*a*a*") == [])
    #expect(found("*(a)") == ["print(a)"])
    #expect(found("") == [])
  }

  @Test func `keeps the end of very much`() {
    var history = KernelHistory()
    for number in 1...12_000 { history.add(.init(count: number, code: "\(number)")) }

    let kept = codes(history, ["hist_access_type": "tail"])

    #expect(kept.last == "12000")
    #expect((8_000...10_000).contains(kept.count))
  }

  @Test func `tells values where they are asked for`() {
    var history = KernelHistory()
    history.add(.init(count: 1, code: "6 * 7", result: "42"))

    let reply = history.reply(to: .object(["hist_access_type": "tail", "output": .bool(true)]))

    #expect(
      reply["history"]
        == .array([.array([.integer(1), .integer(1), .array(["6 * 7", "42"])])]))
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }
}
