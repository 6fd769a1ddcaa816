import CellLanguage
import Glibc
import Notebook
import NotebookSession
import Testing

@Suite struct OutputFolderTests {
  @Test func `outputs are kept beside the notebook as they arrive`() throws {
    let place = Workplace()
    let folder = OutputFolder(path: place.path + "/deep/x.out")
    let stage = Stage(
      "```sh\n#| eval: true\necho a\n```\n```sh\n#| eval: true\nexit 1\n```\n", folder: folder)

    try stage.driver.perform(.run(.all))

    let kept = try #require(folder.sidecar())
    #expect(kept == stage.driver.session.sidecar)
    #expect(kept.cells.map(\.outcome) == [.ok, .error])
  }

  @Test func `images of an earlier run go, files of others stay`() throws {
    let place = Workplace()
    let folder = OutputFolder(path: place.path)
    let old = Sidecar(cells: [
      .init(
        name: "old", outcome: .ok,
        outputs: [
          .displayData(
            MediaBundle([.init(mediaType: "image/png", content: .data([1, 2]))]))
        ])
    ])
    for file in old.files { place.write(file.bytes, to: file.name) }
    place.write([3], to: "mine.png")

    try Stage("```sh\n#| eval: true\ntrue\n```\n", folder: folder).driver.perform(.run(.all))

    #expect(!place.has("old-1.png"))
    #expect(place.has("mine.png"))
  }

  @Test func `a folder that cannot be written is said once and stops nothing`() throws {
    let place = Workplace()
    place.write([], to: "x.out")
    let stage = Stage(
      String(repeating: "```sh\n#| eval: true\n#| echo: false\necho a\n```\n", count: 2),
      folder: OutputFolder(path: place.path + "/x.out"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    let path = place.path + "/x.out"
    #expect(
      stage.sink.text
        == "a\noutputs are not kept: cannot make the folder '\(path)': Not a directory\na\n")
  }
}

@Suite struct StrangerOutputTests {
  private let place = Workplace()

  private func run(_ folder: OutputFolder) throws -> String {
    let stage = Stage("```sh\n#| eval: true\necho a\n```\n", folder: folder)
    try stage.driver.perform(.run(.all))
    return stage.sink.text
  }

  @Test func `a link of the folder's name is not followed, unless somebody named it`() throws {
    _ = unsafe mkdir(place.path + "/outside", 0o755)
    _ = unsafe symlink("outside", place.path + "/x.out")

    let said = try run(OutputFolder(forNotebook: place.path + "/x.mamlnb"))

    #expect(said.contains("outputs are not kept: writing '"))
    #expect(!place.has("outside/outputs.json"))
    _ = try run(OutputFolder(path: place.path + "/x.out"))
    #expect(place.has("outside/outputs.json"))
  }

  @Test func `a link in the folder is replaced and leads nowhere`() throws {
    _ = unsafe mkdir(place.path + "/x.out", 0o755)
    place.write("mine".utf8, to: "secret")
    _ = unsafe symlink("../secret", place.path + "/x.out/outputs.json")

    _ = try run(OutputFolder(forNotebook: place.path + "/x.mamlnb"))

    #expect(OutputFolder(forNotebook: place.path + "/x.mamlnb").sidecar() != nil)
    #expect(OutputFolder(path: place.path + "/none").sidecar() == nil)
    var status = stat()
    #expect(unsafe stat(place.path + "/secret", &status) == 0 && status.st_size == 4)
  }

  @Test func `images that a list names are removed from the folder alone`() throws {
    _ = unsafe mkdir(place.path + "/x.out", 0o755)
    place.write("mine".utf8, to: "mine.png")
    _ = unsafe symlink("../mine.png", place.path + "/x.out/old-1.png")
    place.write(
      """
      {"mamlnb_outputs": 1, "cells": [{"id": "old", "outcome": "ok", "outputs": [
      {"output_type": "display_data", "data": {}, "metadata": {"image/png": {"file": "../mine.png"}}},
      {"output_type": "display_data", "data": {}, "metadata": {"image/png": {"file": "old-1.png"}}}
      ]}]}
      """.utf8, to: "x.out/outputs.json")

    _ = try run(OutputFolder(forNotebook: place.path + "/x.mamlnb"))

    #expect(place.has("mine.png"))
  }

  @Test func `a pipe or a device is no file to keep outputs beside`() {
    place.write([], to: "x.mamlnb")
    _ = unsafe mkfifo(place.path + "/pipe", 0o666)

    #expect(NotebookFile.isFile(place.path + "/x.mamlnb"))
    for path in ["/dev/null", "/dev/zero", place.path + "/pipe", place.path, "/nowhere", ""] {
      #expect(!NotebookFile.isFile(path), "\(path)")
    }
    #expect(NotebookFile.folder(of: "x") == ".")
    #expect(NotebookFile.folder(of: "/x") == "/")
    #expect(NotebookFile.folder(of: "a/b/x") == "a/b")
  }
}

@Suite struct NotebookFileTests {
  @Test func `a notebook that is not there is an error with its path`() {
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read("/no/such.mamlnb") }

    #expect(error?.description == "cannot read '/no/such.mamlnb': No such file or directory")
  }

  @Test func `a folder is an error`() {
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read("/tmp") }

    #expect(error?.description == "cannot read '/tmp': Is a directory")
  }

  @Test func `a file that is not UTF-8 is an error with its line`() {
    let place = Workplace()
    place.write(Array("a\nb".utf8) + [0xC3, 0x28], to: "x.mamlnb")
    let path = place.path + "/x.mamlnb"

    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }

    #expect(
      error?.description == "\(path):2: the file is not UTF-8: byte 0xC3 at offset 3, line 2")
  }

  @Test func `every problem of a notebook is a line of the error`() {
    let place = Workplace()
    place.write("```swift\n//| eco: true\n//| timeout: x\n```\n".utf8, to: "x.mamlnb")
    let path = place.path + "/x.mamlnb"

    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }

    #expect(
      error?.description == """
        \(path):2: unknown cell option 'eco'; did you mean 'echo'?
        \(path):3: 'timeout' expects a number of seconds, got 'x'
        """)
  }
}
