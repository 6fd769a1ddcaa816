internal import Autodiff
internal import CellLanguage
internal import FewShotData
internal import Images
internal import MetaLearning

/// The functions that read and write arrays, tensors, networks, pictures, tables and texts, as cells see
/// them.
func dataFileFunctions(permissions: FilePermissions) -> [HostFunction] {
  readingFunctions(permissions) + writingFunctions(permissions)
}

private func readingFunctions(_ permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "func loadArray(_ path: String) throws -> Tensor",
      """
      The numbers of a NumPy file (`.npy`), each as the nearest `Float`: real numbers of any size, row by \
      row or column by column, in either byte order.
      """
    ) { (path: String) in try MetaLearning.loadArray(path, in: permissions.files) },
    HostFunction(
      "func loadTensors(_ path: String) throws -> [String: Tensor]",
      """
      The tensors of a safetensors file by their names, whatever program wrote it; each number as the \
      nearest `Float`.
      """
    ) { (path: String) in
      NamedTensors(try MetaLearning.loadTensors(path, in: permissions.files))
    },
    HostFunction(
      """
      func loadTable(_ path: String, separator: String = ",", header: Bool = true) throws -> Table
      """,
      """
      The rows of a `.csv` file under the names of its first row; with `header: false` the columns are \
      `1`, `2`, …. `separator: "\\t"` reads columns between tabs.
      """
    ) { (path: String, separator: String, header: Bool) in
      try FewShotData.loadTable(path, separator: separator, header: header, in: permissions.files)
    },
    HostFunction("func readText(_ path: String) throws -> String", "The text of a file.") {
      (path: String) in try FewShotData.readText(path, in: permissions.files)
    },
    HostFunction("func readLines(_ path: String) throws -> [String]", "The lines of a text file.") {
      (path: String) in try FewShotData.readLines(path, in: permissions.files)
    },
  ]
}

private func writingFunctions(_ permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "func save(_ tensor: Tensor, _ path: String, as kind: NumberKind = .float32) throws",
      """
      Writes a tensor as a NumPy file (`.npy`), whose numbers are of a kind: `.uint8`, `.int64`, \
      `.float64`, ….
      """
    ) { (tensor: Tensor, path: String, kind: NumberKind) in
      try MetaLearning.save(tensor, path, as: kind, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "func save(_ tensors: [String: Tensor], _ path: String) throws",
      "Writes named tensors as a safetensors file, which PyTorch and others read."
    ) { (tensors: NamedTensors, path: String) in
      try MetaLearning.save(tensors.tensors, path, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "func save(_ network: Network, _ path: String) throws",
      """
      Writes a network as a safetensors file, with the names and layouts of PyTorch; \
      `Network(contentsOf:)` reads it again.
      """
    ) { (network: Network, path: String) in
      try MetaLearning.save(network, path, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "func save(_ image: Image, _ path: String) throws",
      "Writes a picture as a `.png` file: −1 becomes black, 1 white."
    ) { (image: Image, path: String) in
      try FileNameError.check(path, endsIn: ".png", for: "an image")
      try image.write(to: path, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "func save(_ table: Table, _ path: String, separator: String = \",\") throws",
      "Writes a table as a `.csv` file, with the names of its columns in the first line."
    ) { (table: Table, path: String, separator: String) in
      try table.write(
        to: path, separator: separator, in: permissions.files, makingFolders: true)
    },
    HostFunction(
      "func writeText(_ text: String, to path: String) throws",
      "Writes a text as a file, in place of what was there."
    ) { (text: String, path: String) in
      try FewShotData.writeText(text, to: path, in: permissions.files, makingFolders: true)
    },
  ]
}

// MARK: - Networks

/// How cells read networks.
func networkFiles(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "init(contentsOf path: String) throws",
      "Reads a network that was saved, or the best network of a saved training."
    ) { (path: String) in try TrainedModel(contentsOf: path, in: permissions.files).network },
    HostFunction(
      "func withParameters(contentsOf path: String) throws -> Network",
      """
      The same layers with the parameters of a safetensors file under PyTorch's names and in its \
      layouts, such as one that PyTorch wrote.
      """
    ) { (network: Network, path: String) in
      try network.withParameters(contentsOf: path, in: permissions.files)
    },
  ]
}

/// The type of networks, which can be read from the files that cells may use.
func networkType(permissions: FilePermissions) -> HostType {
  HostType(
    Network.self, networkType.documentation, conformances: networkType.conformances,
    members: networkFiles(permissions: permissions) + networkType.members)
}
