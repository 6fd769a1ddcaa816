import CellLanguage
import Dispatch
import Glibc
import NotebookSession
import Testing

@Suite struct FileWatchTests {
  private let place = Workplace()

  /// Waits for a change that an action makes a moment later; false where none is seen in two seconds.
  private func sees(_ action: @escaping @Sendable () -> Void) -> Bool {
    place.write("one".utf8, to: "x")
    var watch = FileWatch(place.path + "/x")
    let flag = InterruptFlag()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1, execute: action)
    DispatchQueue.global().asyncAfter(deadline: .now() + 2) { flag.raise() }
    return watch.waitForChange(until: flag)
  }

  @Test func `a save is seen, whichever way an editor saves`() {
    #expect(sees { [place] in place.write("two and more".utf8, to: "x") })
    #expect(sees { [place] in place.write("two".utf8, to: "x") })
    #expect(
      sees { [place] in
        place.write("two".utf8, to: "y")
        _ = unsafe rename(place.path + "/y", place.path + "/x")
      })
    #expect(
      sees { [place] in
        _ = unsafe rename(place.path + "/x", place.path + "/x~")
        usleep(200_000)
        place.write("two".utf8, to: "x")
      })
  }

  @Test func `reading is no save`() {
    #expect(!sees { [place] in _ = place.read("x") })
  }
}
