import Foundation
import Publishing
import Testing

/// An example of the specification of CommonMark: Markdown, and the HTML that it is.
struct SpecificationExample {
  let number: Int
  let markdown: String
  let html: String

  /// The examples of a specification's text, in which `→` is a tab.
  static func all(in text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var parts: [[Substring]]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        parts = [[]]
      } else if line == fence, let whole = parts {
        let texts = whole.map { lines in
          lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
        }
        examples.append(
          SpecificationExample(
            number: examples.count + 1, markdown: texts[0], html: texts.count > 1 ? texts[1] : ""))
        parts = nil
      } else if line == ".", parts?.count == 1 {
        parts?.append([])
      } else if let last = parts?.indices.last {
        parts?[last].append(line)
      }
    }
    return examples
  }
}

/// The examples of CommonMark's specification 0.31.2, all 655.
private let examples: [SpecificationExample] = {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/commonmark-spec.txt")
  return SpecificationExample.all(in: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
}()

/// The examples of which GitHub's bare addresses make links.
private let bareAddresses = [604, 608, 610, 613, 614]
/// The examples of rules that are younger than cmark-gfm 0.29: references beyond Unicode, `textarea`,
/// symbols beside emphasis, and comments in a paragraph.
private let youngerRules = [28, 173, 356, 627, 628]

@Suite struct `The prose of a page` {
  @Test func `is what the specification says, but for bare addresses and younger rules`() {
    #expect(examples.count == 655)

    let others = examples.filter { ProseHTML().text(of: $0.markdown) != $0.html }.map(\.number)

    #expect(others == (bareAddresses + youngerRules).sorted())
  }

  /// Raw HTML is kept for the comparison, as `cmark-gfm --unsafe` keeps it; a page filters it.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm"),
      "cmark-gfm is not installed"))
  func `is what cmark-gfm makes of each example`() throws {
    for example in examples {
      #expect(
        ProseHTML().text(of: example.markdown) == (try cmark(example.markdown)),
        "example \(example.number)")
    }
  }

  private func cmark(_ markdown: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/cmark-gfm")
    process.arguments =
      ["--unsafe"] + ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
