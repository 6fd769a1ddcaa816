/// A file that somebody could have damaged.
public struct MutatedDocument: Sendable {
  /// What the file was.
  public enum Kind: String, Sendable, CaseIterable {
    /// A notebook.
    case notebook
    /// A notebook of Jupyter.
    case jupyter
    /// The list of outputs of a notebook.
    case outputs
  }

  /// What it was.
  public let kind: Kind
  /// What it is now.
  public let bytes: [UInt8]

  /// The ending of such a file's name.
  public var fileExtension: String {
    switch kind {
    case .notebook: "mamlnb"
    case .jupyter: "ipynb"
    case .outputs: "json"
    }
  }
}
