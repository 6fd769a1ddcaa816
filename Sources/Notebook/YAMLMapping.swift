internal import CYAML

/// The keys of a YAML text that is one mapping, read by libyaml.
///
/// Types are left open: a title `1.0` stays text.
struct YAMLMapping {
  /// One key with its value, and the line that the key is on, counted from 0.
  struct Entry {
    /// The key; nil where it is more than a word.
    let key: String?
    let value: Settings.Value
    let line: Int
  }

  /// The entries in the order of the text; none where it is empty.
  let entries: [Entry]

  /// Reads a text.
  init(_ text: String) throws(YAMLError) {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) != 0 else {
      throw YAMLError(line: 0, kind: .invalidYAML("out of memory"))
    }
    defer { unsafe yaml_parser_delete(&parser) }
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    // The parser keeps the pointer, so all is read while it is valid.
    let bytes = Array(text.utf8)
    let result = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      return unsafe Self.read(&parser)
    }
    entries = try result.get()
  }

  private static func read(_ parser: inout yaml_parser_t) -> Result<[Entry], YAMLError> {
    var document = unsafe yaml_document_t()
    guard unsafe yaml_parser_load(&parser, &document) != 0 else {
      return .failure(unsafe YAMLError(parser))
    }
    defer { unsafe yaml_document_delete(&document) }
    let result = Result { () throws(YAMLError) in try unsafe entries(of: &document) }
    guard case .success(let found) = result, unsafe yaml_document_get_root_node(&document) != nil
    else { return result }

    var next = unsafe yaml_document_t()
    guard unsafe yaml_parser_load(&parser, &next) != 0 else {
      return .failure(unsafe YAMLError(parser))
    }
    defer { unsafe yaml_document_delete(&next) }
    guard let second = unsafe yaml_document_get_root_node(&next) else { return .success(found) }
    return .failure(
      YAMLError(
        line: unsafe Int(second.pointee.start_mark.line),
        kind: .invalidYAML("found another document")))
  }

  private static func entries(of document: inout yaml_document_t) throws(YAMLError) -> [Entry] {
    guard let root = unsafe yaml_document_get_root_node(&document) else { return [] }
    guard unsafe root.pointee.type == YAML_MAPPING_NODE else {
      if unsafe scalar(root) == "" { return [] }
      throw YAMLError(line: unsafe Int(root.pointee.start_mark.line), kind: .notAMapping)
    }
    let pairs = unsafe root.pointee.data.mapping.pairs
    var entries: [Entry] = []
    for index in unsafe 0..<(pairs.top - pairs.start) {
      guard let key = unsafe yaml_document_get_node(&document, pairs.start[index].key),
        let value = unsafe yaml_document_get_node(&document, pairs.start[index].value)
      else { continue }
      let line = unsafe Int(key.pointee.start_mark.line)
      entries.append(
        Entry(key: unsafe scalar(key), value: unsafe self.value(value, &document), line: line))
    }
    return entries
  }

  private static func value(
    _ node: UnsafeMutablePointer<yaml_node_t>, _ document: inout yaml_document_t
  ) -> Settings.Value {
    if let text = unsafe scalar(node) { return .scalar(text) }
    guard unsafe node.pointee.type == YAML_SEQUENCE_NODE else { return .nested }
    let items = unsafe node.pointee.data.sequence.items
    var texts: [String] = []
    for index in unsafe 0..<(items.top - items.start) {
      guard let item = unsafe yaml_document_get_node(&document, items.start[index]),
        let text = unsafe scalar(item)
      else { return .nested }
      texts.append(text)
    }
    return .list(texts)
  }

  /// The text of a scalar; nil for any other node.
  private static func scalar(_ node: UnsafeMutablePointer<yaml_node_t>) -> String? {
    guard unsafe node.pointee.type == YAML_SCALAR_NODE else { return nil }
    let scalar = unsafe node.pointee.data.scalar
    return unsafe String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }
}

/// What is wrong with a YAML text, and the line that it is on, counted from 0.
struct YAMLError: Error {
  let line: Int
  let kind: NotebookProblem.Kind
}

extension YAMLError {
  /// What a parser that stopped says.
  fileprivate init(_ parser: yaml_parser_t) {
    // Where the bytes are not text there is a reason, but no place.
    line = unsafe parser.error == YAML_READER_ERROR ? 0 : Int(parser.problem_mark.line)
    kind = .invalidYAML(unsafe parser.problem.map { unsafe String(cString: $0) } ?? "out of memory")
  }
}
