internal import Notebook
internal import Text

/// A cell that a notebook does not have.
public struct UnknownCell: Error, Equatable, Sendable, CustomStringConvertible {
  /// What it was called.
  public let word: String
  /// The name of a cell that may have been meant.
  public let nearest: String?
  /// How many cells there are.
  public let count: Int

  /// The fault in words.
  public var description: String {
    let suggestion = nearest.map(Text.suggestion(of:))
    return
      "no cell is named '\(word)'\(suggestion ?? "; the cells are numbered from 1 to \(count)")"
  }
}

extension Session {
  /// The place of a cell that is called by its name or its number.
  public func index(ofCell word: String) throws(UnknownCell) -> Int {
    let names = document.cells.map(\.name)
    if let index = names.firstIndex(of: word) { return index }
    if let number = Int(word), names.indices.contains(number - 1) { return number - 1 }
    throw UnknownCell(
      word: word, nearest: nearest(to: word, among: names), count: names.count)
  }
}
