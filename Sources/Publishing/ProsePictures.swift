public import Notebook

/// The pictures beside a notebook that its prose shows.
public enum ProsePictures {
  /// Their paths relative to the notebook, each once, in the order of the text.
  ///
  /// Pictures in the web are none, nor are those whose path begins at the root or has a hidden name in it.
  public static func paths(in document: NotebookDocument) -> [String] {
    var paths: [String] = []
    for case .prose(let prose) in document.blocks where prose.text.contains("![") {
      let spans = ProseBlock.all(in: prose.text).flatMap(\.withNested).flatMap(\.spans)
      for case .image(_, let address) in spans where URLText.scheme(of: address) == nil {
        let path = URLText.path(ofAddress: address)
        let names = path.split(separator: "/")
        let isHidden = names.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
        if path.isEmpty || path.hasPrefix("/") || isHidden || paths.contains(path) { continue }
        paths.append(path)
      }
    }
    return paths
  }

  /// Whether a file is a picture that a page shows, by its first bytes.
  public static func isPicture(_ bytes: [UInt8]) -> Bool { Picture(bytes) != nil }
}
