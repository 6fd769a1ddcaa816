/// How long a download waits for a server, and how often it tries again.
package struct Patience: Sendable, Hashable {
  /// How long reaching the server may take.
  package var connecting = Duration.seconds(15)
  /// How long fewer than ``leastBytes`` may come before the server is taken to have stalled.
  package var silence = Duration.seconds(30)
  /// The number of bytes that show that a server has not stalled: 100 in a second.
  package var leastBytes = 3000
  /// How many attempts in a row may bring nothing new.
  package var attempts = 5
  /// The pause after the first of them; each further one is twice as long.
  package var firstPause = Duration.seconds(1)
  /// The longest pause, whatever a server asks for.
  package var longestPause = Duration.seconds(60)

  /// The patience of a person who waits.
  package init() {}

  /// The pause after so many attempts that brought nothing; at least what the server asks for.
  func pause(afterFailures failures: Int, asked: Duration = .zero) -> Duration {
    let doubled = firstPause * (1 << min(max(failures - 1, 0), 16))
    return min(max(doubled, asked), longestPause)
  }
}
