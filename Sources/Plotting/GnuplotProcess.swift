internal import Synchronization
package import SystemFiles

/// Draws figures with gnuplot.
///
///     let gnuplot = GnuplotProcess()
///     try gnuplot.write(figure, to: "plots/accuracy.png")
///     print(try gnuplot.terminalText(figure, for: TerminalGraphics.detected().terminal))
///
/// The program starts with the first figure and stays for the next ones; when it dies or hangs, it is
/// replaced. One figure is drawn at a time, whichever thread asks. Every method throws a
/// ``FigureError`` (the figure cannot be drawn), a ``GnuplotError`` (gnuplot failed) or a `FileError`
/// (the disk failed), and then has left nothing behind.
public final class GnuplotProcess: Sendable {
  /// The program, found in `PATH` unless it has a slash.
  public let executable: String

  /// How long one figure may take.
  public let timeout: Duration

  private let child = Mutex<GnuplotChild?>(nil)

  /// Names the program; nothing is started yet.
  public init(executable: String = "gnuplot", timeout: Duration = .seconds(30)) {
    self.executable = executable
    self.timeout = timeout
  }

  /// The id of the process while one runs.
  public var processID: Int32? {
    child.withLock { child in child?.processID }
  }

  /// Ends the process; the next figure starts another.
  public func stop() {
    child.withLock { child in child = nil }
  }
}

// MARK: - Drawing

extension GnuplotProcess {
  /// The figure as a PNG picture.
  public func png(
    _ figure: Figure, size: FigureSize? = nil, interrupt: @Sendable () -> Bool = { false }
  ) throws -> [UInt8] {
    // Grids in grids without end have no size that could be told.
    try figure.validate()
    return try draw(figure, on: .png(size ?? figure.preferredSize), interrupt: interrupt)
  }

  /// Draws the figure on a canvas and returns the picture's bytes.
  public func draw(
    _ figure: Figure, on canvas: Canvas, interrupt: @Sendable () -> Bool = { false }
  ) throws -> [UInt8] {
    var script = try FigureRenderer(canvas: canvas).script(for: figure)
    if canvas.usesFontsOfThisMachine { script.replaceCharacters { !Fonts.canShow($0) } }
    let bytes = try run(script, interrupt: interrupt)
    guard canvas.isWhole(bytes) else {
      throw GnuplotError.incompletePicture(byteCount: bytes.count)
    }
    return bytes
  }

  /// Writes the figure to a file, as PNG, SVG or PDF by the end of its name.
  ///
  /// Folders that are missing are made. The picture is written beside the file and then renamed, so
  /// the file is always a whole picture, the old or the new one.
  public func write(
    _ figure: Figure, to path: String, size: FigureSize? = nil,
    interrupt: @Sendable () -> Bool = { false }
  ) throws {
    try write(figure, to: path, in: .everywhere, size: size, interrupt: interrupt)
  }

  /// Writes the figure to one of the files that may be used.
  package func write(
    _ figure: Figure, to path: String, in files: FileAccess, size: FigureSize? = nil,
    interrupt: @Sendable () -> Bool = { false }
  ) throws {
    try figure.validate()
    let canvas = try PictureFormat(path: path).canvas(size ?? figure.preferredSize)
    let bytes = try draw(figure, on: canvas, interrupt: interrupt)
    try files.write(bytes, to: path, lasting: .program, makingFolders: true)
  }

  /// Runs a script and returns what it drew.
  ///
  /// A process that turns out to have died since the last figure is replaced at once.
  package func run(
    _ script: GnuplotScript, interrupt: @Sendable () -> Bool
  ) throws(GnuplotError) -> [UInt8] {
    try child.withLock { (child) throws(GnuplotError) -> [UInt8] in
      for attempt in 0..<2 {
        let isFresh = child == nil
        do throws(GnuplotError) {
          if child == nil {
            child = try GnuplotChild.started(
              executable, timeout: timeout, interrupt: interrupt)
          }
          if let bytes = try child?.draw(script, interrupt: interrupt) { return bytes }
        } catch .failed(let message) {
          throw .failed(message: message)
        } catch .died(let ending, let message) {
          child = nil
          if isFresh || attempt > 0 { throw .died(ending: ending, message: message) }
        } catch {
          child = nil
          throw error
        }
      }
      throw .died(ending: .status(0), message: "")
    }
  }
}
