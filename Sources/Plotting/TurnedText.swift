/// Names below an axis that are turned because they would run into each other.
enum TurnedText {
  /// How gnuplot is told to turn the names of an axis.
  static let option = "rotate by -35 "

  /// The name, or its start and an ellipsis where it is longer than a turned name should be.
  static func shortened(_ name: String) -> String { TextWidth.truncated(name, columns: 24) }

  /// The pixels between names that do not touch: lines that are turned by 35° are sin 35° of that apart.
  static let pitch = 25.0

  /// Of how many names one is shown where they are so many pixels apart.
  static func step(roomPerName: Double) -> Int {
    Int(min(1e9, (pitch / max(roomPerName, 1e-9)).rounded(.up)))
  }

  /// How far to the right the longest of some names reaches: cos 35° of its length.
  static func width(of names: some Collection<String>) -> Double { longest(names) * 0.82 }

  /// How far down the longest of some names reaches: sin 35° of its length.
  static func height(of names: some Collection<String>) -> Double { longest(names) * 0.58 + 10 }

  private static func longest(_ names: some Collection<String>) -> Double {
    names.map { TextWidth.pixels(shortened($0)) }.max() ?? 0
  }
}
