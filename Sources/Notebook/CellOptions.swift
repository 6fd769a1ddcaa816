/// What the option lines of a cell say, with the names that Quarto and nbclient use.
public struct CellOptions: Sendable, Equatable {
  /// The name that the author gave the cell.
  public var id: String?
  /// Whether running the notebook runs the cell; nil where the cell does not say.
  public var eval: Bool?
  /// Whether the cell's source is shown beside its outputs.
  public var echo = true
  /// Whether the cell is expected to fail: then not failing is an error.
  public var error = false
  /// Labels: `parameters` and `skip-execution` have a meaning, others are the author's own.
  public var tags: [String] = []
  /// The seconds after which the cell is stopped.
  public var timeout: Double?
  /// How far the cell's outputs may be from those of an earlier run, where the two are compared.
  public var tolerance: Tolerance?

  /// Options of a cell that says nothing.
  public init() {}

  /// The names that an option line may use.
  static let keys = ["id", "eval", "echo", "error", "tags", "timeout", "tolerance"]

  /// What Quarto calls an option, and what it is called here.
  static let quarto = ["label": "id"]

  /// Whether running the notebook leaves the cell out.
  public var isSkipped: Bool { eval == false || tags.contains("skip-execution") }

  /// Whether `--set` may change what the cell declares.
  public var declaresParameters: Bool { tags.contains("parameters") }
}
