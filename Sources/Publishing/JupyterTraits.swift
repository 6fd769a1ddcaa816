internal import Notebook

/// What Jupyter and its tools know of a cell's options.
struct JupyterTraits: Equatable {
  /// Labels, no two the same: the author's own, and those by which nbclient leaves a cell out and lets it
  /// fail.
  var tags: [String]
  /// Whether the source is folded away.
  var isSourceHidden: Bool

  private static let skipping = "skip-execution"
  private static let failing = "raises-exception"

  /// Traits that were read.
  init(tags: [String], isSourceHidden: Bool) {
    (self.tags, self.isSourceHidden) = (tags, isSourceHidden)
  }

  /// The traits of a cell. One of the shell runs only where that is allowed, so Jupyter leaves it out.
  init(_ cell: Cell) {
    var tags: [String] = []
    let isLeftOut = cell.options.eval == false || cell.kind == .shell
    for tag in cell.options.tags + (isLeftOut ? [Self.skipping] : [])
      + (cell.options.error ? [Self.failing] : []) where !tags.contains(tag)
    {
      tags.append(tag)
    }
    self.init(tags: tags, isSourceHidden: !cell.options.echo)
  }

  /// The option lines of a cell with these traits.
  ///
  /// - Parameters:
  ///   - options: what the cell said before; its name and its time stay.
  ///   - kind: what runs it.
  func lines(after options: CellOptions, kind: Cell.Kind) -> [String] {
    var lines: [String] = []
    if let id = options.id { lines.append("id: \(id)") }
    if kind == .shell {
      lines.append("eval: true")
    } else if tags.contains(Self.skipping) {
      lines.append("eval: false")
    }
    if isSourceHidden { lines.append("echo: false") }
    if tags.contains(Self.failing) { lines.append("error: true") }
    let own = tags.filter { $0 != Self.skipping && $0 != Self.failing && Self.isName($0) }
    if !own.isEmpty { lines.append("tags: [\(own.joined(separator: ", "))]") }
    if let timeout = options.timeout { lines.append("timeout: \(timeout)") }
    if let tolerance = options.tolerance { lines.append("tolerance: \(tolerance)") }
    return lines
  }

  /// The tags that an option line cannot say.
  var foreignTags: [String] { tags.filter { !Self.isName($0) } }

  private static func isName(_ tag: String) -> Bool {
    (1...64).contains(tag.utf8.count)
      && tag.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar == "_"
          || (scalar.isASCII && scalar.properties.isAlphabetic) || ("0"..."9").contains(scalar)
      }
  }
}
