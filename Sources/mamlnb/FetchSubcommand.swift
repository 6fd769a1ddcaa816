internal import ArgumentParser
internal import CellLanguage
internal import Downloads
internal import NotebookSession

/// `mamlnb fetch DATA-SET`: characters from the web.
struct FetchSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", _superCommandName: MamlnbCommand.name,
    abstract: "Download characters to learn from.",
    discussion: """
      The one data set is 'omniglot': 1,623 handwritten characters of fifty alphabets, 20 drawings \
      of each, in two archives of together 16 MB from the repository of its authors. Cells then read \
      them with 'loadCharacters("omniglot")'.

      The archives are compared with the size and the SHA-256 digest of the official ones. A download \
      that breaks off is tried again, and goes on where it ended, also when this command is run \
      again. What is there already is left alone.

      With --from they come from elsewhere: an http or https address or a folder that has \
      'images_background.zip' and 'images_evaluation.zip'. Then other archives than the official ones \
      are taken, too, if they are undamaged and hold all characters.
      """)

  /// Where cells look when nobody says another folder.
  static let customaryFolder = "data/omniglot"

  @Argument(help: ArgumentHelp("The data set: omniglot.", valueName: "data-set"))
  var name: String

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The folder that the archives go to.", valueName: "folder"),
    completion: .directory)
  var folder = Self.customaryFolder

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Where the archives come from (by default their authors' address).", valueName: "url|folder"),
    completion: .directory)
  var origin: String?

  mutating func validate() throws {
    do {
      _ = try DataSet.named(name)
    } catch {
      throw ValidationError("\(error)")
    }
    guard !folder.isEmpty else { throw ValidationError("'--to' needs the name of a folder") }
    if let origin, Source(parsing: origin) == nil {
      throw ValidationError(
        "'--from \(origin)' is neither a folder nor an address of the kind http:// or https://")
    }
  }

  func run() throws {
    let interrupt = InterruptSignal.install()
    let sink = DescriptorSink()
    let news = FetchNews(
      ConsolePresenter(
        sink: sink, capabilities: sink.capabilities, log: .init(DescriptorSink(2))), folder: folder)
    let dataSet = try DataSet.named(name)
    let fetch = Fetch(
      dataSet, from: origin.flatMap { Source(parsing: $0) }, to: folder,
      interrupt: { interrupt.isRaised }, report: news.tell)
    do throws(DownloadError) {
      try fetch.run()
    } catch {
      // A terminal has shown `^C` where the cursor is.
      let isBehindText =
        error == .interrupted && sink.capabilities.isTerminal && !news.isTellingProgress
      news.endProgress()
      complain((isBehindText ? "\n" : "") + "mamlnb: \(news.explanation(of: error, dataSet))")
      throw ExitCode(error == .interrupted ? 130 : 1)
    }
    news.conclude(dataSet)
    if let failure = sink.failure {
      complain("mamlnb: \(failure)")
      throw ExitCode.failure
    }
  }
}
