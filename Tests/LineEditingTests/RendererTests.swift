import LineEditing
import Testing

@Suite struct RendererTests {
  private func frame(
    _ entry: EntryText, columns: Int = 21, rows: Int = 10, prompt: String = "> ",
    below: Scene.Below = .nothing
  ) -> Frame {
    var renderer = Renderer(palette: .plain)
    var scene = Scene(prompt: Prompt(prompt), entry: entry)
    scene.below = below
    return renderer.frame(scene, in: WindowSize(columns: columns, rows: rows))
  }

  private func rows(_ frame: Frame) -> [String] { frame.rows.map(\.text) }

  @Test func `lines are marked under the prompt`() {
    let frame = frame(EntryText("f {\n  x\n}", cursor: 5), prompt: "[1/2] > ")

    #expect(rows(frame) == ["[1/2] > f {", "      ·   x", "      · }"])
    #expect(frame.cursorRow == 1)
    #expect(frame.beforeCursor.text == "      · " + " ")
  }

  @Test func `long lines are broken before a wide character that does not fit`() {
    let frame = frame(EntryText("abcdefghijklmnopq日本"))

    #expect(rows(frame) == ["> abcdefghijklmnopq", "  日本"])
    #expect(frame.beforeCursor.text == "  日本")
  }

  @Test func `an entry taller than the window scrolls around the cursor`() {
    let text = (1...9).map { "line \($0)" }.joined(separator: "\n")

    #expect(rows(frame(EntryText(text), rows: 3)) == ["↑ line 7", "· line 8", "· line 9"])
    #expect(
      rows(frame(EntryText(text, cursor: 0), rows: 3)) == ["> line 1", "· line 2", "↓ line 3"])
    #expect(rows(frame(EntryText(text, cursor: 30), rows: 1)) == ["↑ line 5"])
  }

  @Test func `what is below never takes the entry's place`() {
    let menu = Menu(candidates: (1...40).map { .init("name\($0)", detail: "Int") }, chosen: nil)
    let frame = frame(EntryText("a\nb\nc"), rows: 4, below: .menu(menu))

    #expect(rows(frame).count == 4)
    #expect(rows(frame).prefix(2).elementsEqual(["↑ b", "· c"]))
    #expect(rows(frame).last?.hasSuffix("more") == true)
  }

  @Test func `control characters, lone marks and turned writing are shown as what they are`() {
    let text = "\u{1}\u{7F}\u{85}\u{202E}\u{2028}|\t|"

    #expect(rows(frame(EntryText(text))) == ["> ^A^?\u{FFFD}\u{FFFD}\u{FFFD}|    |"])
    #expect(rows(frame(EntryText("\u{301}"))) == ["> \u{25CC}\u{301}"])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 8, 13, 80, 5000], [1, 2, 3, 24, 5000])
  func `no window is too small`(columns: Int, height: Int) {
    let texts = [
      "", "日本語", "a\n\nb\n", "👨‍👩‍👧\u{301}\t\u{1}", String(repeating: "x", count: 300), "\n\n\n",
    ]
    let belows: [Scene.Below] = [
      .nothing, .hint("f(a: Int, b: Int) -> Int\nmore"), .search("日本", isFound: false),
      .menu(Menu(candidates: (0..<30).map { .init("日本\($0)", detail: "d") }, chosen: 7)),
      .menu(Menu(candidates: [.init("a", detail: String(repeating: "d", count: 90))], chosen: 0)),
    ]
    for text in texts {
      for below in belows {
        for prompt in ["", "> ", "[3/12 a long name] ⏎ > "] {
          let entry = EntryText(text)
          for cursor in Set([0, entry.boundary(atOrBefore: 3), entry.bytes.count]) {
            let frame = frame(
              EntryText(text, cursor: cursor), columns: columns, rows: height, prompt: prompt,
              below: below)
            #expect((1...height).contains(frame.rows.count))
            #expect(frame.rows.indices.contains(frame.cursorRow))
            #expect(frame.rows.allSatisfy { $0.width <= columns })
            #expect(frame.beforeCursor.width <= max(0, columns - 1))
          }
        }
      }
    }
  }

  @Test func `the offset at a position's place is the offset that the position is of`() {
    let text = "let 日本 = \"abc\"\n\n  some more of it, wrapped twice at least\n"
    let layout = EntryLayout(prompt: "> ", bytes: Array(text.utf8), columns: 17)
    let entry = EntryText(text)
    var offset = 0
    while offset < entry.bytes.count {
      let (row, column) = layout.position(of: offset)
      #expect(layout.offset(row: row, column: column) == offset)
      offset = entry.boundary(after: offset)
    }
  }

  @Test func `styles become runs, and a later one wins`() {
    var renderer = Renderer(palette: .colors)
    var scene = Scene(prompt: Prompt("> "), entry: EntryText("let x"))
    scene.styles = [Span(0..<3, .keyword), Span(2..<3, .pair)]

    let frame = renderer.frame(scene, in: WindowSize(columns: 80, rows: 24))

    #expect(
      frame.rows == [
        Row([
          Run(text: "> "), Run(text: "le", parameters: "35"), Run(text: "t", parameters: "1;4"),
          Run(text: " x"),
        ])
      ])
  }

  @Test func `a hint is broken between words and cut off`() {
    #expect(wrapped("one two three", width: 8, limit: 3) == ["one two", "three"])
    #expect(wrapped("one two three", width: 8, limit: 1) == ["one two…"])
    #expect(wrapped("", width: 8, limit: 3) == [""])
    #expect(wrapped("ab", width: 1, limit: 0) == [])
  }
}

@Suite struct BracketPairTests {
  private func offsets(_ text: String, _ cursor: Int, _ styles: [Span] = []) -> [Int]? {
    BracketPair(in: EntryText(text, cursor: cursor), styles: styles)?.offsets
  }

  @Test func `the bracket under the cursor comes before the one left of it`() {
    #expect(offsets("f(a[1])", 1) == [1, 6])
    #expect(offsets("f(a[1])", 7) == [1, 6])
    #expect(offsets("f(a[1])", 6) == [1, 6])
    #expect(offsets("f(a[1])", 5) == [3, 5])
    #expect(offsets("f(a[1])", 0) == nil)
  }

  @Test func `what closes nothing is alone, and what is open still is nothing`() {
    #expect(offsets("(]", 2) == [1])
    #expect(offsets("(a", 0) == nil)
  }

  @Test func `texts and comments have no brackets`() {
    #expect(offsets("(\")\")", 0, [Span(1..<4, .text)]) == [0, 4])
    #expect(offsets("(\")\")", 2, [Span(1..<4, .text)]) == nil)
  }
}
