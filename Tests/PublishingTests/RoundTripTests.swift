import DocumentFuzzing
import Foundation
import Notebook
import Publishing
import Testing

/// The folder of the package.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The notebooks of the package.
func notebooks() throws -> [URL] {
  try FileManager.default.contentsOfDirectory(
    at: root.appending(path: "notebooks"), includingPropertiesForKeys: nil
  ).filter { $0.pathExtension == "mamlnb" }.sorted { $0.path < $1.path }
}

/// A notebook, exported for Jupyter and imported again.
func thereAndBack(_ text: String) throws -> ImportedNotebook {
  let exported = JupyterDocument(
    Publication(NotebookDocument(parsing: text), named: "x.mamlnb", outputs: nil))
  return ImportedNotebook(
    try JupyterDocument(decoding: Array(exported.text.utf8)), picturesFolder: "x.files")
}

@Suite struct `A notebook that went to Jupyter and back` {
  @Test func `is the same bytes for every notebook of the package`() throws {
    for file in try notebooks() {
      let text = try String(contentsOf: file, encoding: .utf8)

      let back = try thereAndBack(text)

      #expect(Array(back.text.utf8) == Array(text.utf8), "\(file.lastPathComponent)")
      #expect(back.notes.isEmpty)
    }
  }

  @Test func `is the same bytes for 1,000 generated ones`() throws {
    for seed in 0..<1_000 {
      let text = GeneratedNotebook(seed: UInt64(seed)).text

      let back = try thereAndBack(text).text

      #expect(Array(back.utf8) == Array(text.utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func `is tried with notebooks of every kind`() throws {
    let texts = (0..<1_000).map { GeneratedNotebook(seed: UInt64($0)).text }
    let documents = texts.map { NotebookDocument(parsing: $0) }

    // What the generator is for is in what it makes.
    #expect(documents.count { !$0.cells.isEmpty } > 500)
    #expect(documents.contains { $0.cells.contains { $0.kind == .shell } })
    #expect(documents.contains { $0.problems.contains { $0.kind == .cellNotClosed } })
    #expect(texts.contains { $0.contains("\r\n") })
    #expect(documents.count { $0.problems.isEmpty && $0.cells.count > 1 } > 100)
  }

  @Test func `is the same after any damage to Jupyter's file that can be read`() throws {
    var readable = 0
    for seed in 0..<400 {
      let document = JupyterDocument(
        Publication(
          NotebookDocument(parsing: GeneratedNotebook(seed: UInt64(seed)).text), named: "x",
          outputs: nil))
      let damaged = damaged(Array(document.text.utf8), seed: seed)
      guard let jupyter = try? JupyterDocument(decoding: damaged) else { continue }
      readable += 1

      let text = ImportedNotebook(jupyter, picturesFolder: "f").text

      #expect(Array(try thereAndBack(text).text.utf8) == Array(text.utf8), "seed \(seed)")
    }
    #expect(readable > 50)
  }

  /// The file with a few bytes changed, taken out or doubled.
  private func damaged(_ bytes: [UInt8], seed: Int) -> [UInt8] {
    var bytes = bytes
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let marks = Array("\"\\{}[],:~`-#a1 |".utf8)
    for _ in 0...below(3) {
      let start = below(bytes.count)
      let end = min(bytes.count, start + below(20))
      switch below(3) {
      case 0: bytes[start] = marks[below(marks.count)]
      case 1: bytes.removeSubrange(start..<end)
      default: bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    }
    return bytes
  }
}
