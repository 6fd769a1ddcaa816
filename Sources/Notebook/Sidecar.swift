internal import Text

/// What running a notebook produced, as the folder `NAME.out/` beside the notebook keeps it:
/// `outputs.json` with nbformat's output objects, and the images in files of their own.
///
/// Where nbformat puts an image as base64 into `data`, the sidecar writes a file and names it in
/// `metadata`, so that a figure can be looked at and compared like any other:
///
/// ```json
/// {"data": {"text/plain": ["a figure"]}, "metadata": {"image/png": {"file": "curve-1.png"}}, …}
/// ```
///
/// There is no time and no count in it: the same notebook with the same outputs gives the same bytes.
/// Each record has a digest of the cells up to its own, so that outputs of another version are told from
/// those of this one.
public struct Sidecar: Sendable, Equatable {
  /// What each cell produced, in the order of the notebook.
  public var cells: [CellRecord]
  /// The values that prose shows, in the order of the notebook.
  public var prose: [ProseRecord]

  /// What one cell produced.
  public struct CellRecord: Sendable, Equatable {
    /// The cell's name.
    public var name: String
    /// How running it ended.
    public var outcome: Outcome
    /// What it produced, in order.
    public var outputs: [Output]
    /// What it and the cells before it said when it ran; nil where that is not known.
    public var source: SourceDigest?

    /// The record of a cell.
    public init(
      name: String, outcome: Outcome, outputs: [Output], source: SourceDigest? = nil
    ) {
      self.name = name
      self.outcome = outcome
      self.outputs = outputs
      self.source = source
    }
  }

  /// How running a cell ended.
  public enum Outcome: String, Sendable {
    /// It did what it should, which may be to fail.
    case ok
    /// It failed, or was expected to and did not.
    case error
    /// It was stopped by hand.
    case interrupted
    /// It was left out.
    case skipped
  }

  /// A file of the folder.
  public struct File: Sendable, Equatable {
    /// Its name within the folder.
    public let name: String
    /// Its contents.
    public let bytes: [UInt8]
  }

  /// The outputs of these cells, and the values of this prose.
  public init(cells: [CellRecord] = [], prose: [ProseRecord] = []) {
    self.cells = cells
    self.prose = prose
  }

  /// The name of the file that lists the outputs.
  public static let listName = "outputs.json"

  /// The folder for the outputs of the notebook at `path`: `NAME.out` beside it.
  public static func folder(forNotebook path: String) -> String {
    stem(ofNotebook: path) + ".out"
  }

  /// The path of a notebook without the ending that marks it as one.
  public static func stem(ofNotebook path: String) -> String {
    for ending in [".mamlnb.md", ".mamlnb"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  /// The file that the image `number` of a cell is in, counted from 1 over the bundles of the cell
  /// and, within each, over the types of its images in alphabetical order.
  public static func imageName(cell: String, number: Int, mediaType: String) -> String {
    "\(cell)-\(number).\(MediaBundle.fileExtension(for: mediaType))"
  }

  /// The files of the folder: the images first and the list that names them last, so that a
  /// reader who finds the list finds the images.
  public var files: [File] {
    var images: [File] = []
    let records = cells.map { JSONValue.object($0.members(images: &images)) }
    var members: [JSONValue.Member] = [
      .init(key: "mamlnb_outputs", value: .integer(1)), .init(key: "cells", value: .array(records)),
    ]
    if !prose.isEmpty {
      members.append(.init(key: "prose", value: .array(prose.map { .object($0.members) })))
    }
    let list = JSONValue.object(members)
    return images + [File(name: Self.listName, bytes: Array(list.text.utf8))]
  }
}

extension Sidecar.CellRecord {
  /// The record as a JSON object, with its images as files.
  func members(images: inout [Sidecar.File]) -> [JSONValue.Member] {
    var count = 0
    let values = outputs.map { output in
      output.encoded { representation, bytes in
        count += 1
        let name = Sidecar.imageName(
          cell: self.name, number: count, mediaType: representation.mediaType)
        images.append(Sidecar.File(name: name, bytes: bytes))
        return name
      }
    }
    return [
      .init(key: "id", value: .string(name)),
      .init(key: "outcome", value: .string(outcome.rawValue)),
      .init(key: "outputs", value: .array(values)),
    ] + (source.map { [.init(key: "source", value: .string($0.text))] } ?? [])
  }
}

// MARK: - Reading

/// A list of outputs that cannot be read.
public enum SidecarError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The list is not JSON, with the reader's reason.
  case notJSON(String)
  /// The list is JSON of another shape; the path says where.
  case unexpectedShape(path: String)

  /// The fault in words.
  public var description: String {
    switch self {
    case .notJSON(let reason): reason
    case .unexpectedShape(let path): "not a list of outputs: unexpected value at \(path)"
    }
  }
}

extension Sidecar {
  /// Reads the list of outputs.
  ///
  /// - Parameters:
  ///   - list: the contents of `outputs.json`.
  ///   - file: the bytes of a file of the folder, or nil where it cannot be read; the
  ///     representation that it should hold is then left out.
  public init(
    parsing list: String, file: (_ name: String) -> [UInt8]? = { _ in nil }
  ) throws(SidecarError) {
    let root: JSONValue
    do {
      root = try JSONValue(parsing: list)
    } catch {
      throw .notJSON(error.description)
    }
    guard let records = root["cells"]?.array else { throw .unexpectedShape(path: "cells") }
    cells = []
    for (index, record) in records.enumerated() {
      cells.append(try CellRecord(decoding: record, at: "cells[\(index)]", file: file))
    }
    // Before prose had values there was nothing of the kind.
    prose = (root["prose"]?.array ?? []).compactMap(ProseRecord.init(decoding:))
  }
}

extension Sidecar.CellRecord {
  /// Reads a record that `members(images:)` made; an error names its place, `path`.
  init(
    decoding value: JSONValue, at path: String, file: (_ name: String) -> [UInt8]?
  ) throws(SidecarError) {
    // Images are named after the cell.
    guard let name = value["id"]?.string, CellOptions.isName(name),
      let outcome = value["outcome"]?.string.flatMap(Sidecar.Outcome.init(rawValue:)),
      let values = value["outputs"]?.array
    else { throw .unexpectedShape(path: path) }
    let source = value["source"]?.string.flatMap { SourceDigest($0) }
    self.init(name: name, outcome: outcome, outputs: [], source: source)
    for (index, value) in values.enumerated() {
      guard let output = Output(decoding: value, file: { Self.isPlain($0) ? file($0) : nil })
      else { throw .unexpectedShape(path: "\(path).outputs[\(index)]") }
      outputs.append(output)
    }
  }

  /// Whether `name` is a file of the folder itself: a list that somebody else wrote must not be
  /// able to name others.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
  }
}
