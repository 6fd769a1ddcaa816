import Notebook
import NotebookSession
import Testing

/// What is said of a run when it has ended.
@Suite struct RunSummaryTests {
  private func summary(_ cells: (String, Sidecar.Outcome?, Double)...) -> RunSummary {
    RunSummary(
      cells: cells.map { .init(name: $0.0, outcome: $0.1, time: .milliseconds(Int($0.2 * 1000))) })
  }

  @Test func `a quick success needs no word`() {
    #expect(summary().text == nil)
    #expect(summary(("a", .ok, 0.2), ("b", .ok, 0.7)).text == nil)
  }

  @Test func `what took long is named, the slowest first`() {
    #expect(summary(("a", .ok, 3.24)).text == "1 cell ran in 3.2 s")
    #expect(
      summary(("a", .ok, 1.5), ("b", .ok, 0.2), ("train", .ok, 125)).text
        == "3 cells ran in 2 min 7 s; 'train' 2 min 5 s, 'a' 1.5 s")
    #expect(summary(("a", .ok, 0.6), ("b", .ok, 0.6)).text == "2 cells ran in 1.2 s")
    #expect(summary(("a", .ok, 3_725)).text == "1 cell ran in 1 h 2 min")
    #expect(summary(("a", .ok, 59.97)).text == "1 cell ran in 1 min 0 s")
  }

  @Test func `a failure says where, after how long, and what did not run`() {
    #expect(
      summary(("a", .ok, 1), ("train", .error, 3.2), ("b", nil, 0), ("c", nil, 0)).text
        == "2 of 4 cells ran, 'train' failed after 3.2 s; 2 did not run")
    #expect(summary(("a", .ok, 0.01), ("b", .error, 0.01)).text == "2 of 2 cells ran, 'b' failed")
    #expect(summary(("a", .error, 0.01)).text == nil)
    #expect(
      summary(("a", .interrupted, 12), ("b", nil, 0)).text
        == "1 of 2 cells ran, 'a' was interrupted after 12 s; 1 did not run")
  }
}
