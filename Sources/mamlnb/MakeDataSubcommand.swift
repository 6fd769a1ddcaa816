internal import ArgumentParser
internal import Walkthrough

/// `mamlnb make-data`: the characters, divided, as NumPy files.
struct MakeDataSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-data", _superCommandName: MamlnbCommand.name,
    abstract: "Divide Omniglot's characters and write them as NumPy files.",
    discussion: """
      As the walkthrough's make_data.py: drawings of 105×105 become 28×28 by bilinear \
      interpolation, from -1 (ink) to 1 (paper), and omniglot_train.npy, omniglot_val.npy and \
      omniglot_test.npy have the shape (characters, 20, 1, 28, 28). 'mamlnb train --data FOLDER' \
      reads them.
      """)

  @Option(help: "The characters: glyphs, omniglot, or the folder of Omniglot's archives.")
  var data = "omniglot"

  @Option(
    name: .customLong("to"), help: ArgumentHelp("Where the files go.", valueName: "folder"))
  var folder = "data"

  @Option(name: .customLong("protocol"), help: "Whose proportion: walkthrough or paper.")
  var rules = ProtocolName.walkthrough

  @Option(help: "What the split is drawn from.")
  var seed = 0

  func run() throws {
    let console = WalkthroughConsole("make-data")
    try console.perform {
      _ = try makeData(
        from: data, to: folder, rules: rules, seed: seed, report: console.show,
        interrupt: console.interrupt)
    }
  }
}
