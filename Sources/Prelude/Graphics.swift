internal import Plotting

/// How the terminal shows figures.
public enum Graphics: String, Sendable, CaseIterable {
  /// By the best means that the terminal has.
  case automatic = "auto"
  /// Not at all: only files are written.
  case none
}
