internal import Text

/// Text in a YAML file.
enum YAMLText {
  /// A text in double quotes, which YAML reads as JSON does.
  static func quoted(_ text: String) -> String { JSONValue.string(text).line }
}
