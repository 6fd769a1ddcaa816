import CellLanguage
import Foundation
import Prelude
import Synchronization

/// Cells with the whole library that may draw, one after the other on one state, and what they
/// showed.
///
/// Pictures go to a folder of its own, which is removed at the end of its life.
final class FigureRun {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "mamlnb-figures-\(UUID().uuidString)").path
  private let console = Recorder()
  private let runner: CellRunner
  private var state = CellState()
  /// A session that draws with a program into its own or another folder; live curves are looked at as text,
  /// or as pages do.
  init(
    gnuplot: String = "gnuplot", graphics: Graphics = .none, plotsFolder: String? = nil,
    isPage: Bool = false
  ) {
    let prelude = Prelude(
      plotsFolder: plotsFolder ?? folder, graphics: graphics, gnuplot: gnuplot,
      permissions: FilePermissions(writable: [folder]))
    console.isPage.withLock { $0 = isPage }
    console.liveCurve = prelude.liveCurve
    runner = CellRunner(library: prelude.library)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a cell and returns why it failed.
  func failure(of source: String, interrupt: InterruptFlag = InterruptFlag()) -> String? {
    let result = runner.run(source, from: state, console: console, interrupt: interrupt)
    state = result.state
    return result.failure?.description
  }

  /// The last figure that was shown.
  var shown: DisplayBundle? { console.shown }

  /// The files in the folder.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// What cells printed.
  var text: String { console.text }

  /// What the live curve looked like at each report of progress.
  var liveCurves: [String?] { console.liveCurves }

  /// The picture of it at each report.
  var livePictures: [DisplayBundle?] { console.livePictures }
}

/// Keeps what cells print, and looks at the live curve as a presenter would.
private final class Recorder: Console {
  private let printed = Mutex("")
  private let bundle = Mutex<DisplayBundle?>(nil)
  private let curves = Mutex<[String?]>([])
  let isPage = Mutex(false)
  private let pictures = Mutex<[DisplayBundle?]>([])
  private let curve = Mutex<LiveCurve?>(nil)

  var text: String { printed.withLock { $0 } }
  var shown: DisplayBundle? { bundle.withLock { $0 } }
  var liveCurves: [String?] { curves.withLock { $0 } }
  var livePictures: [DisplayBundle?] { pictures.withLock { $0 } }
  var liveCurve: LiveCurve? {
    get { curve.withLock { $0 } }
    set { curve.withLock { $0 = newValue } }
  }

  func emit(_ event: OutputEvent) {
    switch event {
    case .text(let text): printed.withLock { $0 += text }
    case .display(let shown): bundle.withLock { $0 = shown }
    case .progress(let report):
      if isPage.withLock({ $0 }) {
        let picture = liveCurve?.picture(isLast: report == nil)
        pictures.withLock { $0.append(picture) }
      } else {
        let text = liveCurve?.text(isLast: report == nil)
        curves.withLock { $0.append(text) }
      }
    case .note: break
    }
  }
}
