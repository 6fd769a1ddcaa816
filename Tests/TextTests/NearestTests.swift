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
}
