internal import Plotting

/// The names of picture files: what a figure shows, and a number where another picture has that
/// name, so that no figure takes the place of another.
///
///     Learning curve       → learning-curve.png
///     Learning curve       → learning-curve-2.png, unless it is the same picture
struct PictureNames {
  /// A hash of the picture under each name.
  private var taken: [String: Int] = [:]

  /// The name for the picture of a figure.
  mutating func name(for figure: Figure, picture: [UInt8]) -> String {
    let (stem, hash) = (Self.stem(of: figure), picture.hashValue)
    for number in 1... {
      let name = number == 1 ? "\(stem).png" : "\(stem)-\(number).png"
      if let other = taken[name], other != hash { continue }
      taken[name] = hash
      return name
    }
    fatalError("there are more pictures than numbers")
  }

  /// The title in lower case with hyphens.
  private static func stem(of figure: Figure) -> String {
    let words = (figure.title ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
    // A file's name may have 255 bytes.
    var stem = ""
    for character in words.joined(separator: "-") where stem.utf8.count + character.utf8.count <= 80
    {
      stem.append(character)
    }
    return stem.isEmpty ? "figure" : stem
  }
}
