/// What the names of Swift's library do, in a sentence or two, for the help.
enum StandardDocumentation {
  static func text(of name: String, in owner: Nominal?) -> String? { nil }
}
