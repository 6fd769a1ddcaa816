import Notebook
import Testing

@Suite struct SidecarTests {
  static let sidecar = Sidecar(cells: [
    .init(
      name: "curve", outcome: .ok,
      outputs: [
        .stream(.stdout, text: "one\ntwo\r\nthree \"é\" \u{1B}[0m"),
        .displayData(
          MediaBundle([
            .init(mediaType: "image/png", content: .data([1, 2, 3])),
            .init(mediaType: "text/plain", content: .text("a figure")),
          ])),
        .executeResult(
          MediaBundle([
            .init(mediaType: "image/png", content: .data([4])),
            .init(mediaType: "text/plain", content: .text("")),
          ])),
      ]),
    .init(
      name: "cell-2", outcome: .error,
      outputs: [
        .error(.init(name: "error", message: "no such name 'x'", traceback: ["a:1:2", "^"]))
      ]),
    .init(name: "cell-3", outcome: .skipped, outputs: []),
  ])

  @Test func `what was written reads back`() throws {
    let files = Self.sidecar.files
    let list = try #require(files.last)

    let read = try Sidecar(parsing: String(decoding: list.bytes, as: UTF8.self)) { name in
      files.first { $0.name == name }?.bytes
    }

    #expect(list.name == "outputs.json")
    #expect(read == Self.sidecar)
  }

  @Test func `images are files named after their cell`() {
    #expect(
      Self.sidecar.files.map(\.name) == ["curve-1.png", "curve-2.png", "outputs.json"])
  }

  @Test func `the list has nbformat's shape`() throws {
    let list = String(decoding: try #require(Self.sidecar.files.last).bytes, as: UTF8.self)

    #expect(list.contains(#""output_type": "display_data""#))
    #expect(list.contains(#""execution_count": null"#))
    #expect(list.contains(#""text": ["#))
    #expect(list.contains(#""file": "curve-1.png""#))
    #expect(list.contains(#""ename": "error""#))
    #expect(list.hasSuffix("}\n"))
  }

  @Test func `a missing image leaves its representation out`() throws {
    let list = String(decoding: try #require(Self.sidecar.files.last).bytes, as: UTF8.self)

    let read = try Sidecar(parsing: list)

    guard case .displayData(let bundle) = read.cells[0].outputs[1] else {
      Issue.record("expected display data")
      return
    }
    #expect(bundle.representations.map(\.mediaType) == ["text/plain"])
  }

  @Test func `a list cannot name a file outside its folder`() throws {
    let list = String(decoding: try #require(Self.sidecar.files.last).bytes, as: UTF8.self)
      .replacing("curve-1.png", with: "../../secret")
    var asked: [String] = []

    _ = try Sidecar(parsing: list) { name in
      asked.append(name)
      return nil
    }

    #expect(asked == ["curve-2.png"])
  }

  @Test func `every prefix of a list is an error`() throws {
    let bytes = try #require(Self.sidecar.files.last).bytes.dropLast()
    for count in 0..<bytes.count {
      let prefix = String(decoding: bytes.prefix(count), as: UTF8.self)
      #expect(throws: SidecarError.self) { try Sidecar(parsing: prefix) }
    }
  }

  @Test(arguments: [
    "[" + String(repeating: "[", count: 100_000), #"{"cells": 3}"#,
    #"{"cells": [{"id": "a"}]}"#, #""\u12"#, #"{"a" 1}"#, "1e", "-", "nul", "\"\t\"", "[1,]",
  ])
  func `text of another shape is an error`(text: String) {
    #expect(throws: SidecarError.self) { try Sidecar(parsing: text) }
  }

  @Test func `the folder lies beside the notebook`() {
    #expect(Sidecar.folder(forNotebook: "a/b.mamlnb") == "a/b.out")
    #expect(Sidecar.folder(forNotebook: "a/b.mamlnb.md") == "a/b.out")
    #expect(Sidecar.folder(forNotebook: "b.txt") == "b.txt.out")
  }

  @Test func `neighbouring texts of one stream join`() {
    let outputs = Output.joined([
      .stream(.stdout, text: "a"), .stream(.stdout, text: "b"), .stream(.stderr, text: "c"),
      .stream(.stdout, text: "d"),
    ])

    #expect(
      outputs == [
        .stream(.stdout, text: "ab"), .stream(.stderr, text: "c"), .stream(.stdout, text: "d"),
      ])
  }
}
