extension ConsolePresenter {
  /// What the place that is written to can show.
  public struct Capabilities: Sendable, Equatable {
    /// Whether lines can be redrawn and figures shown.
    public var isTerminal: Bool
    /// Whether escapes for colour are understood.
    public var isColored: Bool
    /// How many columns there are where no window says it.
    public var width: Int
    /// Whether lines that are wider than the window has become are wrapped again, and not cut.
    public var rewraps: Bool

    /// Capabilities; by default those of a file.
    public init(
      isTerminal: Bool = false, isColored: Bool = false, width: Int = 80, rewraps: Bool = true
    ) {
      self.isTerminal = isTerminal
      self.isColored = isColored
      self.width = width
      self.rewraps = rewraps
    }
  }

  /// A place to write to, and what it can show.
  public struct Outlet: Sendable {
    /// Where the text goes.
    public let sink: any TextSink
    /// What can be shown there.
    public let capabilities: Capabilities

    /// A place.
    public init(_ sink: any TextSink, _ capabilities: Capabilities) {
      self.sink = sink
      self.capabilities = capabilities
    }

    /// A descriptor of the process, such as standard error.
    public init(_ sink: DescriptorSink) { self.init(sink, sink.capabilities) }

    /// How many columns there are now.
    var width: Int { sink.window?.columns ?? capabilities.width }
  }
}
