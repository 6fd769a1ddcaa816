internal import ArgumentParser
internal import Notebook
internal import NotebookSession

/// Which notebook a command is about, and what it changes for this run.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "The notebook, a '.mamlnb' file.", completion: .file(extensions: ["mamlnb"]))
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value for a parameter of the notebook, or for 'data' or 'seed'.",
      valueName: "name=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "The folder that outputs are kept in (by default NAME.out beside the notebook).",
      valueName: "folder"))
  var outputFolder: String?

  mutating func validate() throws {
    for text in overrides where ParameterOverride(parsing: text) == nil {
      throw ValidationError("'--set \(text)' is not of the form name=value")
    }
  }

  /// Reads the notebook with the overrides applied.
  func document() throws -> NotebookDocument {
    var document = try NotebookFile.read(file)
    try document.apply(overrides.compactMap { ParameterOverride(parsing: $0) })
    return document
  }

  /// Where its outputs are kept.
  var outputs: OutputFolder {
    outputFolder.map { OutputFolder(path: $0) } ?? OutputFolder(forNotebook: file)
  }

  /// What figures of this notebook are filed under: its name without the extension.
  var stem: String { NotebookFile.name(of: Sidecar.stem(ofNotebook: file)) }
}
