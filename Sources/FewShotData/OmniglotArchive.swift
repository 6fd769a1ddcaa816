package import SystemFiles

/// One of Omniglot's two archives, and what it must hold whoever packed it.
///
///     try OmniglotArchive.background.fault(of: "data/omniglot/images_background.zip")   → nil
package struct OmniglotArchive: Sendable, Hashable {
  /// The name of the archive's file.
  package let file: String
  /// The number of alphabets in it.
  package let alphabets: Int
  /// The number of characters in it, of ``drawingsPerCharacter`` drawings each.
  package let characters: Int

  /// The number of drawings of every character.
  package static let drawingsPerCharacter = Omniglot.drawingsPerCharacter

  /// The characters to learn from.
  package static let background = OmniglotArchive(
    file: "\(Omniglot.parts[0]).zip", alphabets: 30, characters: 964)
  /// The characters to be tested on.
  package static let evaluation = OmniglotArchive(
    file: "\(Omniglot.parts[1]).zip", alphabets: 20, characters: 659)

  /// What can be wrong with an archive.
  package enum Fault: Error, Equatable {
    /// It is no archive, or a damaged one.
    case unreadable(OmniglotError)
    /// It has other characters than it must have.
    case wrongCharacters(count: Int, alphabets: Int, expected: OmniglotArchive)
    /// A character has more or fewer drawings than it must have.
    case wrongDrawings(character: String, count: Int)
    /// A drawing is no picture of the size that all have.
    case wrongPicture(entry: String)
  }

  /// Returns what is wrong with a file that should be this archive, or nil where it is whole.
  ///
  /// Every entry is read, so that its checksum is compared; the pictures are not decoded, but each
  /// must begin as a PNG of 105×105 pixels does.
  ///
  /// - Parameter interrupt: Is asked at each entry whether to stop, which throws a
  ///   `CancellationError`.
  package func fault(
    of path: String, in files: FileAccess = .everywhere, interrupt: () -> Bool = { false }
  ) throws -> Fault? {
    var drawings: [String: Set<String>] = [:]
    do {
      try ZipArchive(path: path, in: files).forEachEntry {
        .some($0)
      } _: { entry, _, bytes in
        guard !interrupt() else { throw CancellationError() }
        guard let character = Omniglot.character(of: entry) else { return }
        guard bytes.starts(with: Self.startOfPicture) else {
          throw Fault.wrongPicture(entry: entry)
        }
        drawings[character, default: []].insert(entry)
      }
    } catch let error as OmniglotError {
      // What has no reader may still be whole.
      if case .noReader = error { throw error }
      return .unreadable(error)
    } catch let fault as Fault {
      return fault
    }
    let found = Set(drawings.keys.map { $0.prefix { $0 != "/" } })
    guard drawings.count == characters, found.count == alphabets else {
      return .wrongCharacters(count: drawings.count, alphabets: found.count, expected: self)
    }
    let wrong = drawings.filter { $0.value.count != Self.drawingsPerCharacter }
    return wrong.min { $0.key < $1.key }.map {
      .wrongDrawings(character: $0.key, count: $0.value.count)
    }
  }

  /// The signature of a PNG, and the head of the chunk that says its size: that, and 105 by 105.
  private static let startOfPicture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, UInt8(Omniglot.pictureSide), 0, 0, 0, UInt8(Omniglot.pictureSide)]
}

extension OmniglotArchive.Fault: CustomStringConvertible {
  /// What is wrong, to be said of the archive: `is truncated: …`.
  package var description: String {
    switch self {
    case .unreadable(let error): error.complaint
    case .wrongCharacters(let count, let alphabets, let expected):
      "should have \(expected.characters) characters of \(expected.alphabets) alphabets, but has "
        + "\(count) of \(alphabets)"
    case .wrongDrawings(let character, let count):
      "should have \(OmniglotArchive.drawingsPerCharacter) drawings of '\(character)', but has "
        + "\(count)"
    case .wrongPicture(let entry): "has no PNG of 105×105 pixels at '\(entry)'"
    }
  }
}
