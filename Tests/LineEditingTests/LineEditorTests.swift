import Glibc
import LineEditing
import Testing

/// Tests with a terminal, run one after the other: a signal that comes while one waits for keys is for all.
@Suite(.serialized) struct TerminalTests {}

extension TerminalTests {
  @Suite struct LineEditorTests {
    /// Complete when braces balance.
    private static let braces: @Sendable () -> LineEditor.Rules = {
      LineEditor.Rules(
        completeness: { text in
          let open = text.count { $0 == "{" }
          let close = text.count { $0 == "}" }
          return open > close ? .incomplete : .complete
        },
        completions: { text, offset in
          let start = text.lastIndex(of: " ").map {
            text.utf8.distance(from: text.startIndex, to: $0)
          }
          let lower = start.map { $0 + 1 } ?? 0
          let word = String(decoding: Array(text.utf8)[lower..<offset], as: UTF8.self)
          return Completions(
            replacing: lower..<offset,
            candidates: ["gradient", "gradual", "plot"].filter { $0.hasPrefix(word) })
        })
    }

    /// Types `keys` at the first prompt and returns the entry that comes of them.
    private func entry(
      typing keys: String, rules: @Sendable @escaping () -> LineEditor.Rules = braces
    ) throws -> Entry? {
      let terminal = try PseudoTerminal()
      terminal.start(rules: rules)
      terminal.type(keys, atPrompt: 0)
      let entry = terminal.entry(0)
      if entry != .endOfInput { terminal.type("\u{4}", atPrompt: 1) }
      return entry
    }

    @Test func `return ends a line`() throws {
      let entry = try entry(typing: "let a = 1\r")

      #expect(entry == .text("let a = 1"))
    }

    @Test func `an empty line is an entry`() throws {
      let entry = try entry(typing: "\r")

      #expect(entry == .text(""))
    }

    @Test func `control-D on an empty line ends the input`() throws {
      let entry = try entry(typing: "\u{4}")

      #expect(entry == .endOfInput)
    }

    @Test func `control-C gives the entry up and the next starts empty`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("func f() {\rabc\u{3}", atPrompt: 0)
      terminal.type("b\r\u{4}", atPrompt: 1)

      #expect(terminal.entry(0) == .interrupted)
      #expect(terminal.entry(1) == .text("b"))
      #expect(terminal.output.contains("^C"))
    }

    @Test func `return opens an indented line while the entry is incomplete`() throws {
      let entry = try entry(typing: "func f() {\rif x {\ry\r}\r}\r")

      #expect(entry == .text("func f() {\n  if x {\n    y\n  }\n}"))
    }

    @Test func `two blank lines end an incomplete entry`() throws {
      let entry = try entry(typing: "f {\r\r\r")

      #expect(entry == .text("f {\n  \n  "))
    }

    @Test func `characters beyond ASCII arrive as typed and delete as one`() throws {
      let entry = try entry(typing: "é漢🎲x\u{7F}\u{7F}ß\r")

      #expect(entry == .text("é漢ß"))
    }

    @Test func `pasted text goes in as it is and waits for return`() throws {
      let lines = (1...300).map { "let line\($0) = \($0) // é {" }.joined(separator: "\n")
      let rules: @Sendable () -> LineEditor.Rules = { LineEditor.Rules() }

      let pasted = try entry(
        typing: "\u{1B}[200~" + lines.replacing("\n", with: "\r") + "\r\u{1B}[201~\r", rules: rules)

      #expect(pasted == .text(lines))
    }

    @Test func `tab indents, completes one word and lists several`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("\tpl\t x gr\ti\t\r\u{4}", atPrompt: 0)

      #expect(terminal.entry(0) == .text("  plot x gradient"))
    }

    @Test func `tab lists several candidates, and typing goes on`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("gra\t", atPrompt: 0)
      #expect(terminal.wait { terminal.output.contains("gradient  gradual") })
      terminal.send("u\t\r\u{4}")

      #expect(terminal.entry(0) == .text("gradual"))
    }

    @Test func `up walks through lines, then through history`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("first\r", atPrompt: 0)
      terminal.type("f {\r1\r}\r", atPrompt: 1)
      // The block comes back, its third line is edited, then its first.
      terminal.type("\u{1B}[A!\u{1B}[A\u{1B}[A\u{1}g\r", atPrompt: 2)
      terminal.type(
        "\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\r\u{4}", atPrompt: 3)

      #expect(terminal.entry(1) == .text("f {\n  1\n}"))
      #expect(terminal.entry(2) == .text("gf {\n  1\n}!"))
      #expect(terminal.entry(3) == .text("first"))
    }

    @Test func `what was typed before the prompt comes first`() throws {
      let terminal = try PseudoTerminal()

      terminal.start(rules: Self.braces, unread: Array("let a = 1\nf {\né\n}\nlet b".utf8))
      terminal.type(" = 2\r\u{4}", atPrompt: 2)

      #expect(terminal.entry(0) == .text("let a = 1"))
      #expect(terminal.entry(1) == .text("f {\n  é\n}"))
      #expect(terminal.entry(2) == .text("let b = 2"))
    }

    @Test func `history is kept between runs`() throws {
      let path = "/tmp/mamlnb-history-\(getpid())-\(UInt64.random(in: 0...UInt64.max))/a/history"
      let history = HistoryFile(path: path)
      let long = "let text = \"" + String(repeating: "é", count: 3000) + "\""
      history.append("older")
      history.append(long)

      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces, history: history)
      terminal.type("\u{1B}[A\r", atPrompt: 0)
      terminal.type("f {\r}\r\u{4}", atPrompt: 1)

      #expect(terminal.entry(0) == .text(long))
      #expect(terminal.entry(2) == .endOfInput)
      #expect(history.entries() == ["older", long, "f {\n}"])
    }
  }
}

@Suite struct PlainInputTests {
  /// The entries that a pipe holding `text` gives, after `unread` was read from it already.
  private func entries(from text: String, unread: String = "") -> [Entry] {
    var ends: [Int32] = [0, 0]
    _ = unsafe pipe(&ends)
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    defer { close(ends[0]) }
    let rules = LineEditor.Rules(completeness: { $0.hasSuffix("\\") ? .incomplete : .complete })
    let editor = LineEditor(rules: rules, input: ends[0], output: ends[0])
    editor.unread(Array(unread.utf8))
    var entries: [Entry] = []
    repeat {
      entries.append(editor.readEntry(prompt: Prompt("> ")))
    } while entries.last != .endOfInput
    return entries
  }

  @Test func `a pipe gives its lines`() {
    #expect(entries(from: "a\r\n\nb") == [.text("a"), .text(""), .text("b"), .endOfInput])
  }

  @Test func `lines are gathered until they are complete`() {
    #expect(entries(from: "a\\\nb\nc\\\n") == [.text("a\\\nb"), .text("c\\"), .endOfInput])
  }

  @Test func `what was read before comes before a pipe's lines`() {
    let entries = entries(from: "b\nc\n", unread: "x\na")

    #expect(entries == [.text("x"), .text("ab"), .text("c"), .endOfInput])
  }

  @Test func `an empty pipe ends at once`() {
    #expect(entries(from: "") == [.endOfInput])
  }
}

@Suite struct HistoryFileTests {
  private let history = HistoryFile(
    path: "/tmp/mamlnb-history-\(getpid())-\(UInt64.random(in: 0...UInt64.max))", limit: 3)

  @Test(arguments: ["a", "two\nlines", "\"\\\t\u{1}\u{7F}é🎲\u{2028}", "", "e\u{301}"])
  func `an entry reads back as it was`(entry: String) {
    history.append(entry)

    #expect(history.entries().map { Array($0.utf8) } == [Array(entry.utf8)])
    unsafe unlink(history.path)
  }

  @Test func `only the latest entries are read`() {
    for number in 1...5 { history.append("\(number)") }

    #expect(history.entries() == ["3", "4", "5"])
    unsafe unlink(history.path)
  }

  @Test func `a file that is not there has no entries`() {
    #expect(HistoryFile(path: "/nowhere/at/all").entries().isEmpty)
  }

  @Test func `two who write lose nothing, and read each other's at the next start`() async {
    let (first, second) = (HistoryFile(path: history.path), HistoryFile(path: history.path))
    await withTaskGroup(of: Void.self) { group in
      for (name, file) in [("a", first), ("b", second)] {
        group.addTask { for number in 0..<100 { file.append("\(name)\n\(number)") } }
      }
    }

    let read = HistoryFile(path: history.path).entries()
    #expect(read.filter { $0.hasPrefix("a") } == (0..<100).map { "a\n\($0)" })
    #expect(read.filter { $0.hasPrefix("b") } == (0..<100).map { "b\n\($0)" })
    unsafe unlink(history.path)
  }

  @Test func `a broken line and a missing newline cost nothing but themselves`() {
    let file = unsafe open(history.path, O_WRONLY | O_CREAT, 0o600)
    let lines = "\"one\"\n{\"no\": \"entry\"}\nnonsense\n\"one\"\n\"cut off"
    _ = unsafe write(file, lines, lines.utf8.count)
    close(file)

    history.append("two")
    history.append("two")

    #expect(history.entries() == ["one", "two"])
    unsafe unlink(history.path)
  }

  @Test(arguments: [-1, 0]) func `no limit is too small`(limit: Int) {
    history.append("one")

    #expect(HistoryFile(path: history.path, limit: limit).entries() == [])
    unsafe unlink(history.path)
  }
}
