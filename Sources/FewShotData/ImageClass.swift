public import Images

/// A class of pictures with all of them: a character and its drawings, a kind of bird and its photographs.
public struct ImageClass: Sendable, Equatable {
  /// What it is called: the folder it came from, or an alphabet and a character as `Latin/character01`.
  public let name: String
  /// The pictures, each another one of the same thing.
  public let images: ImageBatch

  /// The pictures of a character.
  public var drawings: ImageBatch { images }
}

/// A class of pictures; the name that it had when all were of characters.
public typealias DrawnCharacter = ImageClass

extension ImageClass: CustomStringConvertible {
  /// A short description, such as `Latin/character01, 20 images`.
  public var description: String {
    "\(name), \(images.count) image\(images.count == 1 ? "" : "s")"
  }
}
