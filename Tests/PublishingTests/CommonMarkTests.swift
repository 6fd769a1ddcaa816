import DocumentFuzzing
import Foundation
import Publishing
import Testing

/// The specification that Debian's cmark-gfm comes with: CommonMark 0.29 with GitHub's tables, tasks and
/// addresses, whose text is not ours to copy.
private let specification = "/usr/share/doc/cmark-gfm/spec.txt.gz"
private let hasSpecification = FileManager.default.isReadableFile(atPath: specification)
private let examples: [SpecificationExample] = {
  let text = try? output(of: "/usr/bin/env", ["zcat", specification])
  return SpecificationExample.all(in: text ?? "")
}()

/// The examples of which GitHub's bare addresses make links, which the specification has without.
private let bareAddresses = [610, 614, 616, 619, 620]
/// The examples of boxes, which the specification writes in another order and does not run itself, and of
/// GitHub's filter of tags, in whose place a page has its own.
private let boxesAndTags = [279, 280, 653]

@Suite struct `The prose of a page` {
  @Test(.enabled(if: hasSpecification, "cmark-gfm's specification is not installed"))
  func `is what the specification says, but for bare addresses, boxes and tags`() {
    #expect(examples.count == 673)

    let others = examples.filter { ProseHTML().text(of: $0.markdown) != $0.html }.map(\.number)

    #expect(others == (bareAddresses + boxesAndTags).sorted())
  }

  /// Raw HTML is kept for the comparison, as `cmark-gfm --unsafe` keeps it; a page filters it.
  @Test(
    .enabled(
      if: hasSpecification && FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm"),
      "cmark-gfm is not installed"))
  func `is what cmark-gfm makes of each example`() throws {
    for example in examples {
      #expect(
        ProseHTML().text(of: example.markdown) == (try cmark(example.markdown)),
        "example \(example.number)")
    }
  }

  private func cmark(_ markdown: String) throws -> String {
    let extensions = ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] }
    return try output(of: "/usr/bin/cmark-gfm", ["--unsafe"] + extensions, reading: markdown)
  }
}

/// What a program writes.
private func output(
  of program: String, _ arguments: [String], reading text: String = ""
) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  input.fileHandleForWriting.write(Data(text.utf8))
  try input.fileHandleForWriting.close()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
