internal import Notebook

extension PromptCommand {
  /// What goes through the notebook.
  static let moving = [
    PromptCommand(
      "next", or: ["n"], help: "run the next cell, as return does", isAboutNotebook: true
    ) {
      interaction, _ in
      interaction.perform(.run(.next))
    },
    PromptCommand(
      "run", or: ["r"], "[CELL… | all | stale]",
      help: "run what is left, up to a cell, all anew or what is stale",
      isAboutNotebook: true, completion: .cell(or: ["all", "stale"])
    ) { $0.run($1) },
    PromptCommand(
      "skip", help: "go on without running the next cell", isAboutNotebook: true
    ) { interaction, _ in
      interaction.perform(.skip)
    },
    PromptCommand(
      "back", or: ["b"], "[CELL]", help: "return to the state before the last cell, or before one",
      isAboutNotebook: true, completion: .cell()
    ) { interaction, cell in
      guard let cell else {
        interaction.perform(.go(to: interaction.driver.session.position - 1))
        return
      }
      interaction.withCell(cell) { interaction.perform(.go(to: $0)) }
    },
    PromptCommand(
      "goto", "CELL", help: "make a cell the next one; those before it must have run",
      isAboutNotebook: true, completion: .cell(or: ["end"])
    ) { interaction, cell in
      if cell == "end" {
        interaction.perform(.go(to: interaction.driver.session.cells.count))
      } else if let cell {
        interaction.withCell(cell) { interaction.perform(.go(to: $0)) }
      }
    },
    PromptCommand(
      "resume", help: "go on after the cells that the last session ran", isAboutNotebook: true
    ) { interaction, _ in
      interaction.resume()
    },
    PromptCommand(
      "list", or: ["cells", "l"], help: "the cells, what became of them and how long they took",
      isAboutNotebook: true
    ) { interaction, _ in
      interaction.showCells()
    },
    PromptCommand(
      "show", or: ["s"], "[CELL]", help: "a cell and what it showed", isAboutNotebook: true,
      completion: .cell()
    ) { $0.showCell($1) },
    PromptCommand(
      "edit", or: ["e"], "[CELL]", help: "change a cell, or the last entry, in $EDITOR",
      completion: .cell()
    ) { $0.edit($1) },
    PromptCommand(
      "reload", help: "read the file again after a change", isAboutNotebook: true
    ) { interaction, _ in
      interaction.reload()
    },
    PromptCommand(
      "set", "NAME=VALUE", help: "give a parameter, 'data' or 'seed' another value",
      isAboutNotebook: true, completion: .parameter
    ) { $0.set($1) },
  ]
}

extension Interaction {
  /// Finds a cell by name or number.
  func withCell(_ word: String, _ action: (Int) -> Void) {
    do {
      action(try driver.session.index(ofCell: word))
    } catch {
      refuse("\(error)")
    }
  }

  /// Runs what a list of cells says.
  fileprivate func run(_ list: String?) {
    switch list {
    case nil:
      guard driver.session.nextCell != nil else {
        return say("every cell has run; ':run all' runs them anew")
      }
      perform(.run(.all))
    case "all": perform(.run(.anew))
    case "stale":
      guard let last = driver.session.cells.lastIndex(where: \.isStale) else {
        return say("no cell is stale")
      }
      perform(.run(.through(last)))
    case let list?:
      var indices: [Int] = []
      for word in list.split(whereSeparator: { $0 == " " || $0 == "," }) {
        var index: Int?
        withCell(String(word)) { index = $0 }
        guard let index else { return }
        indices.append(index)
      }
      // A cell always starts from what the cells before it left, so that order is the file's.
      for index in indices.sorted() {
        guard perform(.run(.through(index))) == .finished else { return }
      }
    }
  }

  /// Looks whether the file was changed by an editor.
  ///
  /// - Returns: whether it was.
  @discardableResult
  func noticeChanges() -> Bool {
    guard let notebook, notebook.hasChanged() else { return false }
    take(what: "the file has changed") { try notebook.read() }
    return true
  }

  fileprivate func reload() {
    guard let notebook else { return }
    take(what: "the file was read again") { try notebook.read() }
  }

  fileprivate func set(_ text: String?) {
    guard let notebook, let text else { return }
    guard let override = ParameterOverride(parsing: text) else {
      return refuse("'\(text)' is not of the form NAME=VALUE")
    }
    take(what: "'\(override.name)' is \(override.value) now") {
      try notebook.read(setting: override)
    }
  }

  /// Takes another text of the notebook, and says what that makes stale.
  func take(what: String, _ read: () throws -> NotebookDocument) {
    do {
      let document = try read()
      let hadRun = driver.session.position
      perform(.replaceDocument(document))
      let stale = zip(driver.session.document.cells, driver.session.cells)
        .filter { $0.1.isStale }.map(\.0.name)
      let values = driver.session.staleValueCount
      let position = driver.session.position
      let next =
        position < hadRun ? ", and '\(driver.session.nextCell?.name ?? "the end")' is next" : ""
      say(
        stale.isEmpty
          ? what
          : "\(what): \(Self.listed(stale, values)) \(stale.count + values == 1 ? "is" : "are") stale\(next)"
      )
    } catch {
      refuse("\(error)")
    }
  }

  private static func listed(_ names: [String], _ values: Int) -> String {
    let shown = quoted(names.prefix(6))
    let cells = names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
    guard values > 0 else { return cells }
    return cells + " and \(values == 1 ? "a value" : "\(values) values") in the text"
  }
}
