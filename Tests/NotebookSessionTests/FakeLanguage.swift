import Notebook
import NotebookSession

/// A session whose cells are words, and running one adds it to the snapshot.
///
/// The word `fail` fails after that, and `stop` is interrupted.
struct FakeLanguage {
  var session: Session<[String]>
  /// What was shown and run, in order.
  var log: [String] = []

  /// A session of cells with these sources, with prose before each and at the end.
  init(_ cells: String...) {
    session = Session(document: Self.document(cells), initial: [])
  }

  static func document(_ cells: [String]) -> NotebookDocument {
    let blocks = cells.enumerated().map { "before \($0 + 1)\n\n```swift\n\($1)\n```\n\n" }
    return NotebookDocument(parsing: blocks.joined() + "the end\n")
  }

  /// Applies an operation and all that comes of it.
  @discardableResult
  mutating func perform(_ operation: Session<[String]>.Operation) throws -> RunEnding? {
    var ending: RunEnding?
    var effects = try session.apply(operation)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .present(let event): log.append(Self.line(for: event))
      case .saveOutputs(_): log.append("save")
      case .saveValues(let count): log.append("save values after \(count)")
      case .compute(let computation):
        let values = compute(computation)
        effects = try session.apply(.finishProse(values))[...] + effects
      case .stop(let how): ending = how
      case .evaluate(let evaluation):
        let result = evaluate(evaluation)
        effects = try session.apply(.finish(result))[...] + effects
      }
    }
    return ending
  }

  /// The log since the last time.
  mutating func takeLog() -> [String] {
    defer { log = [] }
    return log
  }

  /// Each expression is the snapshot's words with it; the words `fail` and `stop` do that.
  private func compute(
    _ computation: Session<[String]>.ProseComputation
  ) -> Session<[String]>.ProseValues {
    var values = Session<[String]>.ProseValues(values: [:])
    for expression in computation.prose.expressions.map(\.text) {
      switch expression {
      case "fail": values.failures.append(.cannotDisplay(expression))
      case "stop": values.failures.append(.interrupted)
      default:
        values.values[expression] = (computation.snapshot + [expression]).joined(separator: "-")
      }
    }
    return values
  }

  private mutating func evaluate(
    _ evaluation: Session<[String]>.Evaluation
  ) -> Session<[String]>.Ending {
    let word =
      switch evaluation.subject {
      case .cell(let cell): cell.source.split(separator: "\n").last.map(String.init) ?? ""
      case .line(let text): text
      }
    log.append("run \(word) after \(evaluation.snapshot.joined(separator: " "))")
    let outcome: Session<[String]>.Outcome =
      switch word {
      case "fail": .failed
      case "stop": .interrupted
      default: .finished
      }
    return .init(
      snapshot: evaluation.snapshot + [word], outputs: [.stream(.stdout, text: word)],
      outcome: outcome)
  }

  private static func line(for event: SessionEvent) -> String {
    switch event {
    case .prose(let text): text.split(separator: "\n").joined()
    case .source(let cell): "show \(cell.name)"
    case .took(let cell, _): "took \(cell ?? "")"
    case .skipped(let cell): "skip \(cell.name)"
    case .failure(let failure): "\(failure)"
    case .text(let text), .note(let text): text
    case .display, .progress, .awaitingInput: "?"
    }
  }
}
