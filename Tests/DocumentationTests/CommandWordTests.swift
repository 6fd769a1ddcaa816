import Testing
import mamlnb

/// What stands in the place of a command.
@Suite struct CommandWordTests {
  @Test(arguments: [
    ("trian", "train"), ("evalute", "evaluate"), ("stpe", "step"), ("rnu", "run"),
    ("fecth", "fetch"),
    ("makedata", "make-data"), ("expotr", "export"),
  ])
  func `a slip is answered with what was meant, and no more`(word: String, meant: String) throws {
    let said = try #require(answer(to: [word, "--n-way", "5"]))

    #expect(said.contains("unknown command '\(word)'; did you mean '\(meant)'?"))
    #expect(!said.contains("\n"))
  }

  @Test func `a word that nothing is like is told how to ask`() throws {
    let said = try #require(answer(to: ["nonsense"]))

    #expect(said.contains("'mamlnb --help' lists the commands"))
  }

  @Test(arguments: [
    ["make_data"], ["x.mamlnb"], ["x.mamlnb.md"], ["./x"], ["-"], ["run", "-"],
    ["x.mamlnb", "--to", "a", "--quiet"], ["run", "x.mamlnb", "--from", "a", "--timeout", "0.5"],
    ["run", "x.mamlnb", "--watch", "--set", "a=-1"], ["run", "x.mamlnb", "--embed"],
    ["export", "x.mamlnb", "--to", "html", "--language", "de-CH"],
    ["export", "x.mamlnb", "--to", "ipynb", "--output", "-", "--outputs", "x.out"],
    ["format", "x.mamlnb", "notebooks"], ["format", "-", "--fix"],
    ["format", "--check", "x.mamlnb"],
    ["check", "x.mamlnb", "--notes"],
    ["import", "x.ipynb", "--output", "y.mamlnb"], ["new", "x"], ["list"], ["list", "notebooks"],
  ])
  func `notebooks, paths and underscores are understood`(arguments: [String]) {
    #expect(answer(to: arguments) == nil)
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "x", ""])
  func `a time that is none is refused`(time: String) {
    #expect(answer(to: ["run", "x.mamlnb", "--timeout=\(time)"]) != nil)
  }

  @Test(arguments: [
    ["export", "x.mamlnb"], ["export", "x.mamlnb", "--to", "pdf"], ["new"], ["import"], ["format"],
    ["format", "--chekc", "x"],
    ["export", "x.mamlnb", "--to", "html", "--language", "a b"],
    ["export", "x.mamlnb", "--to", "html", "--language="],
    ["run", "x.mamlnb", "--embed", "--watch"],
  ])
  func `a document that is asked for in no possible way is refused`(arguments: [String]) {
    #expect(answer(to: arguments) != nil)
  }
}
