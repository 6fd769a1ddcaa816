import LineEditing
import Testing

@Suite struct EntryTextTests {
  /// Characters of several code points, some with nothing to stand on.
  private static let awkward = [
    "", "a", "e\u{301}", "\u{301}", "\u{301}a", "🇩🇪🇫🇷", "🇩", "👨‍👩‍👧x", "\u{200D}", "a\r\nb", "\r\n",
    "日本\n語",
    "👍🏽👍", "가\u{1100}\u{1161}",
  ]

  @Test(arguments: awkward)
  func `characters end where Swift's do, from every byte`(text: String) {
    let entry = EntryText(text)
    var ends = [0]
    for character in text { ends.append(ends[ends.count - 1] + character.utf8.count) }

    for offset in 0...entry.bytes.count {
      let before = ends.last { $0 < offset } ?? 0
      let after = ends.first { $0 > offset } ?? entry.bytes.count
      #expect(entry.boundary(before: offset) == before)
      #expect(entry.boundary(after: offset) == after)
      #expect(entry.boundary(atOrBefore: offset) == (ends.contains(offset) ? offset : before))
      #expect(entry.boundary(atOrAfter: offset) == (ends.contains(offset) ? offset : after))
    }
    #expect(entry.boundary(before: -1) == 0)
    #expect(entry.boundary(after: .max) == entry.bytes.count)
  }

  @Test func `what joins the character before it leaves the cursor behind both`() {
    var entry = EntryText("ex", cursor: 1)

    entry.insert("\u{301}")

    #expect(entry == EntryText("e\u{301}x", cursor: 3))
  }

  @Test func `transposing exchanges whole characters within a line`() {
    var entry = EntryText("a👨‍👩‍👧\nb")
    entry.cursor = 1
    entry.transpose()
    #expect(entry.text == "👨‍👩‍👧a\nb")

    var first = EntryText("ab", cursor: 0)
    first.transpose()
    #expect(first.text == "ab")
  }

  @Test(
    arguments: [
      ("f {", "  "), ("f", ""), ("  f(", "    "), ("xs.map { x in", "  "), ("  { $0 }", "  "),
    ])
  func `the next line is indented by what the line opens`(line: String, indentation: String) {
    #expect(EntryText(line).indentationOfNextLine == indentation)
  }

  @Test(
    arguments: [
      ("f {\n\n", true), ("f {\n  \n\t", true), ("f {\n", false), ("\n\n", false), ("", false),
      ("f {\n\nx", false), ("f {\n// \n", false),
    ])
  func `two blank lines end an entry`(text: String, ends: Bool) {
    #expect(EntryText(text).endsInTwoBlankLines == ends)
  }

  @Test(
    arguments: [
      // libedit took one code point of several: the rest of the character goes, too.
      (
        EntryText("ae\u{301}b", cursor: 1), EntryText("a\u{301}b", cursor: 1),
        EntryText("ab", cursor: 1)
      ),
      (EntryText("ae\u{301}b", cursor: 4), EntryText("aeb", cursor: 2), EntryText("ab", cursor: 1)),
      // It stopped inside of a character: on it goes.
      (EntryText("🇩🇪x", cursor: 0), EntryText("🇩🇪x", cursor: 4), EntryText("🇩🇪x", cursor: 8)),
      (EntryText("🇩🇪x", cursor: 8), EntryText("🇩🇪x", cursor: 4), EntryText("🇩🇪x", cursor: 0)),
      (
        EntryText("\u{301}Y", cursor: 2), EntryText("\u{301}", cursor: 2),
        EntryText("\u{301}", cursor: 2)
      ),
      (EntryText("ab", cursor: 2), EntryText("", cursor: 0), EntryText("", cursor: 0)),
    ])
  func `what libedit does to code points is done to characters`(
    before: EntryText, after: EntryText, expected: EntryText
  ) {
    var changed = after
    changed.makeWhole(since: before)
    #expect(changed == expected)
  }
}
