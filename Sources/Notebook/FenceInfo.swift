/// What follows the opening fence of a code block: a language, and perhaps more.
///
///     swift              → swift
///     Swift              → swift
///     {swift}, {.swift}  → swift
///     swift {#id}        → swift, and the rest '{#id}'
struct FenceInfo: Equatable {
  /// The language in lower case; empty where none is named.
  let language: String
  /// What stands behind the language, or beside it in braces.
  let rest: String

  init(_ info: String) {
    var text = info[...].trimmed
    var after: Substring = ""
    let isBraced = text.first == "{"
    if isBraced {
      let end = text.firstIndex(of: "}")
      after = end.map { text[text.index(after: $0)...] } ?? ""
      text = text[..<(end ?? text.endIndex)].dropFirst().trimmed
      if text.first == "." { text = text.dropFirst() }
    }
    let word = text.prefix { !$0.isWhitespace && !"{,:=(;".contains($0) }
    language = word.lowercased()
    let inside = text[word.endIndex...].trimmed
    rest = [inside, after.trimmed].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Substring {
  /// The text without the blanks around it.
  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
