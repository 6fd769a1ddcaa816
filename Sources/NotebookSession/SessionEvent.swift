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
}

/// Asks a person for the next line.
public protocol InputReader: AnyObject {
  /// Reads one entry, which may have several lines.
  func readInput(prompt: String) -> SessionInput

  /// How many lines of input came before the entry that was read last, where that is worth telling.
  var lineOffset: Int { get }

  /// What messages call the input, where an entry is a part of it.
  var name: String { get }

  /// Whether a person is there, who goes on after an interrupt or a failure.
  var isInteractive: Bool { get }
}

extension InputReader {
  /// None: each entry stands alone.
  public var lineOffset: Int { 0 }

  /// A prompt.
  public var name: String { "prompt" }

  /// Somebody is there.
  public var isInteractive: Bool { true }
}

/// What came of asking for a line.
public enum SessionInput: Sendable, Equatable {
  /// An entry without its last newline.
  case text(String)
  /// Control-C.
  case interrupted
  /// There is no more input.
  case endOfInput
}
