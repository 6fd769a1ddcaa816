import Images
import Plotting
import Testing

struct TerminalTextTests {
  private let gnuplot = GnuplotProcess()
  /// Pictures in characters of images need no gnuplot at all.
  private let none = GnuplotProcess(executable: "/no/such/gnuplot")

  /// The text without escape sequences, line by line.
  private func lines(_ text: String) -> [String] {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\u{1B}" {
        isEscaped = true
      } else if isEscaped {
        isEscaped = !character.isLetter
      } else {
        plain.append(character)
      }
    }
    return plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  private let curve = plot(
    [0.1, 0.5, 0.9], label: "accuracy", title: "Learning", xLabel: "step", yLabel: "share")

  // MARK: - Curves

  @Test(arguments: [(80, 24), (160, 50), (40, 12), (20, 5)])
  func `a curve fits the screen`(columns: Int, rows: Int) throws {
    for drawing in [TerminalGraphics.Drawing.blocks, .dumb] {
      let terminal = TerminalGraphics(drawing: drawing, columns: columns, rows: rows)

      let lines = lines(try gnuplot.terminalText(curve, for: terminal))

      #expect(lines.allSatisfy { TextWidth.columns($0) < max(columns, 26) })
      #expect(lines.count <= max(rows, 14))
      #expect(lines[0].contains("Learning"))
      #expect(lines[1].contains("accuracy"))
      #expect(lines.last?.contains("step") == true)
    }
  }

  @Test func `a curve in plain characters`() throws {
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none, columns: 42, rows: 14)
    let figure = plot([0.0, 1, 2], title: "Up")

    let text = try gnuplot.terminalText(figure, for: terminal)
    #expect(
      text
        == """
                           Up
         2 +                                 ***
           |                             ****
           |                        *****
           |                    ****
         1 |               *****
           |           ****
           |      *****
           |  ****
         0 +-----------------------------------+
           0                 1                 2

        """)
  }

  @Test func `a curve in Unicode has dots finer than characters`() throws {
    let text = try gnuplot.terminalText(curve, for: TerminalGraphics())

    #expect(text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    #expect(text.contains("\u{1B}[38;2;"))
    #expect(text.contains("━━"))
  }

  @Test(arguments: [
    (TerminalGraphics.Colors.full, "\u{1B}[38;2;"), (.palette, "\u{1B}[38;5;"), (.ansi, "\u{1B}[3"),
  ])
  func `colours are those that the terminal has`(
    colors: TerminalGraphics.Colors, start: String
  ) throws {
    let text = try gnuplot.terminalText(curve, for: TerminalGraphics(colors: colors))

    #expect(text.contains(start))
    #expect(colors == .full || !text.contains(";2;"))
  }

  @Test func `of lines in one place the last is seen, and grey ones stay in the background`() throws
  {
    let figure = plot(
      .line([1.0, 1, 1], color: FigureColor(grey: 0xCC)), .line([1.0, 1, 1], color: .orange))

    let text = try GnuplotProcess().terminalText(figure, for: TerminalGraphics())
    let grey = try GnuplotProcess().terminalText(
      plot(.line([1.0, 1, 1], color: FigureColor(grey: 0xCC))), for: TerminalGraphics())

    #expect(text.contains("38;2;230;159;0"))
    #expect(!text.contains("38;2;128;128;128"))
    #expect(grey.contains("38;2;128;128;128"))
  }

  @Test func `without colours there is no escape sequence`() throws {
    let image = Image(width: 2, height: 2, pixels: [-1, 1, 1, -1])
    for figure in [curve, show(image), heatmap([[1.0, 2]]), bar(["a"], [1.0])] {
      for drawing in [TerminalGraphics.Drawing.blocks, .dumb] {
        let terminal = TerminalGraphics(drawing: drawing, colors: .none)
        let text = try gnuplot.terminalText(figure, for: terminal)
        #expect(!text.contains("\u{1B}"))
      }
    }
  }

  @Test func `without colours series are told apart by their marks`() throws {
    let terminal = TerminalGraphics(drawing: .blocks, colors: .none)
    let lines = plot(
      .line([1.0, 2, 3], label: "first"), .line([3.0, 2, 1], label: "second"), title: "Zwei × 2")
    let bars = bar(["a"], [.bars([2.0], label: "first"), .bars([1.0], label: "second")])

    for figure in [lines, bars] {
      let text = try GnuplotProcess().terminalText(figure, for: terminal)
      #expect(text.contains("* first") && text.contains("o second"))
      #expect(text.filter { $0 == "*" }.count > 5 && text.filter { $0 == "o" }.count > 5)
    }
    #expect(try GnuplotProcess().terminalText(lines, for: terminal).contains("Zwei × 2"))
  }

  @Test func `the plainest terminal gets ASCII alone`() throws {
    let figure = plot(
      [0.001, 1000], label: "é", title: "10⁻³ → 学习 …", yScale: .logarithmic)

    let text = try gnuplot.terminalText(
      figure, for: TerminalGraphics(drawing: .dumb, colors: .none))

    #expect(text.allSatisfy { $0.isASCII })
    #expect(text.contains("1e-3 ? ???? ~"))
    #expect(text.contains("\n 1e-2 |"))
    #expect(text.contains("\n  1e2 |"))
  }

  // MARK: - Images

  /// An image with an inked upper left quarter.
  private let corner = Image(
    width: 28, height: 28, pixels: (0..<28 * 28).map { $0 / 28 < 14 && $0 % 28 < 14 ? -1 : 1 })

  @Test func `five images of 28 by 28 stand side by side in 80 columns`() throws {
    let figure = show(Array(repeating: corner, count: 25), columns: 5)

    let lines = lines(try none.terminalText(figure, for: TerminalGraphics(columns: 80, rows: 24)))

    #expect(lines.map(\.count).max() == 5 * 14 + 4)
    #expect(lines.count == 5 * 7 + 4)
  }

  @Test func `an image that fits has a column for each element`() throws {
    let text = try none.terminalText(show(corner), for: TerminalGraphics())

    #expect(lines(text).count == 14)
    // Seven lines of ink before paper, in full colours.
    #expect(text.hasPrefix("\u{1B}[39;48;2;0;0;0m" + String(repeating: " ", count: 14)))
  }

  @Test func `half an element high is half a block`() throws {
    let image = Image(width: 2, height: 2, pixels: [-1, 1, 1, 1])

    let text = try none.terminalText(show(image), for: TerminalGraphics())

    #expect(text.contains("\u{1B}[38;2;0;0;0;48;2;255;255;255m▀"))
  }

  @Test func `without colours ink is dense and paper empty`() throws {
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none)

    let lines = lines(try none.terminalText(show(corner), for: terminal))

    #expect(lines.count == 14)
    #expect(lines[0] == String(repeating: "@", count: 14))
    #expect(lines[13] == "")
  }

  @Test func `a thin stroke stays dark where an image is shrunk to characters`() throws {
    let pixels = (0..<784).map { Float($0 % 28 == 9 ? -1 : 1) }
    let stroke = Image(width: 28, height: 28, pixels: pixels)
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none)

    let lines = lines(
      try none.terminalText(
        show(Array(repeating: stroke, count: 5), columns: 5), for: terminal))

    #expect(lines[0].filter { $0 == "@" }.count == 5)
  }

  @Test func `more images than four screens are counted`() throws {
    let figure = show(Array(repeating: corner, count: 1_000), columns: 5)

    let text = try none.terminalText(figure, for: TerminalGraphics(columns: 80, rows: 24))

    #expect(lines(text).count < 100)
    #expect(text.contains("and 940 more images"))
  }

  @Test func `captions stand below their images in the colour of the verdict`() throws {
    let figure = show([corner, corner], truth: ["a", "b"], predictions: ["a", "a"])

    let text = try none.terminalText(figure, for: TerminalGraphics())

    #expect(text.contains("\u{1B}[38;2;0;158;115;49ma"))
    #expect(text.contains("\u{1B}[38;2;213;94;0;49ma, not b"))
  }

  @Test func `a caption wider than its image takes a second line`() throws {
    let answers = show(
      Array(
        repeating: Image(width: 28, height: 28, pixels: [Float](repeating: 1, count: 784)),
        count: 5),
      truth: ["alef", "bet", "gimel", "dalet", "he"],
      predictions: ["alef", "bet", "gimel", "gimel", "he"], columns: 5)

    let lines = lines(try none.terminalText(answers, for: TerminalGraphics()))

    #expect(lines[lines.count - 2].contains("gimel, not"))
    #expect(lines[lines.count - 1].contains("dalet"))
  }

  @Test func `rows of images that were asked for stay together where half is left of them`() throws
  {
    let images = Array(
      repeating: Image(width: 28, height: 28, pixels: [Float](repeating: 1, count: 784)),
      count: 10)
    let half = TerminalGraphics(columns: 40)

    #expect(lines(try none.terminalText(show(images, columns: 5), for: half)).count < 10)
    #expect(lines(try none.terminalText(show(images), for: half)).count > 15)
  }

  @Test func `a character takes the two colours that come nearest to its dots`() {
    let (ink, paper) = (FigureColor.black, FigureColor.white)
    typealias Cell = BlockPicture.Cell

    #expect(
      BlockPicture.cell([ink, ink, paper, paper]) == Cell(character: "▀", ink: ink, paper: paper))
    #expect(
      BlockPicture.cell([ink, paper, ink, paper]) == Cell(character: "▌", ink: ink, paper: paper))
    #expect(
      BlockPicture.cell([paper, paper, paper, ink]) == Cell(character: "▗", ink: ink, paper: paper))
    #expect(
      BlockPicture.cell([ink, paper, paper, ink]) == Cell(character: "▞", ink: paper, paper: ink))
    #expect(BlockPicture.cell([ink, ink, ink, ink]) == Cell(character: " ", ink: nil, paper: ink))
    #expect(BlockPicture.cell([nil, nil, ink, ink]) == Cell(character: "▄", ink: ink, paper: nil))
  }

  // MARK: - Bars and heatmaps

  @Test func `named bars are lines with their numbers`() throws {
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none, columns: 40)

    let text = try none.terminalText(
      bar(["one", "two"], [1.0, 0.5], errors: [0.1, 0]), for: terminal)

    let lines = lines(text)
    #expect(lines[0].hasPrefix("one ###"))
    #expect(lines[0].hasSuffix("1 +- 0.1") || lines[0].hasSuffix("1 ~ 0.1"))
    #expect(lines[0].filter { $0 == "#" }.count > 18)
    #expect((9...12).contains(lines[1].filter { $0 == "#" }.count))
  }

  @Test func `a confusion matrix shows its numbers on their colours`() throws {
    let figure = heatmap([[4, 0], [1, 3]], rowNames: ["a", "b"], columnNames: ["a", "b"])

    let text = try none.terminalText(figure, for: TerminalGraphics())

    #expect(lines(text) == ["   a  b", "a  4  0 ", "b  1  3 "])
    #expect(text.contains("\u{1B}[38;2;255;255;255;48;2;8;69;148m 4 "))
  }

  @Test func `a wide heatmap becomes dots`() throws {
    let rows = (0..<40).map { row in (0..<60).map { Double(row * $0) } }

    let lines = lines(try none.terminalText(heatmap(rows), for: TerminalGraphics()))

    #expect(lines.count == 21)
    #expect(lines[0].allSatisfy { $0 == "▀" || $0 == " " })
    #expect(lines[20].contains("0 to 2301"))
  }

  @Test func `a confusion matrix keeps its numbers in half a screen`() throws {
    let names = ["aleph", "beth", "gimel", "daleth", "he"]
    let figure = heatmap(
      (0..<5).map { row in (0..<5).map { $0 == row ? 20 : 1 } }, rowNames: names,
      columnNames: names)

    let text = try none.terminalText(figure, for: TerminalGraphics(columns: 31))

    #expect(lines(text)[1].contains("20"))
    #expect(lines(text).allSatisfy { TextWidth.columns($0) <= 30 })
  }

  @Test func `a heatmap in characters keeps its shape`() throws {
    let figure = heatmap((0..<40).map { row in (0..<60).map { Double(row * $0) } })

    let shown = lines(
      try none.terminalText(figure, for: TerminalGraphics(drawing: .dumb, colors: .none)))

    #expect(shown.count == 21)
  }

  @Test func `a small heatmap without numbers is large enough to see`() throws {
    let figure = heatmap([[1.0, 2], [3, 4]], showsNumbers: false)

    let shown = lines(try none.terminalText(figure, for: TerminalGraphics()))

    #expect(shown.count == 9)
    #expect(shown[0].count == 16)
  }

  @Test func `figures stand side by side where there is room`() throws {
    let both = grid([show(corner, title: "left"), show(corner, title: "right")])

    let wide = lines(try none.terminalText(both, for: TerminalGraphics(columns: 80)))
    let narrow = lines(try none.terminalText(both, for: TerminalGraphics(columns: 50)))

    #expect(wide[0].contains("left") && wide[0].contains("right"))
    #expect(wide.count == 15)
    #expect(narrow.count == 31)
  }

  // MARK: - Pictures

  /// The bytes of base 64 text.
  private func decoded(_ text: some StringProtocol) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let values = text.compactMap { digits.firstIndex(of: $0) }
    var (bytes, word, bits) = ([UInt8](), 0, 0)
    for value in values {
      (word, bits) = (word << 6 | value, bits + 6)
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: word >> bits))
      }
    }
    return bytes
  }

  @Test func `kitty gets the picture in pieces`() throws {
    let terminal = TerminalGraphics(drawing: .kitty)

    let text = try gnuplot.terminalText(curve, for: terminal)

    let pieces = text.split(separator: "\u{1B}\\").filter { $0.hasPrefix("\u{1B}_G") }
    #expect(pieces.count > 1)
    #expect(pieces[0].hasPrefix("\u{1B}_Ga=T,f=100,t=d,q=2,c=71,m=1;"))
    #expect(pieces.dropFirst().dropLast().allSatisfy { $0.hasPrefix("\u{1B}_Gm=1;") })
    #expect(pieces.last?.hasPrefix("\u{1B}_Gm=0;") == true)
    let data = pieces.map { $0.drop { $0 != ";" }.dropFirst() }
    #expect(data.allSatisfy { $0.count <= 4_096 })
    #expect(PNGPicture(decoded(data.joined())) != nil)
  }

  @Test func `iTerm2 gets the picture whole`() throws {
    let text = try gnuplot.terminalText(curve, for: TerminalGraphics(drawing: .iterm))

    #expect(text.hasPrefix("\u{1B}]1337;File=inline=1;size="))
    #expect(text.hasSuffix("\u{07}\n"))
    #expect(PNGPicture(decoded(text.drop { $0 != ":" }.dropLast(2))) != nil)
  }

  @Test func `a sixel picture has the grey levels of the image`() throws {
    let levels: [Float] = [-1, -0.5, 0, 0.5, 1, -0.75, 0.25, 0.75, -0.25]
    let image = Image(width: 3, height: 3, pixels: levels)
    let size = FigureSize(width: 106, height: 106)

    let text = try gnuplot.terminalText(
      show(image, size: size), for: TerminalGraphics(drawing: .sixel, columns: 100))
    let picture = try #require(SixelPicture(text))

    for (index, level) in levels.enumerated() {
      let x = 8 + (index % 3) * 30 + 15
      let y = 8 + (index / 3) * 30 + 15
      // Gnuplot's sixels have few colours, in whole percentages.
      let grey = Double((level + 1) / 2 * 100)
      #expect(abs(Double(picture[x, y]) - grey) <= 2, "element \(index)")
    }
  }

  @Test func `a terminal that shows nothing gets a line`() throws {
    #expect(try none.terminalText(curve, for: .none) == "figure: Learning (1 series)\n")
    #expect(try none.terminalText(show(corner), for: .none) == "figure: 1 image\n")
  }
}

/// The grey levels of a sixel picture, in percent.
struct SixelPicture {
  private var levels: [[Int]] = []

  init?(_ text: String) {
    guard let start = text.firstIndex(of: "q"), text.hasPrefix("\u{1B}P") else { return nil }
    var rest = text[text.index(after: start)...]
    var (x, y, color, palette) = (0, 0, 0, [Int: Int]())
    func numbers(_ rest: inout Substring) -> [Int] {
      let digits = rest.prefix { $0.isNumber || $0 == ";" }
      rest = rest.dropFirst(digits.count)
      return digits.split(separator: ";").compactMap { Int($0) }
    }
    while let character = rest.popFirst(), character != "\u{1B}" {
      switch character {
      case "#":
        let values = numbers(&rest)
        color = values.first ?? 0
        if values.count == 5 { palette[color] = values[2] }
      case "\"": _ = numbers(&rest)
      case "$": x = 0
      case "-": (x, y) = (0, y + 6)
      case "!":
        let count = numbers(&rest).first ?? 1
        if let next = rest.popFirst() {
          for _ in 0..<count { Self.draw(next, &x, y, palette[color] ?? 0, &levels) }
        }
      default: Self.draw(character, &x, y, palette[color] ?? 0, &levels)
      }
    }
  }

  private static func draw(
    _ character: Character, _ x: inout Int, _ y: Int, _ level: Int, _ levels: inout [[Int]]
  ) {
    guard let value = character.asciiValue, value >= 63 else { return }
    for bit in 0..<6 where (value - 63) >> bit & 1 == 1 {
      while levels.count <= y + bit { levels.append([]) }
      while levels[y + bit].count <= x { levels[y + bit].append(-1) }
      levels[y + bit][x] = level
    }
    x += 1
  }

  subscript(x: Int, y: Int) -> Int {
    levels.indices.contains(y) && levels[y].indices.contains(x) ? levels[y][x] : -1
  }
}
