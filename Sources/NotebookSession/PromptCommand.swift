internal import CellLanguage
internal import Notebook
internal import Text

/// What a line that begins with `:` can ask for.
struct PromptCommand: Sendable {
  /// The word after the colon.
  let name: String
  /// What may follow it, as help shows it.
  let argument: String
  /// What it does, in a sentence.
  let help: String
  /// Whether it needs a notebook.
  let isAboutNotebook: Bool
  /// Does it.
  let action: @Sendable (Interaction, String?) -> Void

  private init(
    _ name: String, _ argument: String = "", help: String, isAboutNotebook: Bool = false,
    action: @escaping @Sendable (Interaction, String?) -> Void
  ) {
    self.name = name
    self.argument = argument
    self.help = help
    self.isAboutNotebook = isAboutNotebook
    self.action = action
  }

  /// Every command, in the order of the help.
  static let all = [
    PromptCommand("help", "[NAME]", help: "this list, or what is known about a name") {
      $1.map($0.showHelp) ?? $0.showCommands()
    },
    PromptCommand("vars", help: "what has been defined so far") { interaction, _ in
      interaction.showNames()
    },
    PromptCommand(
      "run", "[CELL]", help: "run the cells that are left, or up to one", isAboutNotebook: true
    ) {
      interaction, cell in
      guard let cell else { return interaction.perform(.run(.all)) }
      interaction.withCell(cell) { interaction.perform(.run(.through($0))) }
    },
    PromptCommand("skip", help: "go on without running the cell", isAboutNotebook: true) {
      interaction, _ in
      interaction.perform(.skip)
    },
    PromptCommand(
      "back", "[CELL]", help: "the state before the last cell, or before one",
      isAboutNotebook: true
    ) { interaction, cell in
      guard let cell else {
        return interaction.perform(.goBack(to: interaction.driver.session.position - 1))
      }
      interaction.withCell(cell) { interaction.perform(.goBack(to: $0)) }
    },
    PromptCommand("cells", help: "the cells, and which have run", isAboutNotebook: true) {
      interaction, _ in
      interaction.showCells()
    },
    PromptCommand("reload", help: "read the file again after a change", isAboutNotebook: true) {
      interaction, _ in
      interaction.reload()
    },
    PromptCommand("quit", help: "leave (also control-D)") { interaction, _ in
      interaction.leave()
    },
  ]
}

extension Interaction {
  fileprivate func showCommands() {
    let heads = commands.map { ":\($0.name) \($0.argument)" }
    let width = heads.map(\.count).max() ?? 0
    let list = zip(heads, commands).map { head, command in
      "  " + head + String(repeating: " ", count: width + 2 - head.count) + command.help
    }
    let stepping = """
      An empty line runs the cell that is shown. Anything else is run at once on
      the same state, and is forgotten when the next cell runs: a cell always
      starts from what the cells before it left.
      """
    let prompt = "Anything else is run at once. Control-C stops it and keeps the state."
    say(([notebookPath == nil ? prompt : stepping] + list).joined(separator: "\n"))
  }

  fileprivate func showHelp(for name: String) {
    let found = driver.runner.help(for: name, in: driver.session.current)
    guard !found.isEmpty else {
      let near = driver.runner.suggestion(for: name, in: driver.session.current)
      let suggestion = near.map(suggestion(of:)) ?? ""
      return say("nothing is known about '\(name)'\(suggestion)")
    }
    for summary in found {
      say(summary.declaration)
      if !summary.documentation.isEmpty { presenter.present(.prose(summary.documentation)) }
    }
  }

  fileprivate func showNames() {
    let own = driver.runner.names(in: driver.session.current)
    say(own.isEmpty ? "nothing has been defined" : own.map(\.declaration).joined(separator: "\n"))
  }

  fileprivate func showCells() {
    let session = driver.session
    let lines = zip(session.document.cells, session.cells).map { cell, status in
      let mark = cell.number - 1 == session.position ? "→" : " "
      let state = status.record.map { $0.outcome.rawValue } ?? "not run"
      return "\(mark) \(cell.number)  \(cell.name)  \(state)\(status.isStale ? ", stale" : "")"
    }
    say(lines.isEmpty ? "the notebook has no cells" : lines.joined(separator: "\n"))
  }

  /// Finds a cell by name or number.
  fileprivate func withCell(_ word: String, _ action: (Int) -> Void) {
    do {
      action(try driver.session.index(ofCell: word))
    } catch {
      refuse("\(error)")
    }
  }

  fileprivate func reload() {
    guard let path = notebookPath else { return }
    do {
      perform(.replaceDocument(try NotebookFile.read(path)))
    } catch {
      refuse("\(error)")
    }
  }
}
