internal import Plotting

/// How the terminal shows figures.
public enum Graphics: String, Sendable, CaseIterable {
  /// By the best means that the terminal has.
  case automatic = "auto"
  /// By kitty's protocol.
  case kitty
  /// By iTerm2's protocol.
  case iterm
  /// By sixels.
  case sixel
  /// As coloured blocks of characters.
  case blocks
  /// As plain characters.
  case dumb
  /// Not at all: only files are written.
  case none

  /// What the terminal can show, after asking it where nothing is forced; nil for nothing.
  ///
  /// - Parameter typed: is given what somebody typed while the terminal was asked.
  func terminal(typed: ([UInt8]) -> Void) -> TerminalGraphics? {
    if self == .none { return nil }
    let detection = TerminalGraphics.detected(drawing: TerminalGraphics.Drawing(rawValue: rawValue))
    if !detection.typed.isEmpty { typed(detection.typed) }
    return detection.terminal
  }
}
