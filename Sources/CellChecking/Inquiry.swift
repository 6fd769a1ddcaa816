package import CellSyntax

/// What is asked about one place in a source text that may be unfinished.
///
/// A name that nobody writes stands at the place. Whoever checks the text and meets that name notes
/// here what could stand there: the type whose member is asked for, the names that can be seen, the
/// call whose argument it is. Overloads are tried in turn, so a place may be met several times; what
/// says most is kept.
package final class Inquiry {
  /// The name at the place.
  package static let marker = "place·asked·about"

  /// What could stand at the place.
  package enum Finding {
    /// A member of a value, or of a type itself.
    case member(Type, isStatic: Bool)
    /// `.name`: a static member or case of a type that makes a value of it.
    case implicit(Type)
    /// A case of the type, in a pattern.
    case pattern(Type)
    /// A name of its own, where a type is wanted or any.
    case name(wanted: Type?)
  }

  /// A name declared in the functions around the place.
  package struct Local {
    package enum Kind { case constant, variable, function, type }

    package var name: String
    package var kind: Kind
    package var type: Type?
    /// What a local function is called with.
    package var signature: Signature?
  }

  /// A call that has the place among its arguments.
  package struct Call {
    package struct Option {
      package var candidate: Candidate
      package var signature: Signature
    }

    /// What the call says, as its name: `train`, `Point`.
    package var name: String
    /// What may be called, best first.
    package var options: [Option]
    package var arguments: [Argument]
    /// The argument that the place is in.
    package var index: Int
    /// Whether the argument is nothing but the place.
    package var isWhole: Bool
    package var range: SourceRange
  }

  package let source: SourceText
  /// Where the name stands in the text.
  package let offset: Int32
  package private(set) var finding: Finding?
  package private(set) var locals: [Local] = []
  /// The innermost call around.
  package private(set) var call: Call?
  /// Where the place is: inside which types and generic functions.
  package private(set) var context: LexicalContext?
  /// The type of `self`, where there is one.
  package private(set) var selfType: Type?
  /// What is known of the generic parameters of the functions and types around.
  var constraints: [Type: [Nominal]] = [:]

  package init(_ source: SourceText, at offset: Int) {
    self.source = source
    self.offset = Int32(clamping: offset)
  }

  /// Whether the place is in a stretch of the text.
  func isInside(_ range: SourceRange) -> Bool { range.start <= offset && offset < range.end }

  /// Notes what could stand at the place, unless something better is known.
  package func note(
    _ finding: Finding, locals: @autoclosure () -> [Local], in context: LexicalContext,
    of selfType: Type?
  ) {
    if let known = self.finding, known.certainty >= finding.certainty { return }
    self.finding = finding
    self.locals = locals()
    self.context = context
    self.selfType = selfType
  }

  /// Notes a call around the place, unless one further inside is known.
  package func note(_ call: Call) {
    if let known = self.call {
      let size = call.range.end - call.range.start
      let knownSize = known.range.end - known.range.start
      guard size < knownSize || size == knownSize && known.options.isEmpty else { return }
    }
    self.call = call
  }
}

extension Inquiry.Finding {
  /// How much a finding says: types that are not known say nothing.
  fileprivate var certainty: Int {
    switch self {
    case .member(let type, _), .implicit(let type), .pattern(let type):
      type.hasError ? 0 : type.hasVariables ? 1 : 2
    case .name(let wanted):
      wanted.map { $0.hasError || $0.hasVariables ? 1 : 2 } ?? 1
    }
  }
}
