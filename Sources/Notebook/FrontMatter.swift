/// What a notebook says about itself before its first block.
public struct FrontMatter: Sendable, Equatable {
  /// The title of the notebook.
  public var title: String?
  /// The seed that everything random in the notebook starts from.
  public var seed: UInt64 = 0
  /// The name of a data set, or the folder that holds one.
  public var data: String?
  /// The front matter with its two `---` lines, exactly as the file has it; empty where there is
  /// none.
  public internal(set) var text = ""

  /// The front matter of a notebook that has none.
  public init() {}

  /// The keys that it may have.
  static let keys = ["title", "seed", "data"]
}
