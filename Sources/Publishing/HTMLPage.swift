internal import Notebook

/// A notebook as a page: one HTML file that needs no other, no network and no script.
///
/// Prose is what cmark makes of it, cells are in the colours of their language, and pictures, those of the
/// prose too, are in the file. Pictures elsewhere in the web become links. The page has one heading of the
/// first level: the prose's own where it begins with one, else the title.
public struct HTMLPage: Sendable {
  /// The file.
  public let text: String
  /// The addresses of pictures in the prose that could not be had.
  public let missingPictures: [String]

  /// The page of a notebook.
  ///
  /// - Parameters:
  ///   - language: the language of its prose, as a tag of BCP 47.
  ///   - picture: the bytes of a picture by its path beside the notebook; nil where there is none.
  public init(
    _ publication: Publication, language: String = "en",
    picture: @escaping (_ path: String) -> [UInt8]?
  ) {
    let document = publication.document
    let pictures = PagePictures(read: picture)
    var headings = PageHeadings(beside: document.cells.map(\.name))
    var prose = ProseHTML()
    prose.inserted = document.cells.map { cell in
      CellHTML(cell, publication.record(of: cell), publication.outputs(of: cell)).text
    }
    prose.html = { html, isBlock in isBlock ? SafeHTML.block(html) : SafeHTML.inline(html) }
    prose.code = { source, info in
      let isSwift = info.split(separator: " ").first?.lowercased() == "swift"
      return isSwift ? CodeHTML.block(source, language: "swift") : nil
    }
    let markdown = publication.shownBlocks.reduce(into: "") { text, block in
      switch block {
      case .prose(let prose): text += prose.text
      case .cell: text += ProseHTML.mark
      }
    }
    prose.picture = { pictures.html($0, $1, title: $2) }
    prose.headings = { headings.headings(of: $0) }
    let body = prose.text(of: markdown)
    let title = document.frontMatter.title ?? headings.title ?? Self.name(of: publication)
    missingPictures = pictures.missing
    text = Self.page(
      title: title, language: language,
      body: (headings.isFirstTitle ? "" : "<h1>\(HTMLText.escaped(title))</h1>\n") + body)
  }

  private static func name(of publication: Publication) -> String {
    Sidecar.stem(ofNotebook: publication.name)
  }

  private static func page(title: String, language: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLText.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
    style-src 'unsafe-inline'">
    <meta name="generator" content="mamlnb">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(PageStyle.text)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }
}
