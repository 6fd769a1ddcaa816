internal import ArgumentParser
internal import Notebook
internal import NotebookSession

/// Which notebook a command runs, and where what it shows is kept.
struct NotebookOptions: ParsableArguments {
  @OptionGroup var source: NotebookSource

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "The folder that outputs are kept in (by default NAME.out beside the notebook).",
      valueName: "folder"))
  var outputFolder: String?

  /// The file of the notebook.
  var file: String { source.file }

  /// What messages call the notebook.
  var name: String { source.name }

  /// Whether the notebook is a file, beside which something may be written.
  var isFile: Bool { !source.isInput && NotebookFile.isFile(file) }

  /// Where its outputs are kept; nil for a notebook that comes out of a pipe.
  var outputs: OutputFolder? {
    if let outputFolder { return OutputFolder(path: outputFolder) }
    return isFile ? OutputFolder(forNotebook: file) : nil
  }

  /// The folder that its cells may read; nil for a notebook that comes out of a pipe.
  var folder: String? { isFile ? NotebookFile.folder(of: file) : nil }
}

extension NotebookOptions {
  /// The notebook as it is, with its outputs beside it, without the parser.
  static func standard(_ file: String) -> NotebookOptions {
    var options = NotebookOptions()
    options.source = .standard(file)
    options.outputFolder = nil
    return options
  }
}
