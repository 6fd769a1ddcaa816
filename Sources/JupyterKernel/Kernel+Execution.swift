internal import CellLanguage
internal import NotebookSession
internal import Text

// MARK: - Running cells

extension Kernel {
  func execute(_ request: Request, _ interaction: Interaction, _ driver: SessionDriver) {
    let started = timestamp()
    let asked = ExecuteRequest(request.content)
    // One that came while nothing ran is of no cell.
    interrupt.lower()
    let isEmpty = asked.code.allSatisfy(\.isWhitespace)
    if asked.isStored, !isEmpty { count += 1 }
    if !asked.isSilent { announce(asked.code, for: request) }
    shown.begin(request.header, count: count, isSilent: asked.isSilent)
    person.begin(asked.allowsInput ? request : nil)
    entries.ask = asked.allowsInput ? { [person] in person.ask($0) } : nil
    entries.name = "In[\(count)]"

    let refusal = run(asked.code, interaction)
    var expressions: [JSONValue.Member] = []
    let (failure, result) = ended(refusal)
    if failure == nil {
      expressions = asked.expressions.map { name, expression in
        .init(key: name, value: value(of: expression, driver))
      }
    }
    _ = shown.end()
    person.begin(nil)
    if asked.isStored, !isEmpty {
      history.add(.init(count: count, code: asked.code, result: result))
    }
    if let failure {
      if !asked.isSilent { output.publish("error", failure.content, for: request.header) }
      // Whoever asks after the answer has seen it, and means to go on.
      if asked.stopsOnError, !asked.isSilent { abortWhatHasCome() }
    }
    answer(request, failure.map { .failed($0) } ?? .ok(expressions: expressions), started)
  }

  /// Answers a request that is not to run.
  func abort(_ request: Request) { answer(request, .aborted, timestamp()) }

  private func answer(_ request: Request, _ outcome: ExecuteReply.Outcome, _ started: String) {
    let reply = ExecuteReply(outcome: outcome, count: count, started: started)
    channel.answer(request, reply.content, metadata: reply.metadata)
  }

  private func announce(_ code: String, for request: Request) {
    let content = JSONValue.object(["code": .string(code), "execution_count": .integer(count)])
    output.publish("execute_input", content, for: request.header)
  }

  /// Runs a cell part by part, until one fails.
  ///
  /// - Returns: why a command was not obeyed.
  private func run(_ code: String, _ interaction: Interaction) -> String? {
    let options = OptionsOfRequest(of: code)
    if let problem = options.problem { return problem }
    guard !options.isSkipped else { return nil }
    for part in CellParts(of: code).parts {
      entries.lineOffset = part.firstLine
      let entry = interaction.enter(part.text)
      if entry.ending != .finished { return entry.refusal }
    }
    return nil
  }

  /// How the cell ended: why it failed, and the plain text of its value.
  private func ended(_ refusal: String?) -> (FailureContent?, String?) {
    let outcome = shown.end()
    return (
      outcome.failure.map { FailureContent($0) } ?? refusal.map { FailureContent(refusal: $0) },
      outcome.result
    )
  }
}

// MARK: - Expressions beside a cell

extension Kernel {
  /// The value of an expression, or why it has none; what it changes is forgotten.
  private func value(of expression: String, _ driver: SessionDriver) -> JSONValue {
    let result = driver.runner.run(
      expression, named: "expression", from: driver.session.current, console: Prints(shown),
      interrupt: interrupt)
    switch result.outcome {
    case .failed(let failure): return FailureContent(.cell(failure)).reply
    case .finished(nil): return DisplayContent(text: "").expressionValue
    case .finished(let value?):
      do {
        return DisplayContent(try value.displayBundle(width: shown.width)).expressionValue
      } catch {
        return FailureContent(.cannotDisplay("\(error)")).reply
      }
    }
  }
}

/// Shows of an expression what it prints.
private final class Prints: Console {
  private let presenter: KernelPresenter

  init(_ presenter: KernelPresenter) { self.presenter = presenter }

  func emit(_ event: OutputEvent) {
    if case .text(let text) = event { presenter.present(.text(text)) }
  }
}
