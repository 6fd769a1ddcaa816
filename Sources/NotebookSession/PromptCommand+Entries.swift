internal import Notebook

extension PromptCommand {
  /// What is about what was typed.
  static let entries = [
    PromptCommand("history", help: "what was typed in this session") { interaction, _ in
      interaction.showHistory()
    },
    PromptCommand(
      "save", "FILE", help: "write the entries that worked as a notebook", completion: .file
    ) { $0.save($1) },
    PromptCommand("reset", help: "forget what entries have defined") { interaction, _ in
      interaction.reset()
    },
    PromptCommand("quit", or: ["exit", "q"], help: "leave (also control-D)") { interaction, _ in
      interaction.leave()
    },
  ]
}

extension Interaction {
  fileprivate func showHistory() {
    guard !log.entries.isEmpty else { return say("nothing was typed yet") }
    let width = "\(log.entries.count)".count
    let lines = log.entries.enumerated().map { index, entry in
      let number = "\(index + 1)"
      let blanks = String(repeating: " ", count: width - number.count)
      let text = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + String(repeating: " ", count: width + 4))
      return "\(blanks)\(number) \(entry.hasWorked ? " " : "✗") \(text)"
    }
    show(lines.joined(separator: "\n"))
  }

  fileprivate func reset() {
    let lost = preciousScratch
    if !lost.isEmpty, input.isInteractive {
      guard input.confirm("\(Self.quoted(lost)) would be lost. Forget all the same?") else {
        return
      }
    }
    if notebook == nil { log = EntryLog() }
    do {
      try driver.perform(.forgetLines)
    } catch {
      return refuse("\(error)")
    }
    say(notebook == nil ? "nothing is defined" : "only what the cells left is defined")
  }

  /// Writes a notebook of the cells that have run and of the entries that worked, where they were typed.
  fileprivate func save(_ path: String?) {
    guard var path else { return }
    if !NotebookFile.hasNotebookName(path) { path += ".mamlnb" }
    let saved = EntryNotebook(driver.session, log.entries.filter(\.hasWorked), driver.runner)
    guard saved.cellCount > 0 else { return refuse("nothing has worked yet that could be saved") }
    guard !NotebookFile.exists(path) || input.confirm("'\(path)' is there already. Replace it?")
    else { return }
    do {
      try NotebookFile.write(saved.text, to: path)
    } catch {
      return refuse("\(error)")
    }
    let cells = saved.cellCount == 1 ? "1 cell" : "\(saved.cellCount) cells"
    say("\(cells) in '\(path)'; 'mamlnb step \(path)' steps through it")
    for entry in saved.leftOut {
      say(
        "left out, since it does not stand on its own: \(entry.split(separator: "\n").first ?? "")")
    }
  }
}
