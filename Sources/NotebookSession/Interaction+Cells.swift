internal import Notebook
internal import Text

// MARK: - Looking at cells, and changing them

extension Interaction {
  func showCells() {
    let session = driver.session
    let rows = zip(session.document.cells, session.cells).enumerated().map { index, cell in
      [
        index == session.position ? "→" : " ", "\(cell.0.number)", cell.0.name,
        session.life(ofCell: index).rawValue,
        cell.1.duration.map { $0 < .milliseconds(1) ? "" : durationText($0) } ?? "",
      ]
    }
    guard !rows.isEmpty else { return say("the notebook has no cells") }
    show(table(rows))
  }

  func showCell(_ word: String?) {
    guard let word else {
      guard let cell = driver.session.nextCell else {
        return say("every cell has run; ':show CELL' shows one")
      }
      return presenter.present(.source(cell))
    }
    withCell(word) { index in
      presenter.present(.source(driver.session.document.cells[index]))
      let status = driver.session.cells[index]
      for output in status.record?.outputs ?? [] { show(output) }
      if status.isStale { say("this is stale: the cell or one before it has changed since") }
    }
  }

  private func show(_ output: Output) {
    switch output {
    case .stream(_, let text): presenter.present(.text(text))
    case .displayData(let media), .executeResult(let media):
      guard let text = media.plainText else { return }
      presenter.present(.text(text + "\n"))
    case .error(let failure):
      presenter.present(.text(failure.traceback.joined(separator: "\n") + "\n"))
    }
  }

  /// Lets the person change a cell, or the last entry, in an editor.
  func edit(_ word: String?) {
    guard input.isInteractive else { return refuse("':edit' needs a terminal") }
    if let notebook, let word = word ?? driver.session.nextCell?.name {
      return withCell(word) { edit(cell: $0, of: notebook) }
    }
    var entry = log.entries.last
    if let word {
      guard let number = Int(word), log.entries.indices.contains(number - 1) else {
        return refuse("no entry is numbered '\(word)'; ':history' lists them")
      }
      entry = log.entries[number - 1]
    }
    do {
      let before = entry?.text ?? ""
      let text = String(
        try ExternalEditor().edited(before).reversed().drop { $0.isNewline }.reversed())
      guard !text.allSatisfy(\.isWhitespace), text != before else {
        return say("nothing was changed")
      }
      presenter.present(.text(text + "\n"))
      runEntry(text)
    } catch {
      refuse("\(error)")
    }
  }

  private func edit(cell index: Int, of notebook: NotebookOnDisk) {
    do {
      // Without what is set for the session, which is no part of the file.
      let document = try NotebookFile.read(notebook.path)
      guard let contents = document.contents(ofCell: index + 1) else {
        return refuse("the file has no cell \(index + 1) any more")
      }
      let edited = try ExternalEditor().edited(contents)
      guard edited != contents else { return say("nothing was changed") }
      // Another editor may have changed the file meanwhile.
      let now = try NotebookFile.read(notebook.path)
      guard now.contents(ofCell: index + 1) == contents else {
        let path = try ExternalEditor.keep(edited)
        return refuse(
          "'\(notebook.path)' was changed meanwhile, and this cell in it, so it is left as it is; "
            + "what you wrote is in '\(path)'")
      }
      let text = now.text(replacingContentsOfCell: index + 1, by: edited)
      let problems = NotebookDocument(parsing: text).problems
      guard problems.isEmpty else {
        return refuse(
          "the notebook would break, so the file is left as it was: "
            + problems.map { "line \($0.line): \($0)" }.joined(separator: "; "))
      }
      try notebook.write(text)
      take(what: "'\(notebook.path)' is saved") { try notebook.read() }
    } catch {
      refuse("\(error)")
    }
  }
}
