internal import Text

/// What a kernel says about itself.
public struct KernelDescription: Sendable {
  /// The program's name.
  public var implementation: String
  /// Its version.
  public var version: String
  /// What a console shows at its start.
  public var banner: String

  /// A description.
  public init(implementation: String, version: String, banner: String) {
    self.implementation = implementation
    self.version = version
    self.banner = banner
  }

  /// The version of Swift whose rules cells follow.
  private static let languageVersion = "6"

  /// The content of `kernel_info_reply`.
  var content: JSONValue {
    .object([
      "status": .string("ok"),
      "protocol_version": .string(MessageWriter.protocolVersion),
      "implementation": .string(implementation),
      "implementation_version": .string(version),
      "language_info": .object([
        "name": .string("swift"),
        "version": .string(Self.languageVersion),
        "mimetype": .string("text/x-swift"),
        "file_extension": .string(".swift"),
        "pygments_lexer": .string("swift"),
        "codemirror_mode": .string("swift"),
        "nbconvert_exporter": .string("script"),
      ]),
      "banner": .string(banner),
      "debugger": .bool(false),
      "help_links": .array([]),
      "supported_features": .array([]),
    ])
  }
}
