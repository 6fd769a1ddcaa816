internal import ArgumentParser
internal import NotebookSession
internal import SystemFiles

/// `mamlnb`: without a subcommand, the prompt.
struct MamlnbCommand: ParsableCommand {
  /// What people type. Subcommands name it as what is above them: then one that is parsed alone does not
  /// look for the options that only the whole program has.
  static let name = "mamlnb"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "A notebook for learning to learn: prose and Swift cells, run step by step.",
    discussion: topicsInHelp,
    version: "0.1.0",
    subcommands: [
      PromptSubcommand.self, RunSubcommand.self, StepSubcommand.self, NewSubcommand.self,
      ListSubcommand.self, CheckSubcommand.self, FormatSubcommand.self, ExportSubcommand.self,
      ImportSubcommand.self,
      MakeDataSubcommand.self,
      TrainSubcommand.self, EvaluateSubcommand.self, FetchSubcommand.self, KernelSubcommand.self,
    ],
    defaultSubcommand: PromptSubcommand.self)
}

extension MamlnbCommand {
  /// The arguments with a command in front: a notebook alone is to be run, and `make_data` is `make-data`.
  private static func withCommand(_ arguments: [String]) throws -> [String] {
    let word = arguments[0]
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    if word != "-", word.hasPrefix("-") || names.contains(word) || word == "help" {
      return arguments
    }
    let spelled = String(word.map { $0 == "_" ? "-" : $0 })
    if names.contains(spelled) { return [spelled] + arguments.dropFirst() }
    let isPath = word == "-" || word.contains("/") || NotebookFile.hasNotebookName(word)
    let isThere = (try? FileAccess.everywhere.kind(of: word)) != nil
    guard isPath || isThere else {
      throw UsageError.unknownCommand(word, among: names + ["help"])
    }
    return ["run"] + arguments
  }

  /// The command that the arguments ask for.
  ///
  /// The parser looks all options up by reflection, which takes a tenth of the time that a start may
  /// take. What is typed most often has none of them; and a subcommand parsed alone is there in a third
  /// of the time that the whole tree takes. Whatever neither understands, and every question for help, is
  /// left to the tree.
  static func asked(by arguments: [String]) throws -> any ParsableCommand {
    if arguments.isEmpty { return PromptSubcommand.standard }
    let arguments = try withCommand(arguments)
    let spelled =
      ["train", "evaluate", "make-data"].contains(arguments[0])
      ? WalkthroughSpelling.normalized(arguments) : arguments
    return try command(spelled)
  }

  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.count == 2, arguments[1] == "-" || !arguments[1].hasPrefix("-") {
      if arguments[0] == "run" { return RunSubcommand.standard(arguments[1]) }
      if arguments[0] == "step" { return StepSubcommand.standard(arguments[1]) }
    }
    try explainTopic(of: arguments)
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments[0] }
    // Where it has commands of its own, most often the one that it is for.
    let wanted = named?.configuration.defaultSubcommand ?? named
    if let wanted, let alone = try? wanted.parseAsRoot(Array(arguments.dropFirst())),
      type(of: alone) == wanted
    {
      return alone
    }
    return try parseAsRoot(arguments)
  }
}
