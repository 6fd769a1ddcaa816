import Foundation

/// One program of `Tests/Scripts` with what swiftc said about it.
struct CorpusProgram: Sendable {
  /// What is compared.
  enum Kind: Sendable {
    /// Runs to its end: the output.
    case complete
    /// Stops with a fault: the output before it, its text and its line.
    case fault
    /// Does not compile: the diagnostics with their places.
    case wrong
  }

  /// The folder and the claim: `arrays/appending`.
  let name: String
  let kind: Kind
  /// The program without its markers.
  let source: String
  let markers: [CorpusMarker]
  let expectedOutput: String

  /// Reads a program and its recording.
  init(_ file: URL) throws {
    let folder = file.deletingLastPathComponent().lastPathComponent
    name = folder + "/" + file.deletingPathExtension().lastPathComponent
    kind =
      switch folder {
      case "faults": .fault
      case "wrong": .wrong
      default: .complete
      }
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    if kind == .complete {
      source = text
      markers = []
    } else {
      (source, markers) = CorpusMarker.split(text)
    }
    let recording = file.deletingPathExtension().appendingPathExtension("expected")
    expectedOutput =
      kind == .wrong ? "" : String(decoding: try Data(contentsOf: recording), as: UTF8.self)
  }
}
