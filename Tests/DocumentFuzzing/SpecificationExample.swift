/// An example of the specification of CommonMark: Markdown, and the HTML that it is.
public struct SpecificationExample: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// What is written.
  public let markdown: String
  /// What it is.
  public let html: String

  /// The examples of a specification's text, in which `→` is a tab.
  public static func all(in text: String) -> [SpecificationExample] {
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
