internal import Text

/// What a line that begins with `:` can ask for.
struct PromptCommand: Sendable {
  /// The word after the colon.
  let name: String
  /// Other words for it.
  let otherNames: [String]
  /// What may follow it, as help shows it: `[CELL]`, or `EXPR` where something must.
  let argument: String
  /// What it does, in a few words.
  let help: String
  /// Whether it needs a notebook.
  let isAboutNotebook: Bool
  /// What an argument can be.
  let completion: Completion
  /// Does it.
  let action: @Sendable (Interaction, String?) -> Void

  /// What can stand after a command.
  enum Completion: Sendable {
    /// Nothing that one could guess.
    case none
    /// A cell, or one of some words.
    case cell(or: [String] = [])
    /// Source of the cell language.
    case source
    /// A file.
    case file
    /// A parameter of the notebook.
    case parameter
    /// What help can be had on.
    case topic
  }

  init(
    _ name: String, or otherNames: [String] = [], _ argument: String = "", help: String,
    isAboutNotebook: Bool = false, completion: Completion = .none,
    action: @escaping @Sendable (Interaction, String?) -> Void
  ) {
    self.name = name
    self.otherNames = otherNames
    self.argument = argument
    self.help = help
    self.isAboutNotebook = isAboutNotebook
    self.completion = completion
    self.action = action
  }

  /// The words that ask for it.
  var names: [String] { [name] + otherNames }

  /// Whether something must follow.
  var needsArgument: Bool { !argument.isEmpty && !argument.hasPrefix("[") }

  /// What it looks like: `:run [CELL…]`.
  var head: String { ":" + name + (argument.isEmpty ? "" : " " + argument) }

  /// Every command, in the order of the help.
  static let all = moving + looking + entries
}

extension PromptCommand {
  /// The command that somebody means who does not know that commands begin with a colon: `help`, `?`,
  /// `exit`, `quit`; or who asks for the documentation of a name by `NAME?`.
  ///
  /// - Parameter isName: whether a word is a name in the session, which then means what it names.
  static func meant(
    by entry: String, isName: (String) -> Bool
  ) -> (name: String, argument: String?)? {
    switch entry {
    case "?": return ("help", nil)
    case "help", "exit", "quit":
      return isName(entry) ? nil : (entry == "help" ? entry : "quit", nil)
    default:
      guard entry.last == "?" else { return nil }
      let name = entry.dropLast(entry.hasSuffix("??") ? 2 : 1)
      let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      return isWord && !name.isEmpty ? ("doc", String(name)) : nil
    }
  }
}
