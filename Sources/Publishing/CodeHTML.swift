internal import CellLanguage

/// Source in HTML, in colours by what its pieces are.
enum CodeHTML {
  /// Swift with its colours.
  static func swift(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var html = ""
    var position = 0
    func copy(to end: Int, as name: String?) {
      guard position < end else { return }
      let text = HTMLText.escaped(String(decoding: bytes[position..<end], as: UTF8.self))
      html += name.map { "<span class=\"\($0)\">\(text)</span>" } ?? text
      position = end
    }
    for token in CellRunner.tokens(of: source) {
      guard let name = className(of: token.kind), token.range.lowerBound >= position,
        token.range.upperBound <= bytes.count
      else { continue }
      copy(to: token.range.lowerBound, as: nil)
      copy(to: token.range.upperBound, as: name)
    }
    copy(to: bytes.count, as: nil)
    return html
  }

  /// A block of code in a language.
  static func block(_ source: String, language: String, classes: String = "") -> String {
    let code = language == "swift" ? swift(source) : HTMLText.escaped(source)
    let name = classes.isEmpty ? "" : " class=\"\(classes)\""
    return "<pre\(name)><code class=\"language-\(HTMLText.escaped(language))\">\(code)</code></pre>"
  }

  private static func className(of kind: SourceToken.Kind) -> String? {
    switch kind {
    case .keyword: "k"
    case .type: "t"
    case .function: "f"
    case .number: "n"
    case .text: "s"
    case .comment: "c"
    case .operator, .bracket: nil
    }
  }
}
