internal import ArgumentParser
internal import Notebook
internal import NotebookSession
internal import SystemFiles

/// Which notebook a command reads, and what it changes in it.
struct NotebookSource: ParsableArguments {
  @Argument(
    help: "The notebook, a '.mamlnb' file; '-' for standard input.",
    completion: .file(extensions: ["mamlnb"]))
  var file: String = ""

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value for a parameter of the notebook, or for 'data' or 'seed'.",
      valueName: "name=value"))
  var overrides: [String] = []

  mutating func validate() throws {
    for text in overrides where ParameterOverride(parsing: text) == nil {
      throw ValidationError("'--set \(text)' is not of the form name=value")
    }
  }

  /// The file with the overrides.
  var onDisk: NotebookOnDisk { NotebookOnDisk(file, overrides: parsedOverrides) }

  private var parsedOverrides: [ParameterOverride] {
    overrides.compactMap { ParameterOverride(parsing: $0) }
  }

  /// Reads the notebook with the overrides applied.
  func document() throws -> NotebookDocument {
    if file.isEmpty { throw UsageError.noNotebook }
    guard !isInput else {
      var document = try StandardInput.document()
      try document.apply(parsedOverrides)
      return document
    }
    switch try FileAccess.everywhere.kind(of: file) {
    case nil: throw UsageError.missing(file)
    case .folder: throw UsageError.folder(file)
    case .file where file.hasSuffix(".swift"):
      return try NotebookFile.program(decoding: FileAccess.everywhere.read(file), named: file)
    case .file, .other: return try onDisk.read()
    }
  }

  /// Whether the notebook is standard input.
  var isInput: Bool { file == "-" || file == "/dev/stdin" }

  /// What messages call the notebook: its path, or `stdin`.
  var name: String { isInput ? StandardInput.name : file }

  /// What figures of this notebook are filed under: its name without the extension.
  var stem: String {
    let name = NotebookFile.name(of: Sidecar.stem(ofNotebook: isInput ? StandardInput.name : file))
    // Such names would be the folder of all pictures.
    return name.isEmpty || name == "." ? "notebook" : name
  }
}

extension NotebookSource {
  /// The notebook as it is, without the parser.
  static func standard(_ file: String) -> NotebookSource {
    // Not in an initializer: there, an option that has a default would be declared anew, not set.
    var source = NotebookSource()
    source.file = file
    source.overrides = []
    return source
  }
}
