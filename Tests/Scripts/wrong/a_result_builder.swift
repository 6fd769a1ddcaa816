@resultBuilder
// <- error: result builders are not part of the cell language
enum Builder {
  static func buildBlock(_ parts: String...) -> String { parts.joined() }
}
print("built")
