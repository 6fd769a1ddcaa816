import Foundation
import Testing

@testable import Publishing

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

@Suite struct `The prose of a page` {
  static let examples = try! SpecificationExample.all(
    in: String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/commonmark-spec.txt"), encoding: .utf8))

  @Test func `x`() throws {
    var bad = 0
    var out = ""
    for example in Self.examples {
      let html = ProseHTML().text(of: example.markdown)
      if html != example.html {
        bad += 1;
        out += "\(example.number)\n\(example.markdown)---\n\(example.html)---\n\(html)======\n"
      }
    }
    try out.write(toFile: "/tmp/bad.txt", atomically: true, encoding: .utf8)
    print("BAD", bad, "of", Self.examples.count)
  }
}
