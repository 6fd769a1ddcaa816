/// A picture of coloured dots, as block characters with one colour of ink and one of paper.
package struct BlockPicture {
  private let dots: [FigureColor?]
  private let width: Int
  private let height: Int

  /// A picture of `width * height` dots, row by row; `nil` shows the terminal's background.
  init(_ dots: [FigureColor?], width: Int, height: Int) {
    self.dots = dots
    self.width = width
    self.height = height
  }

  /// The characters for each set of dots that are inked: 1 upper left, 2 upper right, 4 lower left,
  /// 8 lower right.
  private static let blocks = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  /// The sets worth trying: the others are these with ink and paper exchanged; half blocks first.
  private static let sets = [3, 5, 1, 2, 4, 8, 6]

  /// The lines of characters, each of two rows of one or two dots.
  func lines(dotsAcross: Int, _ paint: TerminalPaint) -> [String] {
    stride(from: 0, to: height, by: 2).map { row in
      var line = ""
      var previous: (FigureColor?, FigureColor?)?
      for column in stride(from: 0, to: width, by: dotsAcross) {
        let next = dotsAcross == 1 ? column : column + 1
        let four = [dot(row, column), dot(row, next), dot(row + 1, column), dot(row + 1, next)]
        let cell = BlockPicture.cell(four)
        if previous.map({ $0 != (cell.ink, cell.paper) }) ?? true {
          line += paint.start(ink: cell.ink, paper: cell.paper)
          previous = (cell.ink, cell.paper)
        }
        line.append(cell.character)
      }
      return line + paint.reset
    }
  }

  private func dot(_ row: Int, _ column: Int) -> FigureColor? {
    row < height && column < width ? dots[row * width + column] : nil
  }

  /// A character in two colours.
  package struct Cell: Equatable {
    package let character: Character
    package let ink: FigureColor?
    package let paper: FigureColor?

    package init(character: Character, ink: FigureColor?, paper: FigureColor?) {
      self.character = character
      self.ink = ink
      self.paper = paper
    }
  }

  /// The character and the colours that come nearest to four dots.
  package static func cell(_ four: [FigureColor?]) -> Cell {
    if four.allSatisfy({ $0 == four[0] }) {
      return Cell(character: " ", ink: nil, paper: four[0])
    }
    let solid = four.compactMap { $0 }
    if solid.count < 4 {
      // Background shows through: ink what is there.
      let set = four.indices.reduce(0) { $0 | (four[$1] == nil ? 0 : 1 << $1) }
      return Cell(character: blocks[set], ink: mean(solid), paper: nil)
    }
    var best = (error: Int.max, cell: Cell(character: " ", ink: nil, paper: nil))
    for set in sets {
      let inked = solid.indices.filter { set >> $0 & 1 == 1 }.map { solid[$0] }
      let plain = solid.indices.filter { set >> $0 & 1 == 0 }.map { solid[$0] }
      let (ink, paper) = (mean(inked), mean(plain))
      let error =
        inked.reduce(0) { $0 + distance($1, ink) } + plain.reduce(0) { $0 + distance($1, paper) }
      if error < best.error {
        best = (error, Cell(character: blocks[set], ink: ink, paper: paper))
      }
    }
    return best.cell
  }

  private static func mean(_ colors: [FigureColor]) -> FigureColor {
    func channel(_ path: KeyPath<FigureColor, UInt8>) -> UInt8 {
      UInt8(colors.reduce(0) { $0 + Int($1[keyPath: path]) } / max(1, colors.count))
    }
    return FigureColor(
      red: channel(\.red), green: channel(\.green), blue: channel(\.blue))
  }

  private static func distance(_ first: FigureColor, _ second: FigureColor) -> Int {
    let red = Int(first.red) - Int(second.red)
    let green = Int(first.green) - Int(second.green)
    let blue = Int(first.blue) - Int(second.blue)
    return red * red + green * green + blue * blue
  }
}
