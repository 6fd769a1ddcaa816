import CellLanguage
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
    let path = place.path + "/x.out/outputs.json"
    #expect(
      stage.sink.text
        == "a\noutputs are not kept: cannot write '\(path)': Not a directory\na\n")
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
