public import CellLanguage
public import SystemFiles

/// What came of keeping a cell.
public enum KeepOutcome: Sendable {
  /// It can be restored.
  case kept
  /// It must run again.
  case notKept(Reason)

  /// Why a cell is not kept.
  public enum Reason: Sendable {
    /// A value cannot be written.
    case notKeepable(KeptError)
    /// The cell before it was not kept.
    case predecessorNotKept
    /// Another process keeps this notebook.
    case heldElsewhere
    /// All states together would take more bytes than they may.
    case tooLarge(limit: Int)
    /// The disk does not take it.
    case file(FileError)
  }
}

extension KeepOutcome.Reason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .notKeepable(let error): "\(error)"
    case .predecessorNotKept: "the cell before it is not kept"
    case .heldElsewhere: "another mamlnb keeps the states of this notebook"
    case .tooLarge(let limit): "the states of the notebook would take more than \(limit >> 20) MiB"
    case .file(let error): "\(error)"
    }
  }
}

/// A cell to be restored: its key, and what is compiled again.
public struct CellToRestore: Sendable {
  /// What its state follows from.
  public var key: CellKey
  /// Its text.
  public var source: String
  /// What messages call it.
  public var name: String
  /// Lines before it in its file.
  public var lineOffset: Int

  /// A cell of the document as it is now.
  public init(key: CellKey, source: String, name: String, lineOffset: Int) {
    (self.key, self.source, self.name, self.lineOffset) = (key, source, name, lineOffset)
  }
}

/// A cell that need not run.
public struct RestoredCell: Sendable {
  /// What it left.
  public let state: CellState
  /// How long it ran, in seconds.
  public let seconds: Double
}

/// The cells that need not run, the first ones of the document, and why the next one must.
public struct Restoration: Sendable {
  /// The cells in their order.
  public internal(set) var cells: [RestoredCell] = []
  /// Why not more; `nil` where there are no more, or nothing is kept of them.
  public internal(set) var obstacle: Obstacle?

  /// Why a cell that was kept must run.
  public enum Obstacle: Sendable {
    /// It has read files that are others now, or written some that are gone.
    case filesChanged([String])
    /// What was kept cannot be made values of again.
    case unreadable(KeptError)
  }
}
