public import CellLanguage
internal import Notebook
internal import Text

/// A person at a prompt, with a notebook to step through or with none.
///
/// With a notebook, each cell is shown after its prose; an empty line runs it. Whatever else is
/// typed runs at once on the same state, and lines that begin with `:` are commands.
public final class Interaction {
  let driver: SessionDriver
  let presenter: any SessionPresenter
  private let input: any InputReader
  private let mode: Mode
  private var isOver = false
  /// How the worst of what was asked for ended.
  private var ending = RunEnding.finished

  /// What the person is doing.
  public enum Mode: Sendable, Equatable {
    /// Stepping through the notebook at a path.
    case stepping(path: String)
    /// Using the prompt alone.
    case prompt
  }

  /// An interaction on a driver's session.
  public init(
    _ mode: Mode, driver: SessionDriver, input: any InputReader, presenter: any SessionPresenter
  ) {
    self.mode = mode
    self.driver = driver
    self.input = input
    self.presenter = presenter
  }

  /// Goes on until the person leaves, or the input ends.
  ///
  /// - Returns: how it went: `failed` where anything failed, and `interrupted` where nobody was there to
  ///   go on after that.
  @discardableResult
  public func run() -> RunEnding {
    while !isOver {
      reveal()
      presenter.present(.awaitingInput)
      let entry = input.readInput(prompt: prompt)
      (driver.lineName, driver.lineOffset) = (input.name, input.lineOffset)
      switch entry {
      case .text(let text): take(text)
      case .interrupted: note(.interrupted)
      case .endOfInput: isOver = true
      }
    }
    return ending
  }

  /// Takes how something ended.
  private func note(_ newEnding: RunEnding) {
    switch newEnding {
    case .finished: break
    case .failed:
      ending = .failed
      // What follows might build on what is not there.
      if !input.isInteractive { isOver = true }
    case .interrupted where input.isInteractive: break
    case .interrupted:
      ending = .interrupted
      isOver = true
    }
  }

  /// Whether an entry can end where it does: commands can, and source where the language says so.
  public static func completeness(of entry: String) -> Completeness {
    entry.hasPrefix(":") ? .complete : CellRunner.completeness(of: entry)
  }

  /// What could stand at `offset` (in UTF-8) of an entry.
  public func completions(
    in entry: String, at offset: Int
  ) -> (replacing: Range<Int>, candidates: [String]) {
    let typed = String(decoding: entry.utf8.prefix(offset), as: UTF8.self)
    if typed.hasPrefix(":"), !typed.contains(" ") {
      let names = commands.map { ":" + $0.name }.filter { $0.hasPrefix(typed) }
      return (0..<offset, names)
    }
    let found = driver.runner.completions(in: entry, at: offset, from: driver.session.current)
    var seen: Set<String> = []
    return (found.replacing, found.candidates.map(\.name).filter { seen.insert($0).inserted })
  }
}

// MARK: - One entry

extension Interaction {
  /// What stands before the entry: where in the notebook the person is.
  private var prompt: String {
    guard case .stepping = mode else { return "> " }
    let count = driver.session.cells.count
    guard let cell = driver.session.nextCell else { return "[end] > " }
    let name = cell.options.id.map { " \($0)" } ?? ""
    return "[\(cell.number)/\(count)\(name)] ⏎ > "
  }

  private func reveal() {
    if case .stepping = mode { perform(.reveal) }
  }

  private func take(_ entry: String) {
    let text = entry.drop { $0.isWhitespace }
    if text.isEmpty {
      step()
    } else if text.hasPrefix(":") {
      let words = text.dropFirst().split(maxSplits: 1) { $0.isWhitespace }
      let argument = words.dropFirst().first.map(Self.trimmed)
      obey(words.first.map(String.init) ?? "", argument: argument)
    } else {
      perform(.runLine(entry))
    }
  }

  private func step() {
    guard case .stepping = mode else { return }
    if driver.session.nextCell == nil { isOver = true } else { perform(.run(.next)) }
  }

  /// Performs an operation, or says why it makes no sense.
  func perform(_ operation: Session<CellState>.Operation) {
    do {
      if let ending = try driver.perform(operation) { note(ending) }
    } catch {
      refuse("\(error)")
    }
  }

  /// Says why something was not done.
  func refuse(_ text: String) {
    note(.failed)
    say(text)
  }

  /// Says something about the session.
  func say(_ text: String) {
    presenter.present(.note(text))
  }

  /// Ends the interaction after this entry.
  func leave() {
    isOver = true
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

// MARK: - Commands

extension Interaction {
  /// The commands that make sense here.
  var commands: [PromptCommand] {
    PromptCommand.all.filter { mode != .prompt || !$0.isAboutNotebook }
  }

  /// The notebook's path, where there is one.
  var notebookPath: String? {
    if case .stepping(let path) = mode { path } else { nil }
  }

  private func obey(_ name: String, argument: String?) {
    let exact = commands.first { $0.name == name }
    let beginning = commands.filter { $0.name.hasPrefix(name) }
    guard let command = exact ?? (beginning.count == 1 ? beginning.first : nil) else {
      let suggestion =
        nearest(to: name, among: commands.map(\.name))
        .map { "did you mean ':\($0)'?" } ?? "':help' lists them"
      refuse("unknown command ':\(name)'; \(suggestion)")
      return
    }
    command.action(self, argument)
  }
}
