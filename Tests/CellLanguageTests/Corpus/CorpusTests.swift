import CellLanguage
import Foundation
import Testing

/// Every program of the corpus does in a cell what swiftc's binary does.
///
/// `CORPUS_SUMMARY=1` prints how many programs of each folder agree, `CORPUS_SUMMARY=all` why the
/// others do not.
@Suite struct CorpusTests {
  private static let runner = CellRunner(limits: Corpus.limits)

  @Test(arguments: Corpus.folders)
  func `the programs of a folder agree with swiftc, but for those known to fail`(
    _ folder: String
  ) throws {
    let programs = try Corpus.programs(in: folder)

    let disagreements = programs.map { ($0.name, $0.disagreement(CorpusTests.runner)) }

    for (name, disagreement) in disagreements {
      let isKnown = Corpus.knownFailures.contains(name)
      if let disagreement {
        #expect(isKnown, "\(name): \(disagreement)")
      } else {
        #expect(!isKnown, "\(name) agrees: take it out of known-failures.txt")
      }
    }
    summarize(folder, disagreements)
  }

  @Test func `every known failure is a program of the corpus`() throws {
    let names = try Corpus.folders.flatMap { try Corpus.programs(in: $0) }.map(\.name)

    #expect(Corpus.knownFailures.subtracting(names) == [])
  }

  private func summarize(_ folder: String, _ disagreements: [(String, String?)]) {
    guard let wish = ProcessInfo.processInfo.environment["CORPUS_SUMMARY"] else { return }
    let failed = disagreements.filter { $0.1 != nil }
    print(
      "corpus \(folder): \(disagreements.count) run, \(disagreements.count - failed.count) pass, "
        + "\(failed.count) fail")
    guard wish == "all" else { return }
    for (name, disagreement) in failed { print("  \(name): \(disagreement ?? "")") }
  }
}
