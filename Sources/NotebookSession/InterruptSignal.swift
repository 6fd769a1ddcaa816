public import CellLanguage
internal import Glibc

/// Control-C as an interrupt flag.
public enum InterruptSignal {
  /// The flag that the handler raises; the process has one handler, so there is one flag.
  private static let flag = InterruptFlag()

  /// Whether control-C was pressed and nobody has looked yet.
  static var isRaised: Bool { flag.isRaised }

  /// Makes control-C raise a flag instead of ending the process, and writing to a closed pipe an
  /// error instead of a signal.
  ///
  /// - Parameter countsTermination: whether a request to end, as a machine that goes down sends it, is
  ///   such an interrupt too.
  /// - Returns: the flag.
  public static func install(countsTermination: Bool = false) -> InterruptFlag {
    let flag = flag  // made before the handler can want it
    var action = sigaction()
    // The handler does nothing but store to an atomic, the one thing that is safe there.
    unsafe action.__sigaction_handler.sa_handler = { _ in InterruptSignal.flag.raise() }
    action.sa_flags = SA_RESTART
    unsafe sigaction(SIGINT, &action, nil)
    if countsTermination { unsafe sigaction(SIGTERM, &action, nil) }
    signal(SIGPIPE, SIG_IGN)
    return flag
  }
}
