/// An opaque colour of eight bits a channel.
public struct FigureColor: Sendable, Hashable {
  /// The red channel.
  public var red: UInt8

  /// The green channel.
  public var green: UInt8

  /// The blue channel.
  public var blue: UInt8

  /// Makes a colour from its channels.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a colour from the number behind the `#` of a web colour: `0xD55E00` is vermilion.
  public init(_ code: UInt32) {
    red = UInt8(truncatingIfNeeded: code >> 16)
    green = UInt8(truncatingIfNeeded: code >> 8)
    blue = UInt8(truncatingIfNeeded: code)
  }

  /// Makes a grey: 0 is black, 255 white.
  public init(grey: UInt8) {
    self.init(red: grey, green: grey, blue: grey)
  }

  /// The colour as gnuplot and the web write it: `#d55e00`.
  public var code: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce(into: "#") { text, channel in
      text.append(digits[Int(channel >> 4)])
      text.append(digits[Int(channel & 15)])
    }
  }

  /// How bright the colour looks, from 0 to 1, by the television weights (BT.709).
  var brightness: Double {
    (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }

  /// The colour between this one (at 0) and another (at 1).
  func blended(with other: FigureColor, at fraction: Double) -> FigureColor {
    func channel(_ start: UInt8, _ end: UInt8) -> UInt8 {
      UInt8((Double(start) + (Double(end) - Double(start)) * fraction).rounded())
    }
    return FigureColor(
      red: channel(red, other.red), green: channel(green, other.green),
      blue: channel(blue, other.blue))
  }
}

extension FigureColor {
  /// Black.
  public static let black = FigureColor(0x000000)
  /// White.
  public static let white = FigureColor(0xFFFFFF)
  /// Mid grey.
  public static let grey = FigureColor(0x7F7F7F)
  /// Okabe and Ito's blue.
  public static let blue = FigureColor(0x0072B2)
  /// Okabe and Ito's vermilion.
  public static let vermilion = FigureColor(0xD55E00)
  /// Okabe and Ito's bluish green.
  public static let green = FigureColor(0x009E73)
  /// Okabe and Ito's reddish purple.
  public static let purple = FigureColor(0xCC79A7)
  /// Okabe and Ito's orange.
  public static let orange = FigureColor(0xE69F00)
  /// Okabe and Ito's sky blue.
  public static let sky = FigureColor(0x56B4E9)
  /// Okabe and Ito's yellow; pale on white paper, so the last of the palette.
  public static let yellow = FigureColor(0xF0E442)

  /// The colours of series that name none, in order: Okabe and Ito's set, told apart by people of
  /// every kind of colour vision, the strongest on white first.
  public static let palette: [FigureColor] = [
    .blue, .vermilion, .green, .purple, .orange, .sky, FigureColor(0x555555), .yellow,
  ]

  /// Frames and captions of right answers.
  static let right = FigureColor.green
  /// Frames and captions of wrong answers.
  static let wrong = FigureColor.vermilion
}
