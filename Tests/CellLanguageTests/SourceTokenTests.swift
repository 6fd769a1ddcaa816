import CellLanguage
import Foundation
import Testing

@Suite struct SourceTokenTests {
  private func spans(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return CellRunner.tokens(of: source).map {
      "\($0.kind.rawValue) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func `words, numbers, texts and comments have kinds`() {
    #expect(
      spans("let x: Int = f(1.5) + a.map { $0 } // note") == [
        "keyword let", "type Int", "operator =", "function f", "bracket (", "number 1.5",
        "bracket )", "operator +", "function map", "bracket {", "bracket }", "comment // note",
      ])
  }

  @Test func `a text is one stretch around what it interpolates`() {
    #expect(
      spans("\"a \\(b + 1) c\"") == [
        "text \"a ", "bracket (", "operator +", "number 1", "bracket )", "text  c\"",
      ])
  }

  @Test(arguments: [
    "\"abc", "/* open", "func f(", "}", "let ", "@", "#", "\\", "🙂", "case .", "\0",
  ])
  func `what is unfinished or wrong has parts, too`(source: String) {
    for token in CellRunner.tokens(of: source) {
      #expect(token.range.upperBound <= source.utf8.count)
    }
  }

  @Test func `no two parts of a program overlap, whatever its prefix`() throws {
    for program in try Corpus.programs(in: "programs").prefix(6) {
      let bytes = Array(program.source.utf8)
      for end in stride(from: 0, through: bytes.count, by: 97) {
        let tokens = CellRunner.tokens(of: String(decoding: bytes[..<end], as: UTF8.self))
        for (token, next) in zip(tokens, tokens.dropFirst()) {
          #expect(token.range.upperBound <= next.range.lowerBound)
        }
      }
    }
  }
}
