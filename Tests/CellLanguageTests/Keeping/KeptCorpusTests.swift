import CellLanguage
import Foundation
import Testing

/// Programs of the corpus, cut into cells and restored in the middle, go on as if nothing had happened.
///
/// `CORPUS_SUMMARY=1` prints how many places of how many programs can be restored, `CORPUS_SUMMARY=all`
/// why the others cannot.
@Suite struct KeptCorpusTests {
  @Test(arguments: Corpus.folders)
  func `a program goes on from a restored state as it did`(_ folder: String) throws {
    var places = 0
    var restoredPlaces = 0
    var reasons: [String] = []

    for program in try Corpus.programs(in: folder) where program.kind == .complete {
      let run = KeptRun(program: program.source)
      for count in run.cuts {
        places += 1
        do {
          let other = run.another
          let state = try run.restored(count, other)
          restoredPlaces += 1
          let outputs = run.outputs(after: count, from: state, other)
          #expect(
            outputs == run.steps.dropFirst(count).map(\.output),
            "\(program.name) after \(count) of \(run.steps.count) cells")
        } catch {
          reasons.append("\(program.name) after \(count): \(error)")
        }
      }
    }

    if let wish = ProcessInfo.processInfo.environment["CORPUS_SUMMARY"] {
      print("kept \(folder): \(restoredPlaces) of \(places) places")
      if wish == "all" { for reason in reasons { print("  \(reason)") } }
    }
  }
}

extension KeptRun {
  /// Where the program is cut: in its middle, or everywhere.
  fileprivate var cuts: [Int] {
    if ProcessInfo.processInfo.environment["LONG_TESTS"] != nil { return Array(0...steps.count) }
    return [(steps.count + 1) / 2]
  }
}
