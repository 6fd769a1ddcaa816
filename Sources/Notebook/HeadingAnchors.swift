/// The names of headings that links lead to: `a-title` for "A title!", as code hosts have it, and a number
/// behind it where something is called so.
public struct HeadingAnchors: Sendable {
  private var taken: Set<String>

  /// Names beside those of other places of the page.
  public init(beside names: [String]) { taken = Set(names) }

  /// The name of the next heading, by what it says.
  public mutating func anchor(of heading: String) -> String {
    let kept = heading.lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
    }
    let name = String(kept.map { $0 == " " ? "-" : $0 })
    let first = name.isEmpty ? "section" : name
    var anchor = first
    var number = 1
    while !taken.insert(anchor).inserted {
      anchor = "\(first)-\(number)"
      number += 1
    }
    return anchor
  }
}
