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
    if notebook == nil { log = EntryLog() }
    do {
      try driver.perform(.forgetLines)
    } catch {
      return refuse("\(error)")
    }
    say(notebook == nil ? "nothing is defined" : "only what the cells left is defined")
  }

  /// Writes a notebook of the cells that have run and the entries that worked after them.
  fileprivate func save(_ path: String?) {
    guard var path else { return }
    if !path.hasSuffix(".mamlnb"), !path.hasSuffix(".mamlnb.md") { path += ".mamlnb" }
    let session = driver.session
    var text = notebook == nil ? "" : session.textOfCellsThatRan
    let entries = log.entries.filter { $0.hasWorked && $0.position == session.position }
    guard !entries.isEmpty || !text.isEmpty else {
      return refuse("nothing that was typed has worked yet, so there is nothing to save")
    }
    for entry in entries {
      if !text.isEmpty { text += text.hasSuffix("\n") ? "\n" : "\n\n" }
      text += NotebookDocument.cellText(of: entry.text)
    }
    guard !NotebookFile.exists(path) || input.confirm("'\(path)' is there already. Replace it?")
    else { return }
    do {
      try NotebookFile.write(text, to: path)
      say(
        "\(entries.count) \(entries.count == 1 ? "entry" : "entries") in '\(path)'; 'mamlnb step \(path)' steps through it"
      )
    } catch {
      refuse("\(error)")
    }
  }
}

extension Session {
  /// The text of the notebook up to the last cell that has run.
  fileprivate var textOfCellsThatRan: String {
    guard position > 0 else { return "" }
    let last = document.cells[position - 1].number
    var text = document.frontMatter.text
    for block in document.blocks {
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell):
        text += cell.text
        if cell.number == last { return text }
      }
    }
    return text
  }
}
