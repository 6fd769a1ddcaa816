import CellLanguage
import Foundation
import Testing

/// Programs of the corpus, cut into cells and restored in the middle, go on as if nothing had happened.
///
/// `CORPUS_SUMMARY=1` prints how many places of how many programs can be restored, `CORPUS_SUMMARY=all`
/// why the others cannot.
@Suite struct KeptCorpusTests {
  /// Programs that show what differs from process to process, which a hash does.
  private static let changing: Set<String> = []

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
          let state = try run.restored(count)
          restoredPlaces += 1
          let outputs = run.outputs(after: count, from: state)
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
  /// Where the program is cut: everywhere in a short one, at some places in a long one.
  fileprivate var cuts: [Int] {
    let count = steps.count
    if count <= 6 || ProcessInfo.processInfo.environment["LONG_TESTS"] != nil {
      return Array(0...count)
    }
    return [1, count / 4, count / 2, 3 * count / 4, count - 1, count]
  }
}
