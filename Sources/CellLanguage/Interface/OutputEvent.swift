/// Something that a running cell shows.
public enum OutputEvent: Sendable {
  /// Text printed by the cell, as it is (a line has its newline).
  case text(String)
  /// A picture, a table or another value with several representations.
  case display(DisplayBundle)
  /// How far long work has come; `nil` when it is over.
  case progress(ProgressReport?)
  /// Something to tell the reader beside the output, such as where something is kept.
  case note(String)
}

/// One thing to show in several representations; the reader takes the best it can show.
public struct DisplayBundle: Sendable, Hashable {
  /// The bytes of one media type.
  public struct Representation: Sendable, Hashable {
    /// `text/plain`, `image/png`, `text/html`, or ``DisplayBundle/terminalMediaType``.
    public let mediaType: String
    /// The content.
    public let bytes: [UInt8]

    /// Bytes of a media type.
    public init(mediaType: String, bytes: [UInt8]) {
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// Text with ANSI escapes for a terminal.
  public static let terminalMediaType = "text/vnd.mamlnb.terminal"

  /// The representations, plain text first.
  public var representations: [Representation]

  /// Something to tell the reader beside it, such as where its file is.
  public var note: String?

  /// A bundle with plain text and, optionally, other representations and a note.
  public init(plainText: String, _ others: [Representation] = [], note: String? = nil) {
    self.note = note
    representations =
      [Representation(mediaType: "text/plain", bytes: Array(plainText.utf8))] + others
  }

  /// The bytes of a media type, if present.
  public func bytes(of mediaType: String) -> [UInt8]? {
    representations.first { $0.mediaType == mediaType }?.bytes
  }

  /// The plain text.
  public var plainText: String {
    String(decoding: bytes(of: "text/plain") ?? [], as: UTF8.self)
  }
}

/// How far long work has come.
public struct ProgressReport: Sendable, Hashable {
  /// A number to show beside the progress: a loss, an accuracy.
  public struct Measure: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: Double

    /// A named number.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// What is counted.
  public enum Unit: Sendable, Hashable {
    /// Pieces of work.
    case steps
    /// Bytes of a file.
    case bytes
  }

  /// What is being done.
  public var title: String
  /// Steps done.
  public var completed: Int
  /// Steps in all, where known.
  public var total: Int?
  /// What the steps are.
  public var unit: Unit
  /// Numbers to show beside it.
  public var measures: [Measure]

  /// A report.
  public init(
    title: String, completed: Int, total: Int? = nil, unit: Unit = .steps, measures: [Measure] = []
  ) {
    self.title = title
    self.completed = completed
    self.total = total
    self.unit = unit
    self.measures = measures
  }
}

/// Where the output of a running cell goes; called from the thread that runs the cell, and from
/// library threads for progress.
public protocol Console: AnyObject, Sendable {
  /// Shows something.
  func emit(_ event: OutputEvent)

  /// One line of input for `readLine()`, without its newline; `nil` at the end (the default).
  func readLine() -> String?
}

extension Console {
  /// No input.
  public func readLine() -> String? { nil }
}
