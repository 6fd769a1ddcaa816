/// The pictures in a page's prose, and which of them are missing.
final class PagePictures {
  /// The bytes of a picture by its path beside the notebook.
  let read: (_ path: String) -> [UInt8]?
  /// The addresses of those that are not there.
  private(set) var missing: [String] = []

  init(read: @escaping (_ path: String) -> [UInt8]?) { self.read = read }

  /// The HTML of a picture: itself where it is beside the notebook, a link where it is in the web, and its
  /// text where it is neither.
  func html(_ address: String, _ alternative: String, title: String) -> String {
    let text = HTMLText.escaped(alternative)
    let hint = title.isEmpty ? "" : " title=\"\(HTMLText.escaped(title))\""
    switch URLText.scheme(of: address) {
    case nil where !address.hasPrefix("//"):
      guard !address.isEmpty, let bytes = read(URLText.path(ofAddress: address)),
        let picture = Picture(bytes)
      else {
        missing.append(address)
        return "<em class=\"missing\">\(text)</em>"
      }
      return "<img src=\"\(picture.address)\" alt=\"\(text)\"\(hint)>"
    case "data":
      return "<img src=\"\(HTMLText.escaped(address))\" alt=\"\(text)\"\(hint)>"
    case nil, "http", "https":
      let shown = text.isEmpty ? HTMLText.escaped(address) : text
      return "<a href=\"\(HTMLText.escaped(address))\"\(hint)>\(shown)</a>"
    default:
      missing.append(address)
      return "<em class=\"missing\">\(text)</em>"
    }
  }
}
