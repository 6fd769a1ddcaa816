internal import ArgumentParser
internal import CellLanguage
internal import Notebook
internal import NotebookSession
internal import Prelude
internal import Publishing
internal import SystemFiles

/// `mamlnb export FILE --to FORMAT`: the notebook as a page, as Markdown, for Jupyter, or as a program.
struct ExportSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: MamlnbCommand.name,
    abstract: "Write a notebook as HTML, Markdown, a notebook of Jupyter or a Swift program.",
    discussion: """
      'html', 'md' and 'ipynb' have the outputs that 'mamlnb run' kept in NAME.out; nothing runs. \
      'html' is one file that needs no other; the pictures of 'md' go to the folder NAME.files.

      'swift' is a program that uses the same libraries as the cells and prints and draws the \
      same; 'Scripts/swiftc-notebook FILE.swift' compiles it.
      """)

  /// What a notebook can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, md, ipynb, swift
  }

  @OptionGroup var source: NotebookSource

  @Option(name: .customLong("to"), help: "The format.")
  var format: Format

  @Option(
    help: ArgumentHelp(
      "The file to write (by default NAME with the format's ending, beside the notebook; '-' for "
        + "standard output).",
      valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("outputs"),
    help: ArgumentHelp(
      "The folder with the outputs (by default NAME.out beside the notebook).",
      valueName: "folder"))
  var outputFolder: String?

  @Option(help: ArgumentHelp("The language of the prose, for HTML.", valueName: "tag"))
  var language = "en"

  mutating func validate() throws {
    let isTag =
      (1...35).contains(language.utf8.count)
      && language.unicodeScalars.allSatisfy { scalar in
        scalar == "-"
          || scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      }
    if !isTag {
      throw ValidationError("'--language \(language)' is no language; expected a tag such as 'en'")
    }
  }

  func run() throws {
    let document = try source.document()
    if isFile {
      try ExportTarget(path: file, source: source.file, isNamed: output != nil)
        .require(toReplaceWith: document.text)
    }
    if format == .swift { return try write(program: document) }
    guard !source.file.hasSuffix(".swift") else {
      throw UsageError("'\(source.file)' is a program; what is exported to \(format) is a notebook")
    }
    let publication = Publication(
      document, named: NotebookFile.name(of: source.name), outputs: outputs?.sidecar())
    if let note = publication.noteOnOutputs { complain("mamlnb: \(note)") }
    switch format {
    case .html: try write(page: publication)
    case .md:
      try EmbeddedNotebook(publication, at: file).write()
      try copyPictures(of: document)
    case .ipynb:
      if document.frontMatter.seed != 0 || document.frontMatter.data != nil {
        complain(
          "mamlnb: under Jupyter cells have seed 0 and the usual data: it gives a kernel no front matter"
        )
      }
      try write(JupyterDocument(publication).text)
      try copyPictures(of: document)
    case .swift: break
    }
  }

  /// Where the outputs are; nil for a notebook that comes out of a pipe.
  private var outputs: OutputFolder? {
    if let outputFolder { return OutputFolder(path: outputFolder) }
    return isFile ? OutputFolder(forNotebook: source.file) : nil
  }

  private var isFile: Bool { !source.isInput && NotebookFile.isFile(source.file) }

  /// The file to write. Beside a pipe or a device nothing is written.
  private var file: String {
    output ?? (isFile ? "\(Sidecar.stem(ofNotebook: source.file)).\(format.rawValue)" : "-")
  }

  private func write(_ text: String) throws {
    if file == "-" { print(text, terminator: "") } else { try NotebookFile.write(text, to: file) }
  }

  /// Puts the pictures that the prose shows beside a file in another folder, where it looks for them.
  private func copyPictures(of document: NotebookDocument) throws {
    guard isFile, file != "-" else { return }
    try CopiedPictures(
      of: document, in: NotebookFile.folder(of: source.file), for: NotebookFile.folder(of: file)
    ).write()
  }

  private func write(page publication: Publication) throws {
    let folder = isFile ? NotebookFile.folder(of: source.file) : "."
    // A stranger's notebook must not carry away what is not beside it.
    let access = FileAccess(readable: [.named(folder)], writable: [], sizeLimit: 1 << 26)
    let page = HTMLPage(publication, language: language) { path in
      path.hasPrefix("/") ? nil : try? access.read(folder + "/" + path)
    }
    for address in page.missingPictures {
      complain(
        "mamlnb: the picture '\(address)' is left out; expected a PNG, JPEG, GIF, WebP or SVG below "
          + "the notebook's folder")
    }
    try write(page.text)
  }

  private func write(program document: NotebookDocument) throws {
    let prelude = Prelude(plotsFolder: "plots")
    let runner = CellRunner(library: Workbench.library(prelude, document.frontMatter))
    do {
      try write(
        SwiftProgram.text(
          of: document, named: NotebookFile.name(of: source.file),
          plots: "plots/\(source.stem)", runner: runner))
    } catch let failure as CellFailure {
      complain(FailureRenderer().render(failure))
      throw ExitCode(1)
    }
  }
}
