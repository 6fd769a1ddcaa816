internal import Notebook
internal import Text

/// What the cells of a notebook of Jupyter have shown there, as far as it can be shown here.
struct ImportedOutputs {
  /// What each cell that came over showed, in order.
  private var cells: [[Output]] = []
  /// Media types that nothing here shows, and kinds of outputs that nobody knows.
  private(set) var leftOut: Set<String> = []

  /// Whether there are any.
  var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

  /// Takes what the next cell showed.
  mutating func add(of cell: JupyterCell) {
    cells.append(Output.joined(cell.outputs.compactMap { output($0) }))
  }

  /// The outputs as the cells of a notebook have them; nil where those are others.
  func sidecar(for cells: [Cell]) -> Sidecar? {
    guard cells.count == self.cells.count else { return nil }
    let records = zip(cells, self.cells).filter { !$1.isEmpty }.map { cell, outputs in
      let hasFailed = outputs.contains { if case .error = $0 { true } else { false } }
      return Sidecar.CellRecord(
        name: cell.name, outcome: hasFailed == cell.options.error ? .ok : .error, outputs: outputs)
    }
    return Sidecar(cells: records)
  }
}

// MARK: - Reading

extension ImportedOutputs {
  private mutating func output(_ value: JSONValue) -> Output? {
    let kind = value["output_type"]?.string ?? ""
    switch kind {
    case "stream":
      let stream = value["name"]?.string.flatMap(Output.Stream.init(rawValue:)) ?? .stdout
      return value["text"]?.joinedLines.map { .stream(stream, text: $0) }
    case "display_data": return bundle(value["data"]).map { .displayData($0) }
    case "execute_result": return bundle(value["data"]).map { .executeResult($0) }
    case "error":
      let lines = value["traceback"]?.array?.compactMap(\.string) ?? []
      return .error(
        .init(
          name: value["ename"]?.string ?? "", message: value["evalue"]?.string ?? "",
          traceback: lines))
    default:
      leftOut.insert(kind)
      return nil
    }
  }

  /// The representations that can be shown here; nil where there is none.
  private mutating func bundle(_ data: JSONValue?) -> MediaBundle? {
    guard case .object(let members)? = data else { return nil }
    let representations = members.compactMap { member -> MediaBundle.Representation? in
      guard let content = Self.content(of: member.value, mediaType: member.key) else {
        leftOut.insert(member.key)
        return nil
      }
      return .init(mediaType: member.key, content: content)
    }
    guard !representations.isEmpty else { return nil }
    return MediaBundle(representations.sorted { $0.mediaType < $1.mediaType })
  }

  private static func content(of value: JSONValue, mediaType: String) -> MediaBundle.Content? {
    guard let text = value.joinedLines else { return nil }
    switch mediaType {
    case "text/plain", "text/html", "text/markdown", "text/latex": return .text(text)
    case "image/svg+xml": return .data(Array(text.utf8))
    case "image/png", "image/jpeg": return Base64.bytes(of: text).map { .data($0) }
    default: return nil
    }
  }
}
