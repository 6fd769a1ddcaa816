public import CellLanguage
public import Notebook

/// Something for a reader of a running notebook to see.
public enum SessionEvent: Sendable {
  /// Prose of the notebook, in Markdown.
  case prose(String)
  /// A cell that is about to run.
  case source(Cell)
  /// A cell that is left out.
  case skipped(Cell)
  /// Text that a cell prints.
  case text(String)
  /// Something that a cell shows, and the file that its image was written to.
  case display(DisplayBundle, file: String?)
  /// How far long work has come; nil when it is over.
  case progress(ProgressReport?)
  /// Why a cell or a line failed.
  case failure(SessionFailure)
  /// Something that the session says about itself.
  case note(String)
  /// A cell, or a line of the prompt where it is nil, has ended after this time.
  case took(cell: String?, Duration)
  /// The next thing on the screen is a prompt.
  case awaitingInput
}

/// Shows a reader what happens in a session.
public protocol SessionPresenter: AnyObject, Sendable {
  /// Shows something.
  ///
  /// Comes from the thread that runs a cell and, for progress, from threads of the libraries; never
  /// from two at once.
  func present(_ event: SessionEvent)

  /// Shows the value of a cell or a line, where it is apart from what they show meanwhile.
  func present(result bundle: DisplayBundle, file: String?)

  /// How many columns what is shown may take now.
  var width: Int { get }

  /// Returns when all that was presented can be seen.
  func flush()
}

extension SessionPresenter {
  /// As whatever is shown.
  public func present(result bundle: DisplayBundle, file: String?) {
    present(.display(bundle, file: file))
  }

  /// Those of a page.
  public var width: Int { 80 }

  /// Nothing waits.
  public func flush() {}
}

/// Asks a person for the next line.
public protocol InputReader: AnyObject {
  /// Reads one entry, which may have several lines.
  func readInput(prompt: String) -> SessionInput

  /// How many lines of input came before the entry that was read last, where that is worth telling.
  var lineOffset: Int { get }

  /// Whether a person is there, who goes on after an interrupt or a failure.
  var isInteractive: Bool { get }

  /// What messages call the input.
  var name: String { get }

  /// Asks a person a question; false where nobody answers or the answer is no.
  func confirm(_ question: String) -> Bool

  /// Shows a text page by page where it is longer than the window.
  ///
  /// - Returns: false where it was not shown, since nobody is there to turn pages.
  func page(_ text: String) -> Bool
}

extension InputReader {
  /// None: each entry stands alone.
  public var lineOffset: Int { 0 }

  /// Somebody is there.
  public var isInteractive: Bool { true }

  /// The prompt.
  public var name: String { "prompt" }

  /// Nobody says no.
  public func confirm(_ question: String) -> Bool { true }

  /// Everything is shown at once.
  public func page(_ text: String) -> Bool { false }
}

/// What came of asking for a line.
public enum SessionInput: Sendable, Equatable {
  /// An entry without its last newline.
  case text(String)
  /// Control-C.
  case interrupted
  /// There is no more input.
  case endOfInput
  /// Somebody wants the program to end: nothing is asked any more.
  case terminated
}
