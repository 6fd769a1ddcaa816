public import CellLanguage
internal import Glibc
internal import Synchronization

/// Control-C, and a request to end, as an interrupt flag.
public enum InterruptSignal {
  /// The flag that the handler raises; the process has one handler, so there is one flag.
  private static let flag = InterruptFlag()
  /// The signal that asked for the end, which a later control-C does not take back; 0 before any.
  private static let end = Atomic<Int32>(0)

  /// How many seconds the end may take, where that is limited; otherwise 0.
  private static let grace = Atomic<UInt32>(0)

  /// Whether control-C was pressed and nobody has looked yet.
  static var isRaised: Bool { flag.isRaised }

  /// Whether the process was asked to end, as by a machine that goes down or a terminal that is closed.
  public static var asksForEnd: Bool { end.load(ordering: .relaxed) != 0 }

  /// The status that says which signal ended the process: 130 for control-C, 143 where it was asked to
  /// end, 129 where its terminal was closed.
  public static var exitStatus: Int32 {
    let signal = end.load(ordering: .relaxed)
    return 128 + (signal == 0 ? SIGINT : signal)
  }

  /// Makes control-C raise a flag instead of ending the process, and writing to a closed pipe an
  /// error instead of a signal.
  ///
  /// - Parameter countsTermination: whether a request to end (`SIGTERM`), and the end of the terminal
  ///   (`SIGHUP`) unless the process is to outlive it, are such an interrupt too.
  /// - Parameter grace: how many seconds the end may take then, before the system ends the process: a
  ///   terminal that is held takes no more text, and holds whoever writes to it. 0 for no limit.
  /// - Returns: the flag.
  public static func install(
    countsTermination: Bool = false, grace: UInt32 = 0
  ) -> InterruptFlag {
    Self.grace.store(grace, ordering: .relaxed)
    let flag = flag  // made before the handler can want it
    _ = end.load(ordering: .relaxed)
    var action = sigaction()
    // The handler does nothing but store to atomics and set an alarm, which is safe there.
    unsafe action.__sigaction_handler.sa_handler = { signal in
      if signal != SIGINT {
        InterruptSignal.end.store(signal, ordering: .relaxed)
        alarm(InterruptSignal.grace.load(ordering: .relaxed))
      }
      InterruptSignal.flag.raise()
    }
    action.sa_flags = SA_RESTART
    unsafe sigaction(SIGINT, &action, nil)
    unblock(countsTermination ? [SIGINT, SIGTERM, SIGHUP] : [SIGINT])
    for signal in countsTermination ? [SIGTERM, SIGHUP] : [] {
      var old = sigaction()
      unsafe sigaction(signal, &action, &old)
      // `nohup` has asked for it to be ignored.
      let isIgnored = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1
      if isIgnored { unsafe sigaction(signal, &old, nil) }
    }
    signal(SIGPIPE, SIG_IGN)
    return flag
  }

  /// Lets signals through that whoever started the process had blocked for threads of its own, as
  /// libraries of threads do: a program that is started from one of these has it so.
  private static func unblock(_ signals: [Int32]) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in signals { unsafe sigaddset(&set, signal) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
