import Foundation
import Images
import Plotting

/// What a process has open, has started and has left in the folder for temporary files.
struct Leftovers: Equatable {
  /// The number of open files.
  let files: Int
  /// The number of child processes.
  let children: Int
  /// The number of temporary files.
  let temporaries: Int

  /// Counts what there is now.
  init() throws {
    let manager = FileManager.default
    files = try manager.contentsOfDirectory(atPath: "/proc/self/fd").count
    let process = ProcessInfo.processInfo.processIdentifier
    children = try String(contentsOfFile: "/proc/self/task/\(process)/children", encoding: .utf8)
      .split(separator: " ").count
    temporaries = try manager.contentsOfDirectory(atPath: manager.temporaryDirectory.path).count
  }

  /// Draws many figures of several kinds, on paper and in characters, and returns what there was
  /// before and after.
  static func ofFigures(_ count: Int) throws -> (before: Leftovers, after: Leftovers) {
    let before = try Leftovers()
    do {
      let gnuplot = GnuplotProcess()
      let image = GrayImage(width: 28, height: 28, pixels: [Float](repeating: -1, count: 784))
      for index in 0..<count {
        let figure =
          switch index % 4 {
          case 0: plot([1, 3, 2, Double(index)])
          case 1: bar(["a", "b"], [1, Double(index)])
          case 2: heatmap([[1, 2], [3, Double(index)]])
          default: show(Array(repeating: image, count: 4))
          }
        _ = try gnuplot.png(figure)
        if index % 10 == 0 { _ = try gnuplot.terminalText(figure, for: TerminalGraphics()) }
      }
      gnuplot.stop()
    }
    return (before, try Leftovers())
  }
}
