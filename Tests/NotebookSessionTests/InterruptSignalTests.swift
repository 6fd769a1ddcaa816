import CellLanguage
import Glibc
import NotebookSession
import Testing

@Suite struct InterruptSignalTests {
  /// A program that is started from a thread of a library has what that thread blocks.
  @Test func `is heard where whoever started the program had blocked it`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      var blocked = sigset_t()
      unsafe sigemptyset(&blocked)
      unsafe sigaddset(&blocked, SIGINT)
      unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)

      let flag = InterruptSignal.install()
      raise(SIGINT)

      exit(flag.isRaised ? 7 : 0)
    }
  }
}
