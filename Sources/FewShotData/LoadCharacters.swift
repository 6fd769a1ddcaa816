package import SystemFiles

/// Returns the characters of a name: `"glyphs"`, which are invented from a seed and need no
/// download, or `"omniglot"`, which are read from its archives.
///
///     let characters = try loadCharacters("glyphs")
///     let characters = try loadCharacters("omniglot", from: "../shared/omniglot")
///
/// - Parameters:
///   - source: `"glyphs"` or `"omniglot"`.
///   - folder: Where Omniglot is: `images_background.zip` and `images_evaluation.zip`, or the
///     folders they unpack to. Without it, `$OMNIGLOT`, or else `data/omniglot`.
///   - seed: What the glyphs are invented from.
///   - progress: Is told now and then how many images are ready.
///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
public func loadCharacters(
  _ source: String = "glyphs", from folder: String? = nil, seed: Int = 0,
  progress: (LoadingProgress) -> Void = { _ in }, interrupt: () -> Bool = { false }
) throws -> ImageCollection {
  try loadCharacters(
    source, from: folder, seed: seed, in: .everywhere, progress: progress, interrupt: interrupt)
}

/// The folder that `$OMNIGLOT` names, where Omniglot is looked for when nobody says another.
package var omniglotFolderOfEnvironment: String? { Omniglot.folderOfEnvironment }

/// Returns the characters of a name, read from files that may be used.
package func loadCharacters(
  _ source: String, from folder: String?, seed: Int, in files: FileAccess,
  progress: (LoadingProgress) -> Void, interrupt: () -> Bool
) throws -> ImageCollection {
  switch source {
  case "glyphs":
    try ImageCollection.glyphs(seed: seed, progress: progress, interrupt: interrupt)
  case "omniglot":
    try Omniglot(folder: folder, in: files).characters(progress: progress, interrupt: interrupt)
  default: throw CharacterSourceError.unknown(name: source)
  }
}

/// Why there are no characters to load.
public enum CharacterSourceError: Error, Equatable {
  /// Nothing has this name.
  case unknown(name: String)
}

extension CharacterSourceError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .unknown(let name):
      "there are no characters called '\(name)'; there are 'glyphs' and 'omniglot'"
    }
  }
}
