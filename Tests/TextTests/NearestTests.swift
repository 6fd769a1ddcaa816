import Testing
import Text

@Suite struct NearestTests {
  private let names = ["echo", "eval", "error", "timeout", "id", "tags", "überschrift"]

  @Test(arguments: [
    ("eco", "echo"), ("evla", "eval"), ("ERORR", "error"), ("timout", "timeout"),
    ("Uberschrift", "überschrift"), ("tag", "tags"),
  ])
  func `a slip is told from another word`(word: String, meant: String) {
    #expect(nearest(to: word, among: names) == meant)
  }

  @Test(arguments: ["", "i", "xy", "shell", "tgsa!", "overtime", "echo"])
  func `what is no slip has no nearest`(word: String) {
    #expect(nearest(to: word, among: names.filter { $0 != word }) == nil)
  }

  @Test func `the word itself is never suggested`() {
    #expect(nearest(to: "echo", among: ["echo"]) == nil)
  }

  @Test func `of two as near the first in the alphabet is taken`() {
    #expect(nearest(to: "bat", among: ["cat", "bad", "hat"]) == "bad")
  }

  @Test func `a suggestion asks`() {
    #expect(suggestion(of: "echo") == "; did you mean 'echo'?")
  }

  @Test func `hexadecimal digits are filled up`() {
    #expect(hexadecimal(10, digits: 4) == "000a")
    #expect(hexadecimal(UInt64.max, digits: 2) == "ffffffffffffffff")
    #expect(hexadecimal(0, digits: 1) == "0")
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1049, "1.0 kB"),
    (1050, "1.1 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"), (9_464_212, "9.5 MB"),
    (999_950_000, "1.0 GB"), (Int.max, "9223372036.9 GB"),
  ])
  func `bytes are counted in the unit that fits`(count: Int, shown: String) {
    #expect(byteCount(count) == shown)
  }
}
