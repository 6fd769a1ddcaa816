import DocumentFuzzing
import Foundation
import Notebook
import Publishing
import Testing

/// A Python that has nbformat: the one that `NBFORMAT_PYTHON` names, the system's or the first on the path;
/// nil where none has it.
private let python: String? = {
  let environment = ProcessInfo.processInfo.environment
  for python in [environment["NBFORMAT_PYTHON"], "/usr/bin/python3", "python3"].compactMap(\.self) {
    if (try? status(of: [python, "-c", "import nbformat"])) == 0 { return python }
  }
  return nil
}()

private func status(of command: [String]) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}

@Suite struct `An exported notebook` {
  @Test(
    .enabled(
      if: python != nil, "no Python has nbformat; 'apt-get install python3-nbformat' brings it"))
  func `is valid to nbformat, those of the package and 300 generated ones`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mamlnb-nbformat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let picture = MediaBundle([
      .init(mediaType: "image/png", content: .data([1, 2, 3])),
      .init(mediaType: "image/svg+xml", content: .data(Array("<svg/>".utf8))),
      .init(mediaType: "text/plain", content: .text("a\nb")),
    ])
    let outputs: [Output] = [
      .stream(.stderr, text: "a\n"), .displayData(picture), .executeResult(picture),
      .error(.init(name: "e", message: "m", traceback: ["1", "2"])),
    ]
    var texts = try notebooks().map { try String(contentsOf: $0, encoding: .utf8) }
    texts += (0..<300).map { GeneratedNotebook(seed: UInt64($0)).text }

    for (number, text) in texts.enumerated() {
      let document = NotebookDocument(parsing: text)
      let sidecar = Sidecar(
        cells: document.cells.map { .init(name: $0.name, outcome: .ok, outputs: outputs) })
      let exported = JupyterDocument(Publication(document, named: "x", outputs: sidecar)).text
      try Data(exported.utf8).write(to: folder.appending(path: "\(number).ipynb"))
    }

    let program = """
      import glob, sys, nbformat
      files = glob.glob(sys.argv[1] + '/*.ipynb')
      for file in files:
        notebook = nbformat.read(file, as_version=nbformat.NO_CONVERT)
        assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
        nbformat.validate(notebook)
      assert len(files) == int(sys.argv[2])
      """
    #expect(
      try status(of: [try #require(python), "-c", program, folder.path, "\(texts.count)"]) == 0)
  }
}
