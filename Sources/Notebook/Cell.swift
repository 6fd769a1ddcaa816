/// A piece of a notebook that runs.
public struct Cell: Sendable, Equatable {
  /// What runs a cell.
  public enum Kind: Sendable, Equatable {
    /// The cell language.
    case swift
    /// The shell, where it is allowed.
    case shell
  }

  /// What runs it.
  public let kind: Kind
  /// Its place among the cells of the notebook, counted from 1.
  public let number: Int
  /// What its option lines say.
  public let options: CellOptions
  /// What runs: the block's contents after the option lines, with lines that end in `\n`.
  public let source: String
  /// The line of the file that `source` begins on, counted from 1.
  public let firstLine: Int
  /// The line of the file that the opening fence is on.
  public let fenceLine: Int
  /// The whole block with its fences, exactly as the file has it.
  public let text: String

  /// What people and files call it: its `id`, or `cell-N` for the N-th cell.
  public var name: String { options.id ?? "cell-\(number)" }

  /// Whether there is nothing in it to run.
  public var isBlank: Bool { source.allSatisfy(\.isWhitespace) }
}
