import LineEditing
import Testing

@Suite struct KeyDecoderTests {
  /// The keys in some bytes, given in pieces of so many; what is left is late.
  private func keys(_ text: String, pieces: Int = .max) -> [Key] {
    keys(Array(text.utf8), pieces: pieces)
  }

  private func keys(_ bytes: [UInt8], pieces: Int = .max) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      decoder.append(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      while let key = decoder.next() { keys.append(key) }
    }
    while let key = decoder.next(isLate: true) { keys.append(key) }
    #expect(!decoder.isWaiting)
    return keys
  }

  @Test(
    arguments: [
      ("ab", [Key.text("ab")]),
      ("a\rb", [.text("a"), .control(13), .text("b")]),
      ("\u{7F}\u{1}", [.control(0x7F), .control(1)]),
      ("\u{1B}[A\u{1B}OB\u{1B}[1;5C", [.sequence("[A"), .sequence("OB"), .sequence("[1;5C")]),
      ("\u{1B}[[A", [.sequence("[[A")]),
      ("\u{1B}", [.escape]),
      ("\u{1B}b\u{1B}\r", [.meta("b"), .meta("\r")]),
      ("\u{1B}[", [.meta("[")]),
      ("\u{1B}O", [.meta("O")]),
      ("\u{1B}\u{1B}[A", [.escape, .sequence("[A")]),
      ("\u{1B}[1;", []),
      ("\u{1B}[1\rx", [.control(13), .text("x")]),
      ("\u{1B}é", [.escape, .text("é")]),
      ("\u{1B}[200~a\r\nb\tc\u{3}\u{1B}[A\r\n\r\n\u{1B}[201~d", [.paste("a\nb\tc[A"), .text("d")]),
      ("\u{1B}[200~never ended", [.paste("never ended")]),
      ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
      ("\u{85}x", [.text("x")]),
    ])
  func `keys are found in what a terminal sends`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test func `pieces make no difference`() {
    let text = "\u{1B}[200~日本\r\n👨‍👩‍👧\u{1B}[201~\u{1B}[A\u{1B}b\u{1B}[1;5D\r"
    for pieces in 1...text.utf8.count { #expect(keys(text, pieces: pieces) == keys(text)) }
  }

  @Test func `characters that come byte by byte are whole`() {
    let typed = keys("é日👍", pieces: 1)

    #expect(typed == [.text("é"), .text("日"), .text("👍")])
  }

  @Test(
    arguments: [[0xFF], [0xE2, 0x80], [0xE2, 0x80, 0x61], [0xC0, 0x80], [0xF5, 0x61]] as [[UInt8]])
  func `what is not UTF-8 is dropped`(bytes: [UInt8]) {
    let text = keys(bytes).map { if case .text(let text) = $0 { text } else { "?" } }.joined()

    #expect(text == (bytes.contains(0x61) ? "a" : ""))
  }

  @Test func `any bytes are some keys`() {
    var generator = SystemRandomNumberGenerator()
    let bytes: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x7E, 0x3B, 0x41, 0x0D, 0xE2, 0x80, 0xFF, 0x9F,
    ]
    for _ in 0..<2000 {
      let sent = (0..<12).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      _ = keys(sent, pieces: Int.random(in: 1...5, using: &generator))
    }
  }
}

@Suite struct HistoryWalkTests {
  @Test func `what was typed is what entries begin with, and is come back to`() {
    var walk = HistoryWalk(["let a", "print(a)", "let b", "let b"])

    #expect(walk.older(than: "let") == "let b")
    #expect(walk.older(than: "let b") == "let a")
    #expect(walk.older(than: "let a") == nil)
    #expect(walk.newer(than: "let a") == "let b")
    #expect(walk.newer(than: "let b") == "let")
    #expect(walk.newer(than: "let") == nil)
  }

  @Test func `entries that were edited on the way stay so`() {
    var walk = HistoryWalk(["one", "two"])

    #expect(walk.older(than: "") == "two")
    #expect(walk.older(than: "two!") == "one")
    #expect(walk.newer(than: "one") == "two!")
    #expect(walk.newer(than: "two!") == "")
  }

  @Test func `there may be no history`() {
    var walk = HistoryWalk([])

    #expect(walk.older(than: "x") == nil)
    #expect(walk.newer(than: "x") == nil)
  }
}

@Suite struct HistorySearchTests {
  @Test func `a search goes on to older entries and back`() {
    var search = HistorySearch(["let a = 1", "Print(a)", "let b = 2"])

    search.append("let")
    #expect(search.found?.text == "let b = 2")
    search.goOn(older: true)
    #expect(search.found?.text == "let a = 1")
    search.goOn(older: true)
    #expect(search.found?.text == "let a = 1")
    #expect(!search.isFound)
    search.goOn(older: false)
    #expect(search.found?.text == "let b = 2")
  }

  @Test func `small letters stand for capital ones, and what is not there is said`() {
    var search = HistorySearch(["Print(a)"])

    search.append("pr")
    #expect(search.found?.range == 0..<2)
    search.append("x")
    #expect(!search.isFound)
    search.removeLast()
    #expect(search.isFound)
    search.removeLast()
    search.removeLast()
    search.removeLast()
    #expect(search.found == nil)
    search.append("PR")
    #expect(search.found == nil)
  }

  @Test func `there may be no history`() {
    var search = HistorySearch([])

    search.goOn(older: true)
    search.append("a")
    search.goOn(older: false)
    #expect(search.found == nil)
  }
}

@Suite struct EditLogTests {
  @Test func `what is typed in one go is taken back in one`() {
    var log = EditLog()
    log.note(EntryText(""), isTyping: true)
    log.note(EntryText("a"), isTyping: true)
    log.note(EntryText("ab"), isTyping: false)

    #expect(log.undo(EntryText("")) == EntryText("ab"))
    #expect(log.undo(EntryText("ab")) == EntryText(""))
    #expect(log.undo(EntryText("")) == nil)
  }

  @Test func `pieces that are deleted in a row are one`() {
    var ring = KillRing()
    ring.add("b", joining: nil)
    ring.add("a", joining: .before)
    ring.add("c", joining: .after)
    ring.add("other", joining: nil)

    #expect(ring.latest() == "other")
    #expect(ring.earlier() == "abc")
    #expect(ring.earlier() == "other")
  }
}

@Suite struct MenuTests {
  private let many = Menu(candidates: (1...30).map { .init("name\($0)") }, chosen: nil)

  private func text(_ menu: Menu, width: Int, limit: Int) -> [String] {
    menu.rows(width: width, limit: limit, palette: .plain).map(\.text)
  }

  @Test func `few candidates are listed with what they are`() {
    let menu = Menu(
      candidates: [.init("count", detail: "Int"), .init("map", detail: "(T) -> U")], chosen: 1)

    #expect(text(menu, width: 40, limit: 10) == ["count  Int", "map    (T) -> U"])
    #expect(text(menu, width: 10, limit: 10) == ["count", "map"])
    #expect(text(menu, width: 3, limit: 10) == ["co…", "map"])
  }

  @Test func `many are in columns, read downwards, and what does not fit is counted`() {
    #expect(
      text(many, width: 24, limit: 3) == [
        "name1   name11  name21", "name2   name12  name22", "… and 24 more",
      ])
    #expect(text(many, width: 24, limit: 1) == ["name1   name11  name21"])
    #expect(text(many, width: 24, limit: 0) == [])
  }

  @Test func `the chosen one is always to be seen, whichever way one walks`() {
    var menu = many
    for step in [1, 1, 1, -1, -1, -1, -1, 5, 29, -31] {
      menu.move(by: step)
      let chosen = menu.candidates[menu.chosen ?? 0].text
      let rows = menu.rows(width: 24, limit: 4, palette: .plain)
      #expect(rows.contains { $0.runs.contains { $0.parameters == "7" && $0.text == chosen } })
    }
  }

  @Test func `what all begin with is shared`() {
    let completions = Completions(replacing: 0..<0, candidates: ["gradient", "gradual", "grad"])

    #expect(completions.sharedPrefix == "grad")
    #expect(Completions(replacing: 0..<0, candidates: ["a", "b"]).sharedPrefix == "")
    #expect(Completions(replacing: 0..<0, candidates: [String]()).sharedPrefix == "")
  }
}

@Suite struct PagesTests {
  @Test func `a text is shown page by page, and back`() {
    var pages = Pages((1...7).map { "\($0)\n" }.joined(), in: WindowSize(columns: 10, rows: 4))

    #expect(pages.advance(by: pages.height) == "1\r\n2\r\n3\r\n")
    #expect(pages.advance(by: 1) == "4\r\n")
    #expect(pages.goBack() == "1\r\n2\r\n3\r\n")
    #expect(pages.advance(by: 100) == "4\r\n5\r\n6\r\n7\r\n")
    #expect(pages.isAtEnd)
  }

  @Test func `long lines are broken, and colours take no room`() {
    let pages = Pages("abcdef\n\u{1B}[1;31mabcd\u{1B}[0m\n", in: WindowSize(columns: 4, rows: 1))

    #expect(pages.rows == ["abcd", "ef", "\u{1B}[1;31mabcd\u{1B}[0m"])
    #expect(pages.height == 1)
  }
}
