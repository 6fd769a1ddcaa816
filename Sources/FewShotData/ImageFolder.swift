internal import Allowances
internal import Parallelism
internal import SystemFiles

/// A folder that has a folder of pictures for each class.
struct ImageFolder {
  /// Where it is.
  let path: String
  /// What may be read.
  let files: FileAccess

  /// The pictures of a class, and what else lies beside them.
  struct Contents: Sendable {
    /// The name of the class: that of its folder.
    var name: String
    /// The paths of its pictures, sorted.
    var pictures: [String] = []
    /// The paths of what is no picture.
    var others: [String] = []
  }

  /// The most bytes that are read of a picture's file.
  static let byteLimit = 256 << 20

  /// Whether a name is that of a picture.
  static func isPicture(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = name[name.index(after: dot)...].lowercased()
    return ["png", "jpg", "jpeg", "jpe", "jfif"].contains(ending)
  }

  /// Returns what is in each folder, sorted by its name, and the names of what is no folder.
  func contents(interrupt: () -> Bool) throws -> (classes: [Contents], others: [String]) {
    var classes: [Contents] = []
    var others: [String] = []
    for name in try files.names(in: path) {
      let folder = "\(path)/\(name)"
      guard try files.kind(of: folder) == .folder else {
        others.append(folder)
        continue
      }
      var found = Contents(name: name)
      for file in try files.names(in: folder) {
        if interrupt() || Allowance.isSpent { throw CancellationError() }
        let place = "\(folder)/\(file)"
        if Self.isPicture(file), try files.kind(of: place) != .folder {
          found.pictures.append(place)
        } else {
          found.others.append(place)
        }
      }
      classes.append(found)
    }
    guard !classes.isEmpty else {
      throw ImageFileError.noClasses(path: path, pictures: others.count(where: Self.isPicture))
    }
    guard classes.contains(where: { !$0.pictures.isEmpty }) else {
      let inner = try classes.first { contents in
        try contents.others.contains { try files.kind(of: $0) == .folder }
      }
      throw ImageFileError.noPictures(path: path, inner: inner.map { "\(path)/\($0.name)" })
    }
    return (classes, others)
  }

  /// Reads one picture.
  static func picture(
    _ path: String, _ format: ImageFormat, in files: FileAccess
  ) throws -> Picture {
    let bytes = try files.read(path, limit: byteLimit + 1)
    guard bytes.count <= byteLimit else {
      throw ImageFileError.tooLong(path: path, limit: byteLimit)
    }
    return format(try Picture(bytes, path: path))
  }
}
