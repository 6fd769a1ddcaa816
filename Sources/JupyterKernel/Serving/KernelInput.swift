internal import NotebookSession
internal import Synchronization

/// Where the entries of a kernel come from: requests, which name themselves and are asked nothing but
/// questions with yes or no.
final class KernelInput: InputReader {
  /// What messages call the cell that runs: `In[3]`, as pages number them.
  var name = "In"
  /// How many of its lines came before the part that runs.
  var lineOffset = 0
  /// Asks the person who has sent the request; nil where nobody can be asked.
  var ask: ((String) -> String?)?

  /// Nobody is there to go on after a failure.
  var isInteractive: Bool { false }

  /// Entries are brought, and not fetched.
  func readInput(prompt: String) -> SessionInput { .endOfInput }

  func confirm(_ question: String) -> Bool {
    guard let ask else { return true }
    return ask(question + " [y/N] ")?.lowercased().hasPrefix("y") == true
  }
}
