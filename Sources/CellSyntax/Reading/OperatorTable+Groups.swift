package import SwiftOperators
internal import SwiftParser
package import SwiftSyntax

extension OperatorTable {
  /// The operators of Swift's library, those that compare place by place among them, which
  /// `SwiftOperators` leaves out.
  package static let swiftOperators: OperatorTable = {
    var table = standardOperators
    let comparisons = [".==", ".!=", ".<", ".<=", ".>", ".>="]
    let text = comparisons.map { "infix operator \($0): ComparisonPrecedence" }
    table.addSourceFile(Parser.parse(source: text.joined(separator: "\n"))) { _ in }
    return table
  }()

  /// Adds the operators and precedence groups that a source declares.
  ///
  /// `SwiftOperators` 603 looks for `lowerThan` relations in the wrong direction, so each is turned round
  /// into a `higherThan` of the group that it names.
  package mutating func add(_ source: SourceFileSyntax) {
    addSourceFile(source) { _ in }
    let isTurned = source.statements.contains { statement in
      statement.item.as(PrecedenceGroupDeclSyntax.self).map { !Relations($0).lowerThan.isEmpty }
        ?? false
    }
    if isTurned { self = withoutLowerThan }
  }

  private var withoutLowerThan: OperatorTable {
    // The table's description is the source that makes it.
    let declarations = Parser.parse(source: description).statements.map(\.item)
    var groups = declarations.compactMap { $0.as(PrecedenceGroupDeclSyntax.self) }
      .map(Relations.init)
    for lower in groups {
      for name in lower.lowerThan {
        guard let index = groups.firstIndex(where: { $0.name == name }) else { continue }
        groups[index].higherThan.append(lower.name)
      }
    }
    let operators = declarations.filter { $0.is(OperatorDeclSyntax.self) }.map(\.trimmedDescription)
    let text = (groups.map(\.declaration) + operators).joined(separator: "\n")
    var result = OperatorTable()
    result.addSourceFile(Parser.parse(source: text)) { _ in }
    return result
  }
}

/// A precedence group, and which others it stands above and below.
private struct Relations {
  let name: String
  var higherThan: [String] = []
  private(set) var lowerThan: [String] = []
  /// Its other attributes.
  private var rest: [String] = []

  init(_ node: PrecedenceGroupDeclSyntax) {
    name = node.name.text
    for attribute in node.groupAttributes {
      guard case .precedenceGroupRelation(let relation) = attribute else {
        rest.append(attribute.trimmedDescription)
        continue
      }
      let names = relation.precedenceGroups.map(\.name.text)
      if relation.higherThanOrLowerThanLabel.tokenKind == .keyword(.lowerThan) {
        lowerThan += names
      } else {
        higherThan += names
      }
    }
  }

  var declaration: String {
    let higher =
      higherThan.isEmpty ? [] : ["higherThan: " + higherThan.joined(separator: ", ")]
    return "precedencegroup \(name) {\n" + (rest + higher).joined(separator: "\n") + "\n}"
  }
}
