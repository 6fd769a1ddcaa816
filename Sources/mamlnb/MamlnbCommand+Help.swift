internal import ArgumentParser
internal import NotebookSession

extension MamlnbCommand {
  /// What `mamlnb --help` says about the topics.
  static var topicsInHelp: String {
    """
    TOPICS:
    \(HelpTopic.list)
      \(FormatGuide.name)       \(FormatGuide.abstract)

    See 'mamlnb help <topic>' for one of them.
    """
  }

  /// Answers `help NAME`, where the name is not that of a command.
  ///
  /// - Throws: the text of the topic as a clean exit, or what is wrong with the name.
  static func explainTopic(of arguments: [String]) throws {
    guard arguments.count == 2, arguments[0] == "help" else { return }
    let name = arguments[1]
    if name == FormatGuide.name {
      let terminal = DescriptorSink(1).capabilities
      throw CleanExit.message(
        FormatGuide.text(width: terminal.width, isColored: terminal.isColored))
    }
    if let topic = HelpTopic.named(name) { throw CleanExit.message(topic.text) }
    let commands = configuration.subcommands.map { $0.configuration.commandName }
    guard !name.hasPrefix("-"), name != "help", !commands.contains(name) else { return }
    let topics = (HelpTopic.all.map(\.name) + [FormatGuide.name]).joined(separator: ", ")
    throw ValidationError("nothing is called '\(name)'; the topics are \(topics)")
  }
}
