/// Where a presenter writes.
public protocol TextSink: AnyObject, Sendable {
  /// Writes text, at once or soon.
  func write(_ text: String)

  /// Returns when all that was written has gone out, or cannot.
  func flush()

  /// How large the window is now; nil where there is none.
  var window: WindowSize? { get }

  /// Whether nobody will ever read what is written, as after `head` has seen enough.
  var isClosed: Bool { get }
}

extension TextSink {
  /// Nothing waits.
  public func flush() {}

  /// There is no window.
  public var window: WindowSize? { nil }

  /// Somebody reads.
  public var isClosed: Bool { false }
}

/// How many characters a terminal's window shows.
public struct WindowSize: Sendable, Equatable {
  /// The characters beside each other.
  public var columns: Int
  /// The lines.
  public var rows: Int

  /// A size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
