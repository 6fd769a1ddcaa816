internal import CellLanguage

/// A read-only property of a host type, from its declaration and the way to read it.
///
///     property("var count: Int", "The number of characters.", of: ImageCollection.self) { $0.count }
func property<Owner: CellConvertible, Content: CellConvertible>(
  _ declaration: String, _ documentation: String, of owner: Owner.Type = Owner.self,
  _ read: @escaping @Sendable (Owner) throws -> Content
) -> HostFunction {
  HostFunction(declaration, documentation, read)
}

/// A place that a cell asked for and that is not there.
///
/// Libraries trap on a bad index; in a cell it must be an error like that of Swift's own arrays.
struct IndexOutOfRange: Error, CustomStringConvertible {
  /// What the cell asked for.
  let index: Int
  /// The number of places.
  let count: Int

  /// The error in words.
  var description: String {
    count == 0
      ? "Index out of range: \(index), where there is nothing"
      : "Index out of range: \(index) is not in 0..<\(count)"
  }

  /// Throws unless the index is one of `count` places.
  static func check(_ index: Int, count: Int) throws(IndexOutOfRange) {
    guard index >= 0, index < count else {
      throw IndexOutOfRange(index: index, count: count)
    }
  }
}
