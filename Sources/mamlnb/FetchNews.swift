internal import CellLanguage
internal import Downloads
internal import Glibc
internal import NotebookSession

/// Tells a person how a fetch goes.
final class FetchNews {
  private let presenter: ConsolePresenter
  private let folder: String
  /// When the first bytes came of those that come now.
  private var start: ContinuousClock.Instant?
  /// Whether a progress line is shown.
  private(set) var isTellingProgress = false

  /// What takes no longer needs no progress.
  private static let noticeable = Duration.milliseconds(500)

  init(_ presenter: ConsolePresenter, folder: String) {
    self.presenter = presenter
    self.folder = folder
  }

  /// Tells what happens to an archive.
  func tell(_ event: Fetch.Event) {
    switch event {
    case .progress(let archive, let count, let total):
      tellProgress(
        ProgressReport(title: archive.file, completed: count, total: total, unit: .bytes))
    case .present(let archive, let verdict):
      line("'\(path(of: archive))' is there: \(description(of: archive, verdict))")
    case .unfit(_, let error):
      line("\(error); it will be replaced")
    case .retry(let archive, let error, let pause):
      let seconds = max(1, Int((pause / .seconds(1)).rounded()))
      line("\(archive.file): \(error.reason); trying again in \(seconds) s")
    case .restart(let archive, let error):
      let reason = error.map { "\($0); " } ?? ""
      line("\(reason)'\(archive.file)' comes from the start again")
    case .fetched(let archive, let verdict):
      line("'\(path(of: archive))' is here: \(description(of: archive, verdict))")
    }
  }

  /// Leaves the progress line as it is.
  func endProgress() {
    start = nil
    isTellingProgress = false
    presenter.present(.progress(nil))
  }

  /// Tells that all is there, and how to use it.
  func conclude(_ dataSet: DataSet) {
    let variable = unsafe getenv("OMNIGLOT").map { unsafe String(cString: $0) } ?? ""
    let looked = variable.isEmpty ? FetchSubcommand.customaryFolder : variable
    let condition = looked == folder ? "" : "with OMNIGLOT='\(folder)' "
    line("\(dataSet.title) is complete; \(condition)loadCharacters(\"\(dataSet.name)\") reads it")
  }

  /// What went wrong, with what can be done.
  func explanation(of error: DownloadError, _ dataSet: DataSet) -> String {
    let files = dataSet.archives.map(\.file).joined(separator: " and ")
    if error == .interrupted { return "interrupted; the same command goes on from here" }
    guard error.isOfSource else { return "error: \(error)" }
    return """
      error: \(error)
        'mamlnb fetch \(dataSet.name) --from URL' or '--from FOLDER' takes the archives from elsewhere, \
      or put \(files) into '\(folder)'
      """
  }

  private func tellProgress(_ report: ProgressReport) {
    let now = ContinuousClock.now
    let start = start ?? now
    self.start = start
    guard now - start > Self.noticeable else { return }
    presenter.present(.progress(report))
    isTellingProgress = true
    // What follows is not the download's time.
    if report.completed == report.total { endProgress() }
  }

  private func description(of archive: DataSet.Archive, _ verdict: Verdict) -> String {
    switch verdict {
    case .official: "the official file, \(archive.contents)"
    case .equivalent: "not the official file, but undamaged and with all \(archive.contents)"
    }
  }

  private func path(of archive: DataSet.Archive) -> String {
    folder.hasSuffix("/") ? folder + archive.file : "\(folder)/\(archive.file)"
  }

  private func line(_ text: String) {
    endProgress()
    presenter.report(text)
  }
}
