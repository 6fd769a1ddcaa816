package import SystemFiles

/// A split as the walkthrough's `make_data.py` leaves it: three `.npy` files in a folder.
extension ClassSplit {
  /// The names of the files in a folder: those to train with, to choose by and to test with.
  public static let fileNames = ["omniglot_train.npy", "omniglot_val.npy", "omniglot_test.npy"]

  /// Writes the three files into a folder, which is made where it is missing.
  ///
  /// Each has the shape (characters, drawings, 1, 28, 28) and values from −1, ink, to 1, paper.
  public func write(to folder: String, interrupt: () -> Bool = { false }) throws {
    try write(to: folder, in: .everywhere, interrupt: interrupt)
  }

  /// Writes the three files among those that may be used.
  package func write(
    to folder: String, in files: FileAccess, interrupt: () -> Bool
  ) throws {
    try files.makeFolder(folder)
    for (name, characters) in zip(Self.fileNames, [train, validation, test]) {
      guard !interrupt() else { throw CancellationError() }
      try characters.write(to: "\(folder)/\(name)", in: files)
    }
  }

  /// Reads the three files of a folder.
  public init(contentsOf folder: String) throws {
    let parts = try Self.fileNames.map { try ImageCollection(contentsOf: "\(folder)/\($0)") }
    self.init(train: parts[0], validation: parts[1], test: parts[2])
  }
}
