/// Why the Omniglot characters could not be read.
public enum OmniglotError: Error, Equatable {
  /// A folder has neither an archive of Omniglot nor what it unpacks to.
  case missingPart(name: String, folder: String)
  /// A file called `.zip` is something else.
  case notAnArchive(path: String)
  /// The library that reads archives, or pictures, is not there.
  case noReader(of: String, reason: String)
  /// An archive ends too early, as after a broken download.
  case truncatedArchive(path: String)
  /// An archive is damaged at an entry.
  case damagedArchive(path: String, entry: String, reason: String)
  /// A picture is damaged.
  case damagedImage(path: String, entry: String, reason: String)
  /// A picture is not of the size that Omniglot's pictures have.
  case wrongImageSize(path: String, entry: String, width: Int, height: Int)
  /// A character does not have the drawings it should have.
  case wrongDrawingCount(character: String, count: Int)
  /// There is not one picture where characters should be.
  case noCharacters(path: String)
}

extension OmniglotError: CustomStringConvertible {
  /// The error in words, with what can be done about it.
  public var description: String {
    switch self {
    case .missingPart(let name, let folder):
      "'\(folder)' has neither '\(name).zip' nor '\(name)/'"
        + "; run \(Self.command(folder)) to download them, or say where they are with "
        + "OMNIGLOT=FOLDER"
    case .noReader(let files, let reason):
      "cannot read \(files): \(reason)"
    case .truncatedArchive(let path):
      "'\(path)' \(complaint); download it again"
    case .notAnArchive(let path), .damagedArchive(let path, _, _), .noCharacters(let path):
      "'\(path)' \(complaint)"
    case .damagedImage(let path, let entry, let reason):
      "'\(entry)' in '\(path)' is not an intact PNG: \(reason)"
    case .wrongImageSize(let path, let entry, let width, let height):
      "'\(entry)' in '\(path)' should have 105×105 pixels, but has \(width)×\(height)"
    case .wrongDrawingCount(let character, let count):
      "character '\(character)' should have 20 drawings, but has \(count)"
    }
  }

  /// What is wrong with a file, to be said of it: `is not a ZIP archive`.
  var complaint: String {
    switch self {
    case .notAnArchive:
      "is not a ZIP archive"
    case .truncatedArchive:
      "is truncated: its table of contents, which is at its end, is missing"
    case .damagedArchive(_, let entry, let reason):
      "is damaged at '\(entry)': \(reason)"
    case .noCharacters:
      "has no pictures in folders ALPHABET/CHARACTER"
    case .missingPart, .noReader, .damagedImage, .wrongImageSize, .wrongDrawingCount:
      "cannot be used: \(description)"
    }
  }

  /// What downloads the archives into a folder.
  private static func command(_ folder: String) -> String {
    let command = "mamlnb fetch omniglot"
    return folder == Omniglot.customaryFolder ? command : "\(command) --to '\(folder)'"
  }
}
