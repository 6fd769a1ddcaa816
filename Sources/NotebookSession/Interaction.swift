internal import CellLanguage
internal import Notebook
internal import Text

/// A person at a prompt, with a notebook to step through or with none.
///
/// With a notebook, each cell is shown after its prose; an empty line runs it. Whatever else is
/// typed runs at once on the same state, and lines that begin with `:` are commands.
public final class Interaction {
  let driver: SessionDriver
  let presenter: any SessionPresenter
  let input: any InputReader
  let settings: Settings
  private let mode: Mode
  /// What was typed and run, in order.
  var log = EntryLog()
  var isOver = false
  /// How the worst of what was asked for ended.
  var ending = RunEnding.finished
  /// Why what was brought was not done; nil where entries are not brought, or it was.
  var refusal: String?
  /// Whether entries are brought by ``enter(_:)``.
  var isBrought = false

  /// What the person is doing.
  public enum Mode {
    /// Stepping through a notebook.
    case stepping(NotebookOnDisk)
    /// Using the prompt alone.
    case prompt

    /// Whether there is a notebook to step through.
    public var isStepping: Bool { if case .stepping = self { true } else { false } }
  }

  /// What an interaction is told about the program that it is part of.
  public struct Settings {
    /// Types of values that take long to make: whoever leaves one at the prompt is asked back.
    public var preciousTypes: Set<String>
    /// The pictures that were drawn in this session, each with its file.
    public var pictures: () -> [String]
    /// Whether the process was asked to end.
    public var asksForEnd: () -> Bool
    /// What texts a parameter of this name takes, where those are few.
    public var argumentWords: [String: [String]]
    /// What prompt and prose are coloured with, where they are.
    public var isColored: Bool
    /// Settings; by default those of a program without pictures that writes to a file.
    public init(
      preciousTypes: Set<String> = [], pictures: @escaping () -> [String] = { [] },
      asksForEnd: @escaping () -> Bool = { false }, argumentWords: [String: [String]] = [:],
      isColored: Bool = false
    ) {
      self.preciousTypes = preciousTypes
      self.pictures = pictures
      self.asksForEnd = asksForEnd
      self.argumentWords = argumentWords
      self.isColored = isColored
    }
  }

  /// An interaction on a driver's session.
  public init(
    _ mode: Mode, driver: SessionDriver, input: any InputReader, presenter: any SessionPresenter,
    settings: Settings = Settings()
  ) {
    self.mode = mode
    self.driver = driver
    self.input = input
    self.presenter = presenter
    self.settings = settings
  }

  /// Goes on until the person leaves, or the input ends.
  ///
  /// - Returns: how it went: `failed` where anything failed, and `interrupted` where nobody was there to
  ///   go on after that.
  @discardableResult
  public func run() -> RunEnding {
    offerToResume()
    while !isOver, !settings.asksForEnd() {
      noticeChanges()
      reveal()
      // Values of the prose may have failed.
      if isOver { break }
      presenter.present(.awaitingInput)
      driver.forgetInterrupt()
      switch input.readInput(prompt: prompt) {
      case .text(let text):
        let hasChanged = noticeChanges()
        // What return was to run may be another cell now.
        if !(hasChanged && text.allSatisfy(\.isWhitespace)) { take(text) }
      case .interrupted: note(.interrupted)
      case .endOfInput: leave()
      case .terminated: isOver = true
      }
    }
    return ending
  }

  /// Says that an earlier session has run cells that need not run again.
  private func offerToResume() {
    guard notebook != nil, input.isInteractive else { return }
    let (count, duration) = driver.restorable
    guard count > 0 else { return }
    let time = elapsedTime(duration).map { ", which took \($0)" } ?? ""
    say(
      count == 1
        ? "the first cell ran before as it is now\(time); ':resume' goes on after it"
        : "the first \(count) cells ran before as they are now\(time); ':resume' goes on after them"
    )
  }

  /// Goes on where an earlier session was.
  func resume() {
    do {
      let count = try driver.restore()
      guard count > 0 else { return refuse("there is nothing kept to go on from") }
      say(
        count == 1
          ? "1 cell is as the last session left it"
          : "\(count) cells are as the last session left them")
    } catch {
      refuse("\(error)")
    }
  }

  /// Takes how something ended.
  private func note(_ newEnding: RunEnding) {
    switch newEnding {
    case .finished: break
    case .failed:
      ending = .failed
      // What follows was written for what did not come about.
      if !input.isInteractive { isOver = true }
    case .interrupted where input.isInteractive: break
    case .interrupted:
      ending = .interrupted
      isOver = true
    }
  }

  /// Ends the interaction after this entry, where nothing is lost by that or the person wants it.
  func leave() {
    let lost = preciousScratch
    if !lost.isEmpty, input.isInteractive {
      let verb = lost.count == 1 ? "is" : "are"
      guard input.confirm("\(Self.quoted(lost)) \(verb) kept nowhere. Leave all the same?") else {
        return
      }
    }
    isOver = true
  }
}

// MARK: - One entry

extension Interaction {
  /// What stands before the entry: where in the notebook the person is.
  private var prompt: String {
    guard notebook != nil else { return "> " }
    let count = driver.session.cells.count
    guard let cell = driver.session.nextCell else { return "[end] > " }
    let name = cell.options.id.map { " \($0)" } ?? ""
    return "[\(cell.number)/\(count)\(name)] ⏎ > "
  }

  private func reveal() {
    if notebook != nil { perform(.reveal) }
  }

  /// Does what an entry asks for.
  func take(_ entry: String) {
    let text = entry.drop { $0.isWhitespace }
    if text.isEmpty {
      step()
    } else if text.hasPrefix(":") {
      let words = text.dropFirst().split(maxSplits: 1) { $0.isWhitespace }
      let argument = words.dropFirst().first.map(Self.trimmed)
      obey(words.first.map(String.init) ?? "", argument: argument)
    } else if let command = PromptCommand.meant(by: Self.trimmed(text), isName: isName) {
      obey(command.name, argument: command.argument)
    } else {
      runEntry(entry)
    }
  }

  private func step() {
    guard notebook != nil else { return }
    guard driver.session.nextCell == nil else {
      perform(.run(.next))
      return
    }
    say("this is the end; ':back' goes back, ':quit' leaves")
  }

  /// Whether a word is a name that can be used.
  private func isName(_ word: String) -> Bool {
    driver.runner.names(in: driver.session.current).contains { $0.name == word }
  }

  /// Performs an operation, or says why it makes no sense.
  ///
  /// - Returns: how the run ended that it asked for, if it asked for one.
  @discardableResult
  func perform(_ operation: Session<CellState>.Operation) -> RunEnding? {
    let scratch = scratchNames
    do {
      let ending = try driver.perform(operation)
      if let ending { note(ending) }
      tell(ofLost: scratch)
      return ending
    } catch {
      refuse("\(error)")
      return nil
    }
  }

  /// Says why something was not done.
  func refuse(_ text: String) {
    note(.failed)
    if isBrought { refusal = refusal ?? text } else { say(text) }
  }

  /// Says something about the session.
  func say(_ text: String) {
    presenter.present(.note(text))
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
    PromptCommand.all.filter { notebook != nil || !$0.isAboutNotebook }
  }

  /// The notebook, where there is one.
  var notebook: NotebookOnDisk? {
    if case .stepping(let notebook) = mode { notebook } else { nil }
  }

  private func obey(_ name: String, argument: String?) {
    let known = commands.filter { $0.names.contains(name) }
    let beginning = commands.filter { $0.name.hasPrefix(name) }
    guard let command = known.first ?? (beginning.count == 1 ? beginning.first : nil) else {
      if let other = PromptCommand.all.first(where: { $0.names.contains(name) }) {
        return refuse(
          "':\(other.name)' is for notebooks; 'mamlnb step FILE' goes through one cell by cell")
      }
      let names = beginning.map { ":\($0.name)" }.joined(separator: ", ")
      let suggestion =
        beginning.count > 1 && !name.isEmpty
        ? "it may be \(names)"
        : nearest(to: name, among: commands.map(\.name))
          .map { "did you mean ':\($0)'?" } ?? "':help' lists them"
      return refuse("unknown command ':\(name)'; \(suggestion)")
    }
    if argument == nil, command.needsArgument {
      return refuse(
        "':\(command.name)' needs something after it: ':\(command.name) \(command.argument)'")
    }
    if let argument, command.argument.isEmpty {
      return refuse("':\(command.name)' takes nothing more, got '\(argument)'")
    }
    command.action(self, argument)
  }
}
