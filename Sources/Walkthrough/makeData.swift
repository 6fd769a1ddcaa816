public import FewShotData

/// Divides the characters and writes them as three `.npy` files, as the walkthrough's
/// `make_data.py`, whose seven lines it says.
///
/// - Parameters:
///   - data: `glyphs`, `omniglot`, or the folder of Omniglot's archives.
///   - folder: Where the files go.
///   - seed: What the split is drawn from.
public func makeData(
  from data: String, to folder: String, rules: ProtocolName = .walkthrough, seed: Int = 0,
  report: (WalkthroughEvent) -> Void, interrupt: () -> Bool
) throws -> ClassSplit {
  let source = CharacterSource(data: data, rules: rules, seed: seed)
  let split = try source.split(report: report, interrupt: interrupt)
  let parts = [split.train, split.validation, split.test]
  report(.line("The number of character folders: \(parts.reduce(0) { $0 + $1.count })"))
  for (name, part) in zip(["train", "validation", "test"], parts) {
    report(.line("The number of \(name) characters is \(part.count)"))
  }
  for (name, part) in zip(["train", "val", "test"], parts) {
    let side = ImageCollection.side
    report(
      .line(
        "The shape of \(name)_imgs: "
          + "(\(part.count), \(part.drawingsPerCharacter), 1, \(side), \(side))"))
  }
  try split.write(to: folder, interrupt: interrupt)
  return split
}
