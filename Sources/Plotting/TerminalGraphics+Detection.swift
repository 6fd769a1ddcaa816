internal import Glibc

extension TerminalGraphics {
  /// What a terminal turned out to be, and what was typed while it was asked.
  public struct Detection: Sendable, Equatable {
    /// The terminal.
    public let terminal: TerminalGraphics
    /// Bytes that a user typed meanwhile, for whoever reads input next.
    public let typed: [UInt8]
  }

  /// Finds out what the terminal behind two descriptors can show.
  ///
  /// Where output is no terminal, nothing is shown and nothing asked. Otherwise the terminal is asked
  /// once, for at most 100 ms, and its answers count; the environment says how many colours it has
  /// and what it is where it does not answer. `drawing` forces a way, without asking. `NO_COLOR`
  /// takes the colours away, not the pictures.
  public static func detected(
    drawing: Drawing? = nil, input: Int32 = 0, output: Int32 = 1,
    environment: [String: String]? = nil
  ) -> Detection {
    detected(
      drawing: drawing, input: input, output: output,
      environment: environment ?? processEnvironment,
      // Only the group in the foreground may talk; another would be stopped.
      isOurs: tcgetpgrp(input) == getpgrp())
  }

  /// The same, when the caller says whether the terminal is ours to talk to.
  package static func detected(
    drawing: Drawing? = nil, input: Int32, output: Int32, environment: [String: String],
    isOurs: Bool
  ) -> Detection {
    let environment = TerminalEnvironment(environment)
    guard isatty(output) == 1 || drawing != nil else {
      return Detection(terminal: .none, typed: [])
    }
    let mayAsk = drawing == nil && isOurs && environment.isWorthAsking
    let replies =
      mayAsk
      ? TerminalQuery.ask(
        input: input, output: output, milliseconds: 100,
        mayAskForKitty: !environment.isMultiplexed)
      : nil
    var terminal = TerminalGraphics(
      drawing: drawing ?? environment.drawing(replies: replies), colors: environment.colors)
    terminal.isInsideTmux = environment.isTmux
    terminal.measure(output)
    if let cell = replies?.cell { terminal.cell = cell }
    return Detection(terminal: terminal, typed: replies?.typed ?? [])
  }

  /// Takes the size of the screen, and of a character where the terminal tells its pixels.
  public mutating func measure(_ output: Int32 = 1) {
    var window = winsize()
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &window) == 0 else { return }
    if window.ws_col > 0 { columns = Int(window.ws_col) }
    if window.ws_row > 0 { rows = Int(window.ws_row) }
    let (across, down) = (Int(window.ws_xpixel) / columns, Int(window.ws_ypixel) / rows)
    if across >= 4, down >= 8 { cell = FigureSize(width: across, height: down) }
  }

  private static var processEnvironment: [String: String] {
    let names = TerminalEnvironment.names
    return names.reduce(into: [:]) { values, name in
      if let value = unsafe getenv(name) { values[name] = unsafe String(cString: value) }
    }
  }
}

/// What environment variables say about a terminal.
package struct TerminalEnvironment {
  private let values: [String: String]

  /// The variables that are read.
  static let names = [
    "TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "LC_TERMINAL", "KITTY_WINDOW_ID", "TMUX",
    "STY", "LC_ALL", "LC_CTYPE", "LANG", "CI",
  ]

  /// Reads variables.
  package init(_ values: [String: String]) {
    self.values = values
  }

  private func value(_ name: String) -> String { values[name] ?? "" }

  private var term: String { value("TERM") }

  /// Whether the terminal answers questions: old ones might print them.
  package var isWorthAsking: Bool {
    !["", "dumb", "linux", "unknown"].contains(term) && !term.hasPrefix("vt")
      && value("CI").isEmpty
  }

  /// Whether tmux stands between us and the terminal.
  var isTmux: Bool { !value("TMUX").isEmpty || term.hasPrefix("tmux") }

  /// Whether any multiplexer does.
  var isMultiplexed: Bool {
    isTmux || !value("STY").isEmpty || term.hasPrefix("screen")
  }

  /// The colours of text.
  package var colors: TerminalGraphics.Colors {
    if !value("NO_COLOR").isEmpty || ["", "dumb", "unknown"].contains(term) || term.hasPrefix("vt")
    {
      return .none
    }
    let modern = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "direct"]
    if ["truecolor", "24bit"].contains(value("COLORTERM")) || modern.contains(where: term.contains)
    {
      return .full
    }
    return term.contains("256color") ? .palette : .ansi
  }

  /// Whether characters beyond ASCII arrive and can be shown.
  package var isUnicode: Bool {
    if ["", "dumb", "linux", "unknown"].contains(term) || term.hasPrefix("vt") { return false }
    // The first that is set decides, as for the C library.
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].map { value($0) }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The best way to show pictures, by the terminal's answers, else by its name.
  package func drawing(replies: TerminalReplies?) -> TerminalGraphics.Drawing {
    if let replies, replies.isComplete {
      if replies.hasKitty { return .kitty }
      if ["iTerm2", "WezTerm"].contains(where: { replies.name.hasPrefix($0) }) { return .iterm }
      if replies.hasSixel { return .sixel }
    } else if !isMultiplexed, value("CI").isEmpty {
      // Inside a multiplexer these speak of the terminal outside, which does not see our pictures.
      if !value("KITTY_WINDOW_ID").isEmpty || term.contains("kitty") || term.contains("ghostty") {
        return .kitty
      }
      let programs = [value("TERM_PROGRAM"), value("LC_TERMINAL")]
      if programs.contains(where: { ["iTerm.app", "iTerm2", "WezTerm"].contains($0) }) {
        return .iterm
      }
    }
    return isUnicode ? .blocks : .dumb
  }
}
