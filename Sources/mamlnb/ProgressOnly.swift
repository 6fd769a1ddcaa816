internal import CellLanguage
internal import NotebookSession

/// Shows how far long work has come, and nothing else.
final class ProgressOnly: SessionPresenter {
  private let presenter: ConsolePresenter

  /// Shows it by a presenter.
  init(_ presenter: ConsolePresenter) { self.presenter = presenter }

  var width: Int { presenter.width }

  func present(_ event: SessionEvent) {
    if case .progress = event { presenter.present(event) }
  }

  func flush() { presenter.flush() }
}
