import Foundation
import Notebook

/// A Markdown text whose code is held true.
///
/// It is a notebook: a block of `swift` is a cell. A block of `markdown` is a whole notebook of its own,
/// with what `mamlnb run` is given besides behind the language, or `export`. A block of `text` that is
/// the next after either says what it shows.
struct Guide {
  /// The guide as a notebook.
  let document: NotebookDocument
  /// Its samples, in order.
  let samples: [Sample]

  /// A piece of code in a guide.
  struct Sample {
    enum Code {
      /// A cell of the guide.
      case cell(Cell)
      /// A notebook, and the words behind `markdown`.
      case notebook(String, words: [String])
    }

    let code: Code
    /// The line of the guide that the code begins on.
    let line: Int
    /// What the guide says that it shows.
    var output: String?
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Reads a file of the package.
  init(_ path: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    document = NotebookDocument(parsing: text)
    var samples: [Sample] = []
    for block in document.blocks {
      switch block {
      case .cell(let cell):
        samples.append(Sample(code: .cell(cell), line: cell.fenceLine))
      case .prose(let prose):
        for fence in Fence.all(in: prose.text) {
          let words = fence.info.split(separator: " ").map(String.init)
          switch words.first {
          case "markdown":
            samples.append(
              Sample(
                code: .notebook(fence.content, words: Array(words.dropFirst())),
                line: prose.firstLine + fence.line))
          case "text" where !samples.isEmpty && samples[samples.count - 1].output == nil:
            samples[samples.count - 1].output = fence.content
          default: break
          }
        }
      }
    }
    self.samples = samples
  }
}

/// A fenced block at the left margin of a text that has no cells.
private struct Fence {
  let info: String
  let content: String
  /// The line of its opening fence, counted from 0.
  let line: Int

  static func all(in text: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (ticks: Int, info: String, line: Int)?
    var content = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let ticks = line.prefix { $0 == "`" }.count
      if let fence = open {
        if ticks >= fence.ticks, line.count == ticks {
          fences.append(Fence(info: fence.info, content: content, line: fence.line))
          open = nil
        } else {
          content += line + "\n"
        }
      } else if ticks >= 3 {
        open = (ticks, String(line.dropFirst(ticks)), number)
        content = ""
      }
    }
    return fences
  }
}
