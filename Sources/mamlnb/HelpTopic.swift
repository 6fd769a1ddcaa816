/// Something that `mamlnb help` explains and that is no command: one screen of text.
package struct HelpTopic: Sendable {
  /// The word that asks for it.
  package let name: String
  /// What it explains, in a few words.
  package let abstract: String
  /// What is shown: lines of at most 80 columns, without a newline at the end.
  package let text: String

  /// Every topic, in the order in which they are listed.
  package static let all = [notebooks, session, cells, figures, data, safety, walkthrough]

  /// The topic of a name; nil where there is none.
  package static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name } }

  /// The topics as lines of a help text.
  static var list: String {
    let width = all.map(\.name.count).max() ?? 0
    return all.map { topic in
      let blanks = String(repeating: " ", count: width - topic.name.count + 2)
      return "  " + topic.name + blanks + topic.abstract
    }.joined(separator: "\n")
  }
}
