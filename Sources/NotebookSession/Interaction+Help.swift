internal import Allowances
internal import CellLanguage
internal import Notebook
internal import Text

extension Interaction {
  /// Shows a text on lines of its own, page by page where it is longer than the window.
  func show(_ text: String) {
    // What a page shows has come past no presenter.
    let text = TerminalSafety.filtered(text)
    if !input.page(text) { presenter.present(.text(text + "\n")) }
  }

  /// Rows of texts in columns, as lines.
  func table(_ rows: [[String]]) -> String {
    TextTable(rows).lines(width: presenter.width)
      .map { $0.rendered(isColored: settings.isColored).trimmed }.joined(separator: "\n")
  }

  /// Markdown as text for where it is shown.
  func rendered(_ markdown: String) -> String {
    Prose(markdown).rendered(
      width: presenter.width, isColored: settings.isColored, styles: swiftColors)
  }

  /// A heading as text for where it is shown.
  func heading(_ text: String) -> String {
    settings.isColored ? TextStyle.bold.applied(to: text) : text
  }

  func showHelp(_ word: String?) {
    guard let word else { return show(overview) }
    let topics = driver.runner.topics(in: driver.session.current)
    if let topic = topics.first(where: { $0.topic.lowercased() == word.lowercased() }) {
      return show(heading(topic.topic) + "\n" + summaries(topic.names))
    }
    if let command = commands.first(where: {
      $0.names.contains(word.hasPrefix(":") ? String(word.dropFirst()) : word)
    }),
      word.hasPrefix(":") || driver.runner.help(for: word, in: driver.session.current).isEmpty
    {
      return show("\(heading(command.head))\n\(wrapped(command.help, width: presenter.width))")
    }
    showDocumentation(of: word)
  }

  /// What the prompt can do.
  private var overview: String {
    let stepping = """
      Return runs the cell that is shown. Anything else that is typed is run at once on the same \
      state, and is forgotten when the next cell runs: a cell always starts from what the cells \
      before it left.
      """
    let prompt = """
      Type Swift, and it is run at once: 'let x = [1, 2, 3]', then 'plot(x)'. The value of an \
      expression is shown; '_' is the last one. Tab completes. Control-C stops what runs, \
      and what its statement changed is undone.
      """
    let width = presenter.width
    let rows = commands.map { ["  " + $0.head, $0.help] }
    let topics = driver.runner.topics(in: driver.session.current)
    let column = (topics.map(\.topic.count).max() ?? 0) + 4
    let lines = topics.map { topic in
      let names = topic.names.map(\.name).joined(separator: ", ")
      return padded("  " + topic.topic, to: column) + cut(names, to: max(10, width - column))
    }
    return [
      wrapped(notebook == nil ? prompt : stepping, width: width), "",
      heading("Commands") + " (a beginning is enough)", table(rows), "",
      heading("Functions and types") + " (':help TOPIC' lists one, 'NAME?' explains one)",
      lines.joined(separator: "\n"),
    ].joined(separator: "\n")
  }

  private func summaries(_ names: [NameSummary]) -> String {
    table(names.map { ["  " + $0.name, $0.summary] })
  }

  func showDocumentation(of name: String) {
    if name.hasPrefix(":") { return showHelp(name) }
    let found = driver.runner.help(for: name, in: driver.session.current)
    guard !found.isEmpty else {
      let near = driver.runner.suggestion(for: name, in: driver.session.current)
      let suggestion = near.map(suggestion(of:)) ?? "; ':find WORD' searches"
      return refuse("nothing is known about '\(name)'\(suggestion)")
    }
    let parts = found.map { summary in
      summary.documentation.isEmpty
        ? heading(wrapped(summary.declaration, width: presenter.width, indent: "  "))
        : heading(wrapped(summary.declaration, width: presenter.width, indent: "  ")) + "\n"
          + rendered(summary.documentation)
    }
    show(parts.joined(separator: "\n\n"))
  }

  func find(_ words: String?) {
    guard let words else { return }
    let found = driver.runner.find(words, in: driver.session.current)
    guard !found.isEmpty else {
      return refuse("nothing is about '\(words)'; ':help' lists the topics")
    }
    show(summaries(Array(found.prefix(40))))
  }

  func showVariables() {
    let state = driver.session.current
    let rows = driver.runner.variables(in: state).map { variable in
      [
        "\(variable.isConstant ? "let" : "var") \(variable.name)", variable.type,
        variable.summary, variable.byteCount.map { $0 < 10_000 ? "" : byteCount($0) } ?? "",
      ]
    }
    let others = driver.runner.names(in: state)
      .filter { [.function, .type].contains($0.kind) }.map { [$0.declaration] }
    guard !rows.isEmpty || !others.isEmpty else { return say("nothing has been defined") }
    show([table(rows), table(others)].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  func showType(of expression: String?) {
    guard let expression else { return }
    do {
      show(try driver.runner.type(of: expression, from: driver.session.current))
    } catch {
      presenter.present(.failure(.cell(error)))
    }
  }

  func time(_ expression: String?) {
    guard let expression else { return }
    let processor = processorTime()
    let (duration, bytes) = MemoryUse.peak { runEntry(expression) }
    guard log.entries.last?.hasWorked == true else { return }
    let memory = bytes >> 20 > 0 ? "; \(bytes >> 20) MB of memory" : ""
    say(
      "\(durationText(duration)), of the processor "
        + durationText(processorTime() - processor) + memory)
  }
}

extension String {
  /// The text without the blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
