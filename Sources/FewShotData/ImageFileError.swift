/// Why pictures could not be read or written.
public enum ImageFileError: Error, Equatable {
  /// The file is neither a PNG nor a JPEG.
  case foreign(path: String)
  /// The file is damaged, or ends too early.
  case damaged(path: String, format: String, reason: String)
  /// The picture has more pixels than are read.
  case tooLarge(path: String, width: Int, height: Int)
  /// The file has more bytes than are read.
  case tooLong(path: String, limit: Int)
  /// The library that reads a format is not there.
  case noReader(format: String, reason: String)
  /// Pictures of different sizes were to be one collection.
  case otherSize(path: String, size: [Int], first: String, firstSize: [Int])
  /// A folder has no folders of pictures in it.
  case noClasses(path: String, pictures: Int)
  /// A folder has folders in it that have no pictures.
  case noPictures(path: String, inner: String?)
  /// A size that was asked for is none.
  case wrongSize(name: String, value: Int, limit: Int)
  /// Pictures have 1 channel or 3.
  case wrongChannels(Int)
  /// A picture with something that is not a number was to be written.
  case notANumber(path: String)
  /// A picture could not be written.
  case notEncoded(path: String, reason: String)
}

extension ImageFileError: CustomStringConvertible {
  /// The error in words, with what can be done about it.
  public var description: String {
    switch self {
    case .foreign(let path):
      "'\(path)' is neither a PNG nor a JPEG"
    case .damaged(let path, let format, let reason):
      "'\(path)' is not an intact \(format): \(reason)"
    case .tooLarge(let path, let width, let height):
      "'\(path)' has \(width)×\(height) pixels; at most \(Picture.pixelLimit) in all are read"
    case .tooLong(let path, let limit):
      "'\(path)' has more than \(limit) bytes, which is more than is read of a picture"
    case .noReader(let format, let reason):
      "cannot read \(format) files: \(reason)"
    case .otherSize(let path, let size, let first, let firstSize):
      "'\(path)' has \(size[0])×\(size[1]) pixels, but '\(first)' has \(firstSize[0])×"
        + "\(firstSize[1]); say which size all are to have, such as size: 84"
    case .noClasses(let path, 0):
      "'\(path)' has no folders in it; expected a folder of pictures for each class"
    case .noClasses(let path, let count):
      "'\(path)' has \(count) picture\(count == 1 ? "" : "s") but no folders in it; expected a "
        + "folder of pictures for each class (loadImage reads one picture)"
    case .noPictures(let path, nil):
      "no folder in '\(path)' has a PNG or a JPEG in it"
    case .noPictures(let path, let inner?):
      "no folder in '\(path)' has a PNG or a JPEG in it, but '\(inner)' has folders: load that"
    case .wrongSize(let name, let value, let limit):
      "\(name) must be between 1 and \(limit), not \(value)"
    case .wrongChannels(let count):
      "channels must be 1 (gray) or 3 (colour), not \(count)"
    case .notANumber(let path):
      "cannot write '\(path)': the image has pixels that are not a number"
    case .notEncoded(let path, let reason):
      "cannot write '\(path)': \(reason)"
    }
  }
}
