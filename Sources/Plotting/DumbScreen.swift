/// What gnuplot's `dumb` terminal drew: characters, and the colour that each was drawn in.
///
/// The colours are codes of ours, not colours to see: they say which part of a chart a character
/// belongs to, so that each part can be shown in the way the terminal at hand does best.
struct DumbScreen: Equatable {
  /// A character and the code of the colour it was drawn in.
  struct Cell: Equatable {
    var character: Character
    var code: UInt32
  }

  /// The lines, each with its blanks.
  private(set) var lines: [[Cell]]

  /// Reads the output of `dumb` with `ansirgb`.
  init(_ output: String) {
    lines = [[]]
    var code: UInt32 = 0
    var rest = Substring(output)
    while let character = rest.popFirst() {
      switch character {
      case "\n": lines.append([])
      // The form feed that starts every plot.
      case "\u{0C}", "\r": break
      case "\u{1B}": code = DumbScreen.color(&rest) ?? 0
      default: lines[lines.count - 1].append(Cell(character: character, code: code))
      }
    }
    // The line break that ends the last line.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
  }

  /// Takes the rest of an escape sequence and returns the colour that it sets.
  private static func color(_ rest: inout Substring) -> UInt32? {
    guard rest.first == "[", let end = rest.firstIndex(where: \.isLetter) else { return nil }
    let numbers = rest[..<end].dropFirst().split(separator: ";").compactMap { UInt32($0) }
    rest = rest[rest.index(after: end)...]
    guard numbers.count == 5, numbers[0] == 38, numbers[1] == 2 else { return nil }
    return numbers[2] << 16 | numbers[3] << 8 | numbers[4]
  }

  /// The code of the character at a place; 0 for a blank and outside.
  func code(_ row: Int, _ column: Int) -> UInt32 {
    guard lines.indices.contains(row), lines[row].indices.contains(column) else { return 0 }
    let cell = lines[row][column]
    // A blank keeps the colour of what was drawn before it.
    return cell.character == " " ? 0 : cell.code
  }
}
