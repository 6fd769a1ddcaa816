import Glibc
import LineEditing
import Testing

extension TerminalTests {
  /// Keys on a terminal, and what becomes of the entry.
  @Suite struct EditingTests {
    /// Complete when braces balance.
    private static let braces: @Sendable () -> LineEditor.Rules = {
      LineEditor.Rules(
        completeness: { text in
          text.count { $0 == "{" } > text.count { $0 == "}" } ? .incomplete : .complete
        },
        styles: { text in
          text.hasPrefix("let") ? [Span(0..<3, .keyword)] : []
        },
        hint: { text, offset in text.contains("f(") ? "f(a: Int) -> Int" : nil })
    }

    private func history(_ entries: [String]) -> HistoryFile {
      let path = "/tmp/mamlnb-history-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
      let history = HistoryFile(path: path)
      for entry in entries { history.append(entry) }
      return history
    }

    /// Types each of `keys` when the last has been drawn, and returns the entry that comes of them.
    private func entry(
      typing keys: [String], history entries: [String] = [], settings: String? = nil,
      columns: UInt16 = 80, rows: UInt16 = 24
    ) throws -> Entry? {
      let terminal = try PseudoTerminal(columns: columns, rows: rows)
      terminal.start(rules: Self.braces, history: history(entries), settings: settings)
      terminal.type(keys[0], atPrompt: 0)
      for key in keys.dropFirst() {
        // Longer than escape waits for the rest of a sequence.
        usleep(60_000)
        terminal.send(key)
      }
      let entry = terminal.entry(0)
      if entry != .endOfInput, entry != nil { terminal.type("\u{4}", atPrompt: 1) }
      return entry
    }

    private static let up = "\u{1B}[A"
    private static let down = "\u{1B}[B"
    private static let left = "\u{1B}[D"

    @Test(
      arguments: [
        // Whole characters.
        ("👨‍👩‍👧x" + left + left + "a", "a👨‍👩‍👧x"), ("ae\u{301}\u{7F}b", "ab"), ("🇩🇪🇫🇷\u{7F}", "🇩🇪"),
        ("e\u{301}b" + left + left + "\u{1B}[3~", "b"), ("ab\u{14}", "ba"), ("a👍🏽\u{14}", "👍🏽a"),
        ("日本\u{2}\u{2}x\u{6}y", "x日y本"),
        // The line that the cursor is on.
        ("{\r1 2\r}" + up + "\u{1}a\u{5}b", "{\na  1 2b\n}"),
        ("ab cd\u{17}\u{19}\u{19}", "ab cdcd"),
        ("{\r1\r}" + up + "\u{1}\u{B}", "{\n\n}"), ("{\r1\r}" + up + "\u{5}\u{B}", "{\n  1}"),
        ("ab cd\u{1}\u{B}\u{19}", "ab cd"), ("abc\u{15}d", "d"),
        ("ab cd\u{1}\u{1B}d\u{19}", "ab cd"),
        ("a.b(c)\u{1B}b\u{1B}b\u{1B}d", "a.(c)"),
        ("one two\u{1B}\u{7F}\u{1B}\u{7F}\u{19}", "one two"),
        ("\u{1B}[Hb\u{1B}OHa\u{1B}[Fc\u{1B}OFd", "abcd"),
        // Lines.
        ("a\u{1B}\rb", "a\nb"), ("a\u{1B}\nb", "a\nb"), ("{}" + left + "\u{1B}\r1", "{\n  1\n}"),
        ("{\r\r}", "{\n  \n}"), ("{\r  \u{7F}\u{7F}1\u{1B}[F\r}", "{\n1\n}"), ("  a\u{1B}[Z", "a"),
        // Taking back, and characters as they are.
        ("abc\u{17}\u{1F}", "abc"), ("a b\u{17}c\u{1F}\u{1F}", "a b"), ("\u{16}\u{1}", "\u{1}"),
        ("\u{1B}[200~a\tb\u{1B}[31m\u{7}\u{1B}[201~", "a\tb[31m"),
        // Unknown keys do nothing.
        ("a\u{1B}[99~\u{1B}[1;2P\u{7}b", "ab"),
      ])
    func `keys edit whole characters and lines`(keys: String, expected: String) throws {
      let closing = expected.count { $0 == "{" } > expected.count { $0 == "}" } ? "}" : ""

      #expect(try entry(typing: [keys + closing + "\r"]) == .text(expected + closing))
    }

    @Test(
      arguments: [
        ([up, "\r"], "let c"), (["let" + up + up, "\r"], "let b"),
        (["let" + up + up + down + down, "!\r"], "let!"),
        (["fu" + up, "\r"], "func f() {\n  g\n}"),
        (["fu" + up + up + up + up, "\r"], "func f() {\n  g\n}"),
        (["let\u{1B}p\u{1B}p\u{1B}n", "\r"], "let c"),
        (["\u{12}b", "\r", "\r"], "let b"),
        (["\u{12}let", "\u{12}", "\u{12}", "\u{12}", "\u{1}!\r"], "!let a"),
        (["x\u{12}let", "\u{7}", "y\r"], "xy"), (["x\u{12}let", "\u{1B}", "y\r"], "xy"),
        (["\u{12}nowhere", "\r", "y\r"], "y"), (["\u{12}let", "\u{5}!\r"], "let c!"),
      ])
    func `earlier entries come back by their beginning or a piece`(
      keys: [String], expected: String
    ) throws {
      let entries = ["let a", "func f() {\n  g\n}", "let b", "let c"]

      #expect(try entry(typing: keys, history: entries) == .text(expected))
    }

    @Test func `down goes through the rows of a broken line`() throws {
      let text = String(repeating: "abcdefgh ", count: 6)

      let result = try entry(typing: [text + "\u{1B}[H" + Self.down + "!\r"], columns: 23)

      #expect(result == .text(text.prefix(15) + "!" + text.dropFirst(15)))
    }

    @Test func `a long word is copied behind itself`() throws {
      let word = String(repeating: "y", count: 900)

      let entry = try entry(typing: [word, "\u{1B}\u{1F}", "\u{1B}\u{1F}", "\r"])

      #expect(entry == .text(String(repeating: word, count: 4)))
    }

    @Test func `a search that nothing comes of ends with control-C`() throws {
      #expect(try entry(typing: ["x\u{12}zzz", "\u{3}"]) == .interrupted)
    }

    @Test func `a hint says how an unfinished entry ends`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("f {\r\r", atPrompt: 0)
      #expect(terminal.wait { terminal.output.contains("Return once more ends it as it is") })
      terminal.send("// no end\r\u{4}\r}\r\u{4}")

      #expect(terminal.entry(0) == .text("f {\n  \n  // no end\n  \n}"))
    }

    @Test func `colours and the signature are shown, and the entry stays coloured`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("let f(", atPrompt: 0)
      #expect(terminal.wait { terminal.output.contains("f(a: Int) -> Int") })
      #expect(terminal.output.contains("\u{1B}[35mlet\u{1B}[0m"))
      terminal.send("\r\u{4}")

      #expect(terminal.entry(0) == .text("let f("))
    }

    @Test func `any window will do, also while one types`() throws {
      let terminal = try PseudoTerminal(columns: 30, rows: 3)
      terminal.start(rules: Self.braces)

      terminal.type("f {\r日本\r", atPrompt: 0)
      for (columns, rows) in [(1, 1), (2, 2), (80, 1), (1, 24), (200, 60), (20, 5)]
        as [(UInt16, UInt16)]
      {
        terminal.resize(columns: columns, rows: rows)
        usleep(20_000)
        terminal.send("x")
      }
      terminal.send("\r}\r\u{4}")

      #expect(terminal.entry(0) == .text("f {\n  日本\n  xxxxxx\n}"))
    }

    @Test func `a terminal that goes away ends the input`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("abc", atPrompt: 0)
      terminal.hangUp()

      #expect(terminal.entry(0) == .endOfInput)
    }

    @Test func `a request to end ends the reading, and the next entry can be read`() throws {
      let terminal = try PseudoTerminal()
      terminal.start(rules: Self.braces)

      terminal.type("abc", atPrompt: 0)
      #expect(terminal.wait { terminal.output.contains("abc") })
      kill(getpid(), SIGTERM)
      #expect(terminal.entry(0) == .terminated)
      terminal.type("x\r\u{4}", atPrompt: 1)

      #expect(terminal.entry(1) == .text("x"))
    }

    @Test(
      arguments: [
        (["abc", "\u{1B}", "0iX\r"], "Xabc"), (["abc", "\u{1B}", "hxA!\r"], "ac!"),
        (["a👨‍👩‍👧", "\u{1B}", "x\r"], "a"), (["👨‍👩‍👧b", "\u{1B}", "X\r"], "b"),
        (["{", "\r1 2\r}", "\u{1B}", "kd$aX\r"], "{\nX\n}"),
        (["{", "\r1\r}", "\u{1B}", "kdd\r"], "{\n}"),
        (["{", "\r1\r}", "\u{1B}", "kccX\r"], "{\nX\n}"),
        (["{", "\r1\r}", "\u{1B}", "kox\r"], "{\n  1\n  x\n}"),
        (["ab cd", "\u{1B}", "dbu\r"], "ab cd"), (["ab cd", "\u{1B}", "0dwP\r"], "ab cd"),
        (["ab", "\u{1B}\r", "c\r"], "ab\nc"), (["\u{1B}", "k\r"], "older"),
        (["abc", "\u{1B}", "/nowhere\r", "aX\r"], "abcX"), (["\u{1B}", "$0iab\r"], "ab"),
        (["a{b", "\u{1B}", "F{D", "\r"], "a"), (["ab", "\u{1B}", "ic\u{1B}", "$ad\r"], "acbd"),
      ])
    func `the settings may choose vi`(keys: [String], expected: String) throws {
      let settings = "/tmp/mamlnb-editrc-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
      let file = unsafe open(settings, O_WRONLY | O_CREAT, 0o600)
      _ = unsafe write(file, "bind -v\n", 8)
      close(file)
      defer { unsafe unlink(settings) }

      #expect(try entry(typing: keys, history: ["older"], settings: settings) == .text(expected))
    }
  }

  /// What is asked between entries.
  @Suite struct QuestionTests {
    @Test(
      arguments: [
        ("y", true), ("Y", true), ("n", false), ("xY", false), ("\r", false), ("\u{3}", false),
        ("\u{1B}", false),
      ])
    func `one key answers`(keys: String, answer: Bool) throws {
      let terminal = try PseudoTerminal()

      let given = terminal.ask { editor in
        editor.confirm("lose the training?") ? "yes" : "no"
      } while: {
        #expect(terminal.wait { terminal.output.contains("lose the training? (y/N)") })
        terminal.send(keys)
      }

      #expect(given == (answer ? "yes" : "no"))
    }

    @Test func `a long text is shown in pages`() throws {
      let terminal = try PseudoTerminal(columns: 20, rows: 4)
      let text = (1...9).map { "line \($0)\n" }.joined()

      _ = terminal.ask { editor in
        editor.page(text)
        return ""
      } while: {
        #expect(terminal.wait { terminal.output.contains("-- more --") })
        #expect(!terminal.output.contains("line 4"))
        terminal.send("\r")
        #expect(terminal.wait { terminal.output.contains("line 4") })
        #expect(!terminal.output.contains("line 5"))
        terminal.send(" q")
      }

      #expect(terminal.output.contains("line 7"))
      #expect(!terminal.output.contains("line 8"))
    }

    @Test func `without a terminal nobody is asked`() {
      var ends: [Int32] = [0, 0]
      _ = unsafe pipe(&ends)
      let editor = LineEditor(input: ends[0], output: ends[1])

      #expect(editor.confirm("really?"))
      editor.page("text")

      var bytes = [UInt8](repeating: 0, count: 16)
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(ends[0], $0.baseAddress, $0.count)
      }
      #expect(bytes.prefix(count).elementsEqual("text\n".utf8))
      for end in ends { close(end) }
    }
  }
}
