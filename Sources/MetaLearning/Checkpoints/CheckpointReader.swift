/// A file that was written here, while it is taken apart: its texts turned back into values.
struct CheckpointReader {
  /// Where the file is.
  let path: String
  /// What it holds.
  let file: SafeTensors

  /// Looks at a file, which must hold what was asked for, unchanged since it was written.
  init(_ file: SafeTensors, path: String, of content: String) throws(CheckpointError) {
    self.file = file
    self.path = path
    try file.requireSeal(path: path)
    let found = try text(SafeTensors.contentKey)
    guard found == content else {
      throw .otherContent(path: path, expected: content, found: found)
    }
  }

  /// Returns the text of a name.
  func text(_ name: String) throws(CheckpointError) -> String {
    guard let text = file.metadata[name] else {
      throw .wrongText(path: path, name: name, text: nil)
    }
    return text
  }

  /// Returns what a text says, as `read` understands it.
  func value<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(CheckpointError) -> Value {
    let text = try text(name)
    guard let value = read(text) else { throw .wrongText(path: path, name: name, text: text) }
    return value
  }

  /// Returns a count, which is not negative.
  func count(_ name: String) throws(CheckpointError) -> Int {
    try value(name) { text in Int(text).flatMap { $0 >= 0 ? $0 : nil } }
  }

  /// Returns the layers of the network.
  func layers() throws(CheckpointError) -> [Layer] {
    let texts = try text("layers")
    var layers: [Layer] = []
    for text in texts.split(separator: ", ") {
      guard let layer = Layer(text: text) else {
        throw .wrongText(path: path, name: "layer", text: String(text))
      }
      layers.append(layer)
    }
    return layers
  }

  /// Throws where the file has a tensor that writing what was read would not put there.
  func requireNothingBesides(_ insert: (inout SafeTensors) -> Void) throws(CheckpointError) {
    var known = SafeTensors()
    insert(&known)
    let rest = file.tensors.keys.filter { known.tensors[$0] == nil }.sorted()
    if let name = rest.first { throw .unexpectedTensor(path: path, name: name) }
  }
}
