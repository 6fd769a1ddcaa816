extension PromptCommand {
  /// What tells about values, names and the program.
  static let looking = [
    PromptCommand(
      "help", or: ["h", "?"], "[TOPIC]", help: "this list, or the functions of a topic",
      completion: .topic
    ) {
      $0.showHelp($1)
    },
    PromptCommand(
      "doc", or: ["d"], "NAME", help: "what is known about a name, as 'NAME?' does",
      completion: .source
    ) { interaction, name in
      if let name { interaction.showDocumentation(of: name) }
    },
    PromptCommand("find", "WORD…", help: "functions and types that are about something") {
      $0.find($1)
    },
    PromptCommand("vars", or: ["v"], help: "what is defined, with types and sizes") {
      interaction, _ in
      interaction.showVariables()
    },
    PromptCommand(
      "type", or: ["t"], "EXPR", help: "the type of an expression, which is not run",
      completion: .source
    ) { $0.showType(of: $1) },
    PromptCommand(
      "time", "EXPR", help: "run something and say how long it took", completion: .source
    ) { $0.time($1) },
    PromptCommand("plots", help: "the pictures that were drawn, and their files") {
      interaction, _ in
      let pictures = interaction.settings.pictures()
      guard !pictures.isEmpty else { return interaction.say("nothing has been drawn yet") }
      interaction.show(pictures.joined(separator: "\n"))
    },
  ]
}
