/// One thing in several representations, from which a reader takes the best that it can show.
public struct MediaBundle: Sendable, Equatable {
  /// The representations, at most one of each media type.
  public var representations: [Representation]

  /// A media type with the contents of that type.
  public struct Representation: Sendable, Equatable {
    /// The type, such as `text/plain` or `image/png`.
    public var mediaType: String
    /// What it holds.
    public var content: Content

    /// Contents of a type.
    public init(mediaType: String, content: Content) {
      self.mediaType = mediaType
      self.content = content
    }
  }

  /// What a representation holds.
  public enum Content: Sendable, Equatable {
    /// Text, for the types that are text.
    case text(String)
    /// Bytes, for all others.
    case data([UInt8])
  }

  /// A bundle of these representations.
  public init(_ representations: [Representation]) {
    self.representations = representations
  }

  /// The contents of this type.
  public subscript(mediaType: String) -> Content? {
    representations.first { $0.mediaType == mediaType }?.content
  }

  /// The plain text that stands for the thing where nothing else can be shown.
  public var plainText: String? {
    if case .text(let text)? = self["text/plain"] { text } else { nil }
  }

  /// The ending of a file that holds contents of a type.
  static func fileExtension(for mediaType: String) -> String {
    switch mediaType {
    case "image/png": "png"
    case "image/jpeg": "jpeg"
    case "image/svg+xml": "svg"
    case "application/pdf": "pdf"
    default: "bin"
    }
  }
}
