import Glibc
import Plotting
import Testing

struct TerminalDetectionTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  // MARK: - Answers

  @Test func `answers are told from what was typed`() {
    let replies = TerminalReplies(
      bytes(
        "ab\u{1B}_Gi=31;OK\u{1B}\\c\u{1B}P>|WezTerm 2024\u{1B}\\\u{1B}[6;20;10t\u{1B}[A\u{1B}[?62;4;22cd"
      ))

    #expect(replies.hasKitty)
    #expect(replies.hasSixel)
    #expect(replies.isComplete)
    #expect(replies.name == "WezTerm 2024")
    #expect(replies.cell == FigureSize(width: 10, height: 20))
    #expect(replies.typed == bytes("abc\u{1B}[Ad"))
  }

  @Test func `the class of the terminal is no feature`() {
    // 64 and 24 are not 4; the first number is the class.
    #expect(!TerminalReplies(bytes("\u{1B}[?4;64;24c")).hasSixel)
    #expect(TerminalReplies(bytes("\u{1B}[?64;4c")).hasSixel)
  }

  @Test func `an error is no yes`() {
    #expect(!TerminalReplies(bytes("\u{1B}_Gi=31;ENOTSUPPORTED\u{1B}\\")).hasKitty)
  }

  @Test func `every start of the answers is read without fault`() {
    let whole = bytes("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}P>|x\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;4c")

    for count in 0..<whole.count {
      #expect(!TerminalReplies(Array(whole[..<count])).isComplete)
    }
  }

  // MARK: - Environment

  private func drawing(_ values: [String: String], _ answer: String? = nil) -> String {
    TerminalEnvironment(values).drawing(replies: answer.map { TerminalReplies(bytes($0)) }).rawValue
  }

  @Test func `the answers count more than the environment`() {
    let kitty = ["TERM": "xterm-kitty", "LANG": "C.UTF-8"]

    #expect(drawing(kitty) == "kitty")
    #expect(drawing(kitty, "\u{1B}[?62c") == "blocks")
    #expect(drawing(kitty, "\u{1B}[?62;4c") == "sixel")
    #expect(drawing(["TERM": "xterm"], "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62c") == "kitty")
    #expect(drawing(["TERM": "xterm"], "\u{1B}P>|iTerm2 3.5\u{1B}\\\u{1B}[?62;4c") == "iterm")
  }

  @Test func `inside tmux the terminal outside does not count`() {
    let values = [
      "TERM": "tmux-256color", "TMUX": "/tmp/x", "KITTY_WINDOW_ID": "1", "LANG": "en_US.UTF-8",
    ]

    #expect(drawing(values) == "blocks")
  }

  @Test func `blocks need a terminal and a locale that know them`() {
    #expect(drawing(["TERM": "xterm", "LANG": "C.UTF-8"]) == "blocks")
    #expect(drawing(["TERM": "xterm", "LANG": "de_DE.utf8"]) == "blocks")
    #expect(drawing(["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C"]) == "dumb")
    #expect(drawing(["TERM": "xterm"]) == "dumb")
    #expect(drawing(["TERM": "linux", "LANG": "C.UTF-8"]) == "dumb")
    #expect(drawing([:]) == "dumb")
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], "palette"),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], "full"),
    (["TERM": "xterm-kitty"], "full"), (["TERM": "xterm"], "ansi"), (["TERM": "dumb"], "none"),
    ([:], "none"),
    (["TERM": "xterm-kitty", "NO_COLOR": "1"], "none"),
    (["TERM": "xterm-kitty", "NO_COLOR": ""], "full"),
  ])
  func `colours follow the environment`(values: [String: String], colors: String) {
    #expect(TerminalEnvironment(values).colors.rawValue == colors)
  }

  // MARK: - Conversations

  /// A pseudo-terminal whose other side answers what it is asked.
  private func detected(
    answering answer: String?, environment: [String: String] = ["TERM": "xterm", "LANG": "C.UTF-8"]
  ) async throws -> (TerminalGraphics.Detection, asked: String, time: Duration) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var window = winsize(ws_row: 33, ws_col: 99, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe openpty(&master, &slave, nil, nil, &window) == 0)
    defer {
      _ = close(master)
      _ = close(slave)
    }
    // The bytes wait in the pseudo-terminal until they are read.
    if let answer {
      let bytes = bytes(answer)
      _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
    }
    let start = ContinuousClock.now
    let detection = TerminalGraphics.detected(
      input: slave, output: slave, environment: environment, isOurs: true)
    let time = ContinuousClock.now - start
    return (detection, printed(master), time)
  }

  /// What was printed to the slave of a pseudo-terminal, which the system may hand over in parts.
  private func printed(_ master: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 1_024)
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var all: [UInt8] = []
    while unsafe poll(&waiting, 1, 100) > 0 {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(master, $0.baseAddress, 1_024)
      }
      all += buffer[..<max(0, count)]
    }
    return String(decoding: all, as: UTF8.self)
  }

  @Test func `a terminal that answers is asked once`() async throws {
    let answer =
      "\u{1B}P>|kitty(0.35)\u{1B}\\\u{1B}[6;18;9tq\u{1B}[?62c"
      + "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62c"

    let (detection, asked, _) = try await detected(answering: answer)

    #expect(detection.terminal.drawing == .kitty)
    #expect(detection.terminal.columns == 99)
    #expect(detection.terminal.rows == 33)
    #expect(detection.terminal.cell == FigureSize(width: 9, height: 18))
    #expect(detection.typed == bytes("q"))
    #expect(asked.hasSuffix(TerminalQuery.questions + TerminalQuery.kittyQuestion))
  }

  @Test(arguments: [
    ("\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[?1;2c", [:]), ("\u{1B}[?1;2c", [:]),
    ("\u{1B}P>|kitty(0.35)\u{1B}\\\u{1B}[?62c", ["TMUX": "/tmp/tmux-0/default,1,0"]),
    ("\u{1B}P>|kitty(0.35)\u{1B}\\\u{1B}[?62c", ["TERM": "tmux-256color"]),
    ("\u{1B}P>|kitty(0.35)\u{1B}\\\u{1B}[?62c", ["TERM": "screen-256color"]),
  ])
  func `what could be taken for a title is not asked through a multiplexer`(
    answer: String, variables: [String: String]
  ) async throws {
    let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(variables) { $1 }

    let (detection, asked, _) = try await detected(answering: answer, environment: environment)

    #expect(asked.hasSuffix(TerminalQuery.questions))
    #expect(!asked.contains("\u{1B}_") && !asked.contains("\u{1B}k") && !asked.contains("\u{1B}]"))
    #expect(detection.terminal.drawing == .blocks)
  }

  @Test func `a picture that is forced through tmux is wrapped for it`() throws {
    var terminal = TerminalGraphics(drawing: .kitty)
    terminal.isInsideTmux = true

    let text = try GnuplotProcess().terminalText(plot([1.0, 2]), for: terminal)

    let pieces = text.split(separator: "\u{1B}Ptmux;")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}\u{1B}_G") })
    #expect(pieces.allSatisfy { $0.contains("\u{1B}\u{1B}\\\u{1B}\\") })
  }

  @Test func `a terminal that does not answer costs a tenth of a second`() async throws {
    let (detection, asked, time) = try await detected(answering: nil)

    #expect(detection.terminal.drawing == .blocks)
    #expect(asked == TerminalQuery.questions)
    #expect(time >= .milliseconds(90))
  }

  @Test func `where it is not worth it nothing is asked`() async throws {
    for environment in [["TERM": "dumb"], ["TERM": "xterm", "CI": "true"], [:]] {
      let (detection, asked, _) = try await detected(answering: nil, environment: environment)

      #expect(asked.isEmpty)
      #expect(detection.terminal.drawing == .dumb)
    }
  }

  @Test func `a pipe is no terminal`() {
    var ends: [Int32] = [0, 0]
    _ = unsafe pipe(&ends)
    defer { for end in ends { _ = close(end) } }

    let detection = TerminalGraphics.detected(input: ends[0], output: ends[1], environment: [:])

    #expect(detection.terminal == .none)
  }

  @Test func `a way can be forced, even into a pipe`() {
    var ends: [Int32] = [0, 0]
    _ = unsafe pipe(&ends)
    defer { for end in ends { _ = close(end) } }

    let detection = TerminalGraphics.detected(
      drawing: .sixel, input: ends[0], output: ends[1], environment: ["TERM": "xterm-kitty"])

    #expect(detection.terminal.drawing == .sixel)
    #expect(detection.terminal.colors == .full)
  }

  // MARK: - Colours

  @Test func `the nearest colours are found`() {
    #expect(TerminalPaint.palette(.black) == 16)
    #expect(TerminalPaint.palette(.white) == 231)
    #expect(TerminalPaint.palette(FigureColor(0xFF0000)) == 196)
    #expect(TerminalPaint.palette(FigureColor(grey: 128)) == 244)
    #expect(TerminalPaint.ansi(.blue) == 6)
    #expect(TerminalPaint.ansi(.vermilion) == 1)
    #expect(TerminalPaint.ansi(.green) == 6)
    #expect(TerminalPaint.ansi(.white) == 7)
    #expect(TerminalPaint.ansi(.black) == 0)
  }

  @Test func `wide characters count twice`() {
    #expect(TextWidth.columns("学习") == 4)
    #expect(TextWidth.columns("e\u{301}") == 1)
    #expect(TextWidth.columns("🎉") == 2)
    #expect(TextWidth.truncated("学习学习", columns: 5) == "学习…")
    #expect(TextWidth.wrapped("one two three", columns: 8) == ["one two", "three"])
    #expect(PlainText.ascii("10⁻³ − … 学") == "1e-3 - ~ ??")
  }
}
