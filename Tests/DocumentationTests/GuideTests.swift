import Foundation
import Notebook
import Testing

/// The texts whose samples run.
let guides = [
  "README.md", "Documentation/notebook-format.md", "Documentation/cell-language.md",
]

@Suite struct `A guide` {
  @Test(arguments: guides) func `says what its cells show`(path: String) throws {
    let guide = try Guide(path)
    #expect(guide.document.problems.isEmpty)

    let records = try GuideRun().records(of: guide.document)

    for sample in guide.samples {
      guard case .cell(let cell) = sample.code else { continue }
      let record = records[cell.number - 1]
      #expect(record.outcome == .ok, "\(path):\(sample.line): \(record.shown)")
      if let output = sample.output {
        #expect(record.shown == output, "\(path):\(sample.line)")
      }
    }
  }

  @Test(arguments: guides) func `says what its notebooks show`(path: String) throws {
    let run = GuideRun()

    for sample in try Guide(path).samples {
      guard case .notebook(let text, let words) = sample.code else { continue }
      let shown = try run.output(of: text, words: words)
      #expect(shown == sample.output, "\(path):\(sample.line)")
    }
  }

  @Test(arguments: guides) func `links to files and headings that are there`(path: String) throws {
    let file = Guide.root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)

    for match in text.matches(of: /\]\((?<link>[^)\s]+)\)/) where !match.link.contains("://") {
      let parts = match.link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty
        ? file : file.deletingLastPathComponent().appending(path: String(parts[0]))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(match.link)")
      if parts.count == 2 {
        let headings = try String(contentsOf: target, encoding: .utf8).matches(of: /(?m)^#+ (.*)$/)
        #expect(
          headings.contains { anchor(of: $0.1) == parts[1] }, "\(path): \(match.link)")
      }
    }
  }
}

/// What code hosts call the place of a heading.
private func anchor(of heading: Substring) -> String {
  heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    .replacing(" ", with: "-")
}
