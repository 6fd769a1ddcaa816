internal import Notebook
internal import NotebookSession
internal import Publishing
internal import SystemFiles

/// A notebook in Markdown with its outputs, and the folder `NAME.files` beside it with its pictures.
struct EmbeddedNotebook {
  private let document: MarkdownDocument
  private let path: String
  private let folder: String

  /// The Markdown of a publication.
  ///
  /// - Parameter path: where it goes; '-' is standard output, and then no picture is written.
  init(_ publication: Publication, at path: String) {
    self.path = path
    let stem =
      path == "-"
      ? Sidecar.stem(ofNotebook: publication.name)
      : NotebookFile.name(of: path.hasSuffix(".md") ? String(path.dropLast(3)) : path)
    folder = stem + ".files"
    document = MarkdownDocument(publication, picturesFolder: folder)
  }

  /// Writes the pictures, and then the file that names them; pictures that only an earlier file named go.
  func write() throws {
    guard path != "-" else {
      if !document.pictures.isEmpty {
        complain(
          "mamlnb: pictures are not written to standard output; --output FILE.md puts them into "
            + "'FILE.files'")
      }
      print(document.text, terminator: "")
      return
    }
    let base = NotebookFile.folder(of: path)
    // Never one elsewhere that a link of its name leads to.
    let access = FileAccess(readable: [], writable: [.customary(folder, in: base)])
    func place(_ path: String) -> String { base == "." ? path : "\(base)/\(path)" }
    let earlier = (try? FileAccess.everywhere.read(path)).map { bytes in
      MarkdownDocument.pictures(
        shownBy: String(decoding: bytes, as: UTF8.self), picturesFolder: folder)
    }
    for picture in document.pictures {
      try access.write(picture.bytes, to: place(picture.path), makingFolders: true)
    }
    try NotebookFile.write(document.text, to: path)
    for path in (earlier ?? []).subtracting(document.pictures.map(\.path)) {
      try? access.remove(place(path))
    }
  }
}
