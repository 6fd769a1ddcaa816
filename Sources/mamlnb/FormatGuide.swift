internal import NotebookSession

/// The guide to the format of notebooks, which the program carries along: `mamlnb help format`.
package enum FormatGuide {
  /// The word that asks for it.
  package static let name = "format"
  /// What it explains, in a few words.
  static let abstract = "the format in full: every option with an example"

  /// The guide as it is written.
  package static var markdown: String {
    String(decoding: PackageResources.notebook_format_md, as: UTF8.self)
  }

  /// The guide laid out for a terminal or a file.
  static func text(width: Int, isColored: Bool) -> String {
    Prose(markdown).rendered(width: width, isColored: isColored, styles: swiftColors)
      + "\n\nThe command 'mamlnb format' writes notebooks so; see 'mamlnb format --help'."
  }
}
