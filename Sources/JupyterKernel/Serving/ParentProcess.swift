internal import Glibc

/// The process that has started the kernel, without which nobody would ever end it.
public struct ParentProcess: Sendable {
  /// Who was the parent at the start: what Jupyter names, or something between the two.
  private let parent = getppid()
  /// Whom Jupyter names; nil where that is nobody whom this process can see.
  private let named: pid_t?

  /// The process that Jupyter names in `JPY_PARENT_PID`; nil where it names none.
  public init?(_ text: String?) {
    guard let number = text.flatMap({ pid_t($0) }), number > 1 else { return nil }
    named = kill(number, 0) == 0 || errno == EPERM ? number : nil
  }

  /// Whether it has ended.
  var hasEnded: Bool {
    if getppid() != parent { return true }
    guard let named else { return false }
    return kill(named, 0) != 0 && errno == ESRCH
  }
}
