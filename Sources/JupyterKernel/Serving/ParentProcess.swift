internal import Glibc

/// The process that has started the kernel, without which nobody would ever end it.
public struct ParentProcess: Sendable {
  /// Who was the parent at the start: what Jupyter names, or something between the two.
  private let parent = getppid()
  /// Whom Jupyter names.
  private let named: pid_t

  /// The process that Jupyter names in `JPY_PARENT_PID`; nil where it names none that could go.
  public init?(_ text: String?) {
    guard let number = text.flatMap({ pid_t($0) }), number > 1 else { return nil }
    named = number
    // Started from outside of a container, whose processes have other numbers.
    if parent == 0 { return nil }
  }

  /// Whether it has ended, which it may have done before the kernel began: then init has taken its place.
  var hasEnded: Bool {
    getppid() != parent || parent == 1 || kill(named, 0) != 0 && errno == ESRCH
  }
}
