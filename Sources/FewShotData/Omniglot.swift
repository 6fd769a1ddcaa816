internal import CPNG
internal import Glibc
internal import Parallelism
internal import SystemFiles

/// The Omniglot characters (Lake, Salakhutdinov and Tenenbaum 2015), read from their two official
/// archives or from the folders that these unpack to.
///
/// The pictures become what the walkthrough makes of them: 105×105 reduced to 28×28 by bilinear
/// interpolation without antialiasing. Characters are ordered by `ALPHABET/CHARACTER` and drawings
/// by file name, so that what is drawn from them depends on a seed and on nothing else.
struct Omniglot {
  /// The names of the two parts.
  static let parts = ["images_background", "images_evaluation"]
  /// Where the archives are when nobody says another folder.
  static let customaryFolder = "data/omniglot"
  /// The number of rows and of columns of every picture in the archives.
  static let pictureSide = 105
  /// The number of drawings of every character.
  static let drawingsPerCharacter = 20

  let folder: String
  private let files: FileAccess

  /// Opens a folder; without one, the folder that `$OMNIGLOT` names; without that,
  /// `data/omniglot`.
  init(folder: String? = nil, in files: FileAccess = .everywhere) {
    self.folder = folder ?? Self.folderOfEnvironment ?? Self.customaryFolder
    self.files = files
  }

  /// The folder that `$OMNIGLOT` names.
  static var folderOfEnvironment: String? {
    let variable = unsafe getenv("OMNIGLOT").map { unsafe String(cString: $0) }
    return variable.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Reads all characters, on all cores.
  func characters(
    progress: (LoadingProgress) -> Void, interrupt: () -> Bool
  ) throws -> ImageCollection {
    // An error about the folder says more than one about what is looked for in it.
    _ = try files.kind(of: folder)
    var drawings: [String: [Picture]] = [:]
    for found in try pictures(interrupt: interrupt) {
      drawings[found.character, default: []].append(found.picture)
    }
    guard !drawings.isEmpty else { throw OmniglotError.noCharacters(path: folder) }
    let names = drawings.keys.sorted()
    var pictures: [Picture] = []
    for name in names {
      let found = drawings[name, default: []].sorted { $0.name < $1.name }
      guard found.count == Self.drawingsPerCharacter else {
        throw OmniglotError.wrongDrawingCount(character: name, count: found.count)
      }
      pictures += found
    }
    return ImageCollection(
      names: names, drawingsPerCharacter: Self.drawingsPerCharacter,
      levels: try reduce(pictures, progress: progress, interrupt: interrupt))
  }

  /// One picture file: where it is and its bytes.
  private struct Picture: Sendable {
    var path: String
    var name: String
    var bytes: [UInt8]
  }
}

// MARK: - Archives and folders

extension Omniglot {
  /// A picture and the character that it is of.
  private struct Found: Sendable {
    var character: String
    var picture: Picture
  }

  /// Returns all pictures of both parts; archives are read at the same time.
  private func pictures(interrupt: () -> Bool) throws -> [Found] {
    let isArchive = try Self.parts.map { try files.kind(of: archive(of: $0)) != nil }
    guard isArchive.allSatisfy({ $0 }) else {
      return try zip(Self.parts, isArchive).flatMap { part, isArchive in
        guard !isArchive else { return try readArchive(archive(of: part)) }
        guard try files.kind(of: "\(folder)/\(part)") == .folder else {
          throw OmniglotError.missingPart(name: part, folder: folder)
        }
        return try readFolders("\(folder)/\(part)", interrupt: interrupt)
      }
    }
    guard !interrupt() else { throw CancellationError() }
    let parts = try concurrently(Self.parts.count) { part in
      try readArchive(archive(of: Self.parts[part]))
    }
    guard parts.count == Self.parts.count else { throw CancellationError() }
    return parts.flatMap(\.self)
  }

  private func archive(of part: String) -> String { "\(folder)/\(part).zip" }

  private func readArchive(_ path: String) throws -> [Found] {
    var found: [Found] = []
    try ZipArchive(path: path, in: files).forEachEntry { entry in
      Self.character(of: entry)
    } _: { entry, character, bytes in
      found.append(
        Found(character: character, picture: Picture(path: path, name: entry, bytes: bytes)))
    }
    guard !found.isEmpty else { throw OmniglotError.noCharacters(path: path) }
    return found
  }

  private func readFolders(_ path: String, interrupt: () -> Bool) throws -> [Found] {
    var found: [Found] = []
    for alphabet in try files.folders(in: path) {
      for character in try files.folders(in: "\(path)/\(alphabet)") {
        guard !interrupt() else { throw CancellationError() }
        let name = "\(alphabet)/\(character)"
        for file in try files.names(in: "\(path)/\(name)") where file.hasSuffix(".png") {
          let bytes = try files.read("\(path)/\(name)/\(file)")
          found.append(
            Found(
              character: name, picture: Picture(path: path, name: "\(name)/\(file)", bytes: bytes)))
        }
      }
    }
    guard !found.isEmpty else { throw OmniglotError.noCharacters(path: path) }
    return found
  }

  /// The alphabet and character of an entry `…/ALPHABET/CHARACTER/NAME.png`, or `nil` of another.
  static func character(of entry: String) -> String? {
    // Bytes, as there are 32,460 names.
    let bytes = entry.utf8
    guard entry.hasSuffix(".png"), !entry.hasPrefix("__MACOSX/"),
      let file = bytes.lastIndex(of: Self.slash),
      bytes[bytes.index(after: file)...].first != Self.dot,
      let character = bytes[..<file].lastIndex(of: Self.slash)
    else { return nil }
    let alphabet = bytes[..<character].lastIndex(of: Self.slash).map(bytes.index(after:))
    return String(entry[(alphabet ?? bytes.startIndex)..<file])
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}

extension FileAccess {
  /// The names of the folders in a folder, sorted.
  fileprivate func folders(in path: String) throws(FileError) -> [String] {
    var folders: [String] = []
    for name in try names(in: path) where try kind(of: "\(path)/\(name)") == .folder {
      folders.append(name)
    }
    return folders
  }
}

// MARK: - Pictures

extension Omniglot {
  /// Returns the gray levels of all pictures, reduced.
  private func reduce(
    _ pictures: [Picture], progress: (LoadingProgress) -> Void, interrupt: () -> Bool
  ) throws -> [UInt8] {
    let reduction = BilinearResize(
      fromWidth: Self.pictureSide, height: Self.pictureSide, toWidth: ImageCollection.side,
      height: ImageCollection.side)
    let size = ImageCollection.side * ImageCollection.side
    let packet = 128
    let round = 16 * packet
    var levels: [UInt8] = []
    levels.reserveCapacity(pictures.count * size)
    for start in stride(from: 0, to: pictures.count, by: round) {
      guard !interrupt() else { throw CancellationError() }
      let end = min(start + round, pictures.count)
      let packets = concurrently((end - start + packet - 1) / packet) { index in
        let first = start + index * packet
        return Self.decode(pictures[first..<min(first + packet, end)], reduction)
      }
      // Fewer than there are where the work was stopped meanwhile.
      guard packets.count * packet >= end - start else { throw CancellationError() }
      for packet in packets { levels += try packet.get() }
      progress(LoadingProgress(completed: end, total: pictures.count))
    }
    return levels
  }

  /// Decodes and reduces some pictures, or returns the error of the first that cannot be.
  private static func decode(
    _ pictures: ArraySlice<Picture>, _ reduction: BilinearResize
  ) -> Result<[UInt8], OmniglotError> {
    var levels: [UInt8] = []
    var decoded = [UInt8](repeating: 0, count: pictureSide * pictureSide)
    for picture in pictures {
      if let error = decode(picture, into: &decoded) { return .failure(error) }
      levels += reduction(decoded)
    }
    return .success(levels)
  }

  private static func decode(_ picture: Picture, into pixels: inout [UInt8]) -> OmniglotError? {
    var width: UInt32 = 0
    var height: UInt32 = 0
    var message = [CChar](repeating: 0, count: 256)
    let outcome = unsafe cpng_decode_gray(
      picture.bytes, picture.bytes.count, &pixels, pixels.count, &width, &height,
      &message, message.count)
    if outcome == CPNG_DAMAGED {
      return .damagedImage(path: picture.path, entry: picture.name, reason: text(message))
    }
    if outcome == CPNG_UNAVAILABLE {
      return .noReader(of: "pictures", reason: text(message))
    }
    guard outcome == CPNG_DECODED, width == pictureSide, height == pictureSide else {
      return .wrongImageSize(
        path: picture.path, entry: picture.name, width: Int(width), height: Int(height))
    }
    return nil
  }
}
