internal import ArgumentParser

/// `mamlnb`: without a subcommand, the prompt.
struct MamlnbCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mamlnb",
    abstract: "A notebook for learning to learn: prose and Swift cells, run step by step.",
    version: "0.1.0",
    subcommands: [
      PromptSubcommand.self, RunSubcommand.self, StepSubcommand.self, ExportSubcommand.self,
    ],
    defaultSubcommand: PromptSubcommand.self)
}
