internal import FewShotData
internal import MetaLearning
internal import SystemFiles

/// Where the characters of an experiment come from, divided as its protocol says.
struct CharacterSource {
  /// `glyphs`, `omniglot`, or a folder.
  let data: String
  /// Whose proportion the characters are divided in.
  let rules: ProtocolName
  /// What the split is drawn from.
  let seed: Int

  /// Returns the characters divided into those to train with, to choose by and to test with.
  ///
  /// A folder that ``ClassSplit/write(to:interrupt:)`` wrote is divided already; any other has
  /// Omniglot's archives.
  func split(
    report: (WalkthroughEvent) -> Void, interrupt: () -> Bool
  ) throws -> ClassSplit {
    if !isNamed {
      let found = try ClassSplit.fileNames.filter { name in
        try FileAccess.everywhere.kind(of: "\(data)/\(name)") == .file
      }
      // Where one of them is, the others must be, and reading says which is not.
      if !found.isEmpty { return try ClassSplit(contentsOf: data) }
      if try FileAccess.everywhere.kind(of: data) != .folder {
        throw SettingsError.wrong(
          name: "data", value: data, expected: "glyphs, omniglot or a folder that is there")
      }
    }
    return try characters(report: report, interrupt: interrupt)
      .split(seed: seed, like: rules.rules(way: 5, shot: 1).split)
  }

  /// Returns all characters.
  func characters(
    report: (WalkthroughEvent) -> Void, interrupt: () -> Bool
  ) throws -> ImageCollection {
    // Only told when it takes long enough to be noticed.
    let start = ContinuousClock.now
    return try loadCharacters(
      data == "glyphs" ? data : "omniglot", from: isNamed ? nil : data,
      progress: { progress in
        if start.duration(to: .now) > .seconds(1) { report(.reading(progress)) }
      }, interrupt: interrupt)
  }

  private var isNamed: Bool { data == "glyphs" || data == "omniglot" }
}
