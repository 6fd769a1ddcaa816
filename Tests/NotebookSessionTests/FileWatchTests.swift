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
    let (place, path) = (place, place.path + "/x")
    let longer = sees { place.write("two and more".utf8, to: "x") }
    let asLong = sees { place.write("two".utf8, to: "x") }
    let renamed = sees {
      place.write("two".utf8, to: "y")
      _ = unsafe rename(place.path + "/y", path)
    }
    let movedAway = sees {
      _ = unsafe rename(path, path + "~")
      usleep(200_000)
      place.write("two".utf8, to: "x")
    }

    #expect(longer && asLong && renamed && movedAway)
  }

  @Test func `reading is no save`() {
    let place = place
    let isSeen = sees { _ = place.read("x") }

    #expect(!isSeen)
  }
}
