internal import CellLanguage
internal import Notebook
internal import Text

extension Interaction {
  /// Shows a text on lines of its own, page by page where it is longer than the window.
  func show(_ text: String) {
    if !input.page(text) { presenter.present(.text(text + "\n")) }
  }

  /// Markdown as text for where it is shown.
  func rendered(_ markdown: String) -> String {
    Prose(markdown).rendered(width: settings.width(), isColored: settings.isColored)
  }

  /// A heading as text for where it is shown.
  func heading(_ text: String) -> String {
    settings.isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  func showHelp(_ word: String?) {
    guard let word else { return show(overview) }
    let topics = driver.runner.topics(in: driver.session.current)
    if let topic = topics.first(where: { $0.name.lowercased() == word.lowercased() }) {
      return show(heading(topic.name) + "\n" + summaries(topic.names))
    }
    if let command = commands.first(where: {
      $0.names.contains(word.hasPrefix(":") ? String(word.dropFirst()) : word)
    }),
      word.hasPrefix(":") || driver.runner.help(for: word, in: driver.session.current).isEmpty
    {
      return show("\(heading(command.head))\n\(wrapped(command.help, width: settings.width()))")
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
      expression is shown; '_' is the last one. Tab completes. Control-C stops what runs and keeps \
      the state.
      """
    let width = settings.width()
    let rows = commands.map { ["  " + $0.head, $0.help] }
    let topics = driver.runner.topics(in: driver.session.current)
      .map {
        [
          "  " + $0.name,
          $0.names.prefix(8).map(\.name).joined(separator: ", ") + ($0.names.count > 8 ? ", …" : "")
          ,
        ]
      }
    return [
      wrapped(notebook == nil ? prompt : stepping, width: width), "",
      heading("Commands") + " (a beginning is enough)", table(rows), "",
      heading("Functions and types") + " (':help TOPIC' lists one, 'NAME?' explains one)",
      table(topics),
    ].joined(separator: "\n")
  }

  private func summaries(_ names: [NameSummary]) -> String {
    table(names.map { ["  " + $0.name, $0.firstSentence] })
  }

  func showDocumentation(of name: String) {
    let found = driver.runner.help(for: name, in: driver.session.current)
    guard !found.isEmpty else {
      let names = driver.runner.names(in: driver.session.current).map(\.name)
      let suggestion =
        nearest(to: name, among: names).map(suggestion(of:)) ?? "; ':find WORD' searches"
      return refuse("nothing is known about '\(name)'\(suggestion)")
    }
    let parts = found.map { summary in
      summary.documentation.isEmpty
        ? heading(summary.declaration)
        : heading(summary.declaration) + "\n" + rendered(summary.documentation)
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
    let variables = driver.runner.variables(in: driver.session.current)
    let functions = driver.runner.names(in: driver.session.current)
      .filter {
        driver.runner.names(declaredIn: driver.session.current).contains($0.name)
          && [.function, .type].contains($0.kind)
      }
    guard !variables.isEmpty || !functions.isEmpty else { return say("nothing has been defined") }
    let rows = variables.map { variable in
      [
        variable.name, variable.isConstant ? "let" : "var", variable.type, variable.summary ?? "",
        variable.byteCount.map(byteCount) ?? "",
      ]
    }
    let lines = functions.map(\.declaration)
    show(([table(rows)] + lines).filter { !$0.isEmpty }.joined(separator: "\n"))
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
    let duration = runEntry(expression)
    say("\(durationText(duration)), of the processor \(durationText(processorTime() - processor))")
  }
}

extension NameSummary {
  /// What it does, in the first sentence of what is written about it.
  fileprivate var firstSentence: String {
    guard let paragraph = documentation.split(separator: "\n\n").first else { return declaration }
    let line = String(paragraph).replacing("\n", with: " ")
    guard let end = line.firstRange(of: ". ") else { return line }
    return String(line[..<end.lowerBound]) + "."
  }
}
