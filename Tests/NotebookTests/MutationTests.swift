import FewShotData
import Notebook
import Testing

@Suite struct MutationTests {
  /// Pieces that mean something to Markdown, YAML, options or encodings.
  private static let pieces = [
    "```", "~~~", "---\n", "//|", "#| ", ": ", "[", "{", "&a ", "*a", "!!x ", "\"", "'", "|\n", ">",
    "- ", "\t", "\0", "\r", "\n", "\n\n", "    ", "é", "\u{FEFF}", "\u{85}", "? ", "%YAML", "<<: ",
  ]

  @Test func `a damaged notebook still reads and prints`() {
    var generator = SplitMix64(seed: 2026)
    let original = Array(NotebookDocumentTests.example.utf8)
    for _ in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        bytes.replaceSubrange(place..<end, with: piece.utf8)
      }
      guard let document = try? NotebookDocument(decoding: bytes) else { continue }
      #expect(Array(document.text.utf8) == bytes)
      for cell in document.cells where !cell.source.isEmpty {
        #expect(cell.firstLine > cell.fenceLine)
      }
    }
  }
}
