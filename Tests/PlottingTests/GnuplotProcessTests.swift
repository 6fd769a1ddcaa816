import Glibc
import Images
import Plotting
import Synchronization
import SystemFiles
import Testing

struct GnuplotProcessTests {
  private let folder = TemporaryFolder()
  private let curve = plot([1.0, 3, 2], label: "loss", title: "A curve")

  /// A program that answers gnuplot's questions with `version` and `error`, and runs `onLoad` when it
  /// is told to load a script.
  private func fake(version: String = "5.4", error: Int = 0, onLoad: String = ":") -> String {
    folder.program(
      "gnuplot",
      """
      while read -r line; do
        case "$line" in
        load*) \(onLoad) ;;
        print*GPVAL_VERSION) n=${line#*mamlnb }; echo "mamlnb ${n%%:*}: \(version)" ;;
        print*) n=${line#*mamlnb }; echo "mamlnb ${n%%:*}: \(error)" ;;
        esac
      done
      """)
  }

  // MARK: - Pictures

  @Test(arguments: ["png", "svg", "pdf"])
  func `a figure is written in the format of its name`(ending: String) throws {
    let gnuplot = GnuplotProcess()
    let path = "\(folder.path)/curve.\(ending)"

    try gnuplot.write(curve, to: path)

    let bytes = try #require(TemporaryFolder.read(path))
    #expect(PictureFormat.allCases.map(\.rawValue).contains(ending))
    #expect(bytes.count > 1_000)
    #expect(folder.names == ["curve.\(ending)"])
  }

  @Test func `a picture has the size that is asked for`() throws {
    let png = try GnuplotProcess().png(curve, size: FigureSize(width: 320, height: 123))

    let picture = try #require(PNGPicture(png))
    #expect((picture.width, picture.height) == (320, 123))
  }

  @Test func `the same figure gives the same bytes`() throws {
    let gnuplot = GnuplotProcess()

    let first = try gnuplot.png(curve)
    _ = try gnuplot.png(bar(["a"], [1.0]))

    #expect(try gnuplot.png(curve) == first)
    #expect(try GnuplotProcess().png(curve) == first)
  }

  @Test func `missing folders are made`() throws {
    let gnuplot = GnuplotProcess()
    let path = "\(folder.path)/plots/deep/curve.png"

    try gnuplot.write(curve, to: path)

    #expect(TemporaryFolder.names(in: "\(folder.path)/plots/deep") == ["curve.png"])
    _ = unsafe unlink(path)
    _ = unsafe rmdir("\(folder.path)/plots/deep")
    _ = unsafe rmdir("\(folder.path)/plots")
  }

  @Test func `one process serves many threads`() async throws {
    let gnuplot = GnuplotProcess()

    let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<8 {
        group.addTask { try gnuplot.png(plot([Double(index), 1, 2])).count }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(sizes.count == 8)
  }

  @Test func `an unknown ending is refused before anything is drawn`() {
    let gnuplot = GnuplotProcess(executable: "/no/such/gnuplot")

    for path in ["plot.jpg", "plot", "plots.png/plot", ".png/"] {
      #expect(throws: FigureError.unknownFormat(path: path)) {
        try gnuplot.write(curve, to: path)
      }
    }
  }

  // MARK: - Faults of the program

  @Test func `a gnuplot that is not installed says how to install it`() {
    let gnuplot = GnuplotProcess(executable: "no-such-gnuplot")

    let error = #expect(throws: GnuplotError.self) { try gnuplot.png(curve) }
    #expect(error == .notInstalled(executable: "no-such-gnuplot"))
    #expect(error?.description == "gnuplot is not installed: apt-get install gnuplot-nox")
  }

  @Test func `a program that may not be run says so`() {
    folder.write("", to: "plain")
    let gnuplot = GnuplotProcess(executable: "\(folder.path)/plain")

    #expect(
      throws: GnuplotError.cannotStart(executable: "\(folder.path)/plain", error: EACCES)
    ) { try gnuplot.png(curve) }
  }

  @Test func `a program that is not gnuplot is found out`() {
    let program = folder.program("gnuplot", "echo 'what?' >&2")
    let gnuplot = GnuplotProcess(executable: program)

    #expect(throws: GnuplotError.notGnuplot(executable: program, message: "what?")) {
      try gnuplot.png(curve)
    }
  }

  @Test func `an old version is refused by its number`() {
    let program = fake(version: "4.6")
    let gnuplot = GnuplotProcess(executable: program)

    let error = #expect(throws: GnuplotError.self) { try gnuplot.png(curve) }
    #expect(error == .tooOld(executable: program, version: "4.6"))
    #expect(
      error?.description.hasSuffix("is gnuplot 4.6, and figures need version 5 or later") == true)
  }

  @Test func `a gnuplot that hangs is killed in time`() throws {
    let gnuplot = GnuplotProcess(
      executable: fake(onLoad: "exec sleep 100"), timeout: .milliseconds(300))
    let start = ContinuousClock.now

    #expect(throws: GnuplotError.timedOut(after: .milliseconds(300))) { try gnuplot.png(curve) }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(gnuplot.processID == nil)
  }

  @Test func `drawing can be interrupted`() throws {
    let gnuplot = GnuplotProcess(executable: fake(onLoad: "exec sleep 100"))
    let start = ContinuousClock.now

    #expect(throws: GnuplotError.interrupted) {
      try gnuplot.png(curve) { ContinuousClock.now - start > .milliseconds(50) }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `a gnuplot that dies on a figure is an error with its signal`() {
    let gnuplot = GnuplotProcess(executable: fake(onLoad: "echo oops >&2; kill -9 $$"))

    #expect(throws: GnuplotError.died(ending: .signal(SIGKILL), message: "oops")) {
      try gnuplot.png(curve)
    }
  }

  @Test func `a gnuplot that was killed between two figures is replaced`() throws {
    let gnuplot = GnuplotProcess()
    let first = try gnuplot.png(curve)
    let process = try #require(gnuplot.processID)

    _ = kill(process, SIGKILL)

    #expect(try gnuplot.png(curve) == first)
    #expect(gnuplot.processID != process)
  }

  @Test func `a gnuplot that is killed in the middle of a figure is replaced`() throws {
    let gnuplot = GnuplotProcess()
    _ = try gnuplot.png(curve)
    let process = try #require(gnuplot.processID)
    // Stopped, it cannot finish before it is killed.
    _ = kill(process, SIGSTOP)
    let kills = Atomic(0)

    let png = try gnuplot.png(curve) {
      if kills.add(1, ordering: .relaxed).newValue == 2 { _ = kill(process, SIGKILL) }
      return false
    }

    #expect(PNGPicture(png) != nil)
    #expect(kills.load(ordering: .relaxed) >= 2)
  }

  @Test func `a picture that is no picture is an error`() {
    let gnuplot = GnuplotProcess(executable: fake())
    let broken = GnuplotProcess(executable: fake(onLoad: "printf 'half' >&5"))

    #expect(throws: GnuplotError.incompletePicture(byteCount: 4)) { try broken.png(curve) }
    #expect(throws: GnuplotError.self) { try gnuplot.png(curve) }
  }

  @Test func `gnuplot's own message comes back, and the next figure is drawn`() throws {
    let gnuplot = GnuplotProcess()
    var script = try FigureRenderer(canvas: .png(FigureSize(width: 320, height: 200)))
      .script(for: grid([curve, curve]))
    script.append("plot sin(x) with nonsense")

    let error = #expect(throws: GnuplotError.self) { try gnuplot.run(script) { false } }

    guard case .failed(let message) = error else {
      Issue.record("expected gnuplot's message, got \(String(describing: error))")
      return
    }
    #expect(message.contains("unrecognized plot type"))
    #expect(!message.contains("/proc/"))
    #expect(PNGPicture(try gnuplot.png(curve)) != nil)
  }

  // MARK: - Faults of the disk

  @Test func `a folder that cannot be written to is named`() {
    let gnuplot = GnuplotProcess()

    let error = #expect(throws: FileError.self) {
      try gnuplot.write(curve, to: "/dev/null/curve.png")
    }
    #expect(error == FileError(.write, "/dev/null/curve.png", code: ENOTDIR))
    #expect(error?.description == "cannot write '/dev/null/curve.png': Not a directory")
  }

  @Test func `a folder of the picture's name stays`() throws {
    _ = unsafe mkdir("\(folder.path)/curve.png", 0o755)
    defer { _ = unsafe rmdir("\(folder.path)/curve.png") }

    #expect(throws: FileError(.write, "\(folder.path)/curve.png", code: EISDIR)) {
      try GnuplotProcess().write(curve, to: "\(folder.path)/curve.png")
    }
    #expect(folder.names == ["curve.png"])
  }

  @Test func `a disk without room for the figure's data is an error`() async {
    await #expect(processExitsWith: .success) {
      limitFileSize(1_000)
      #expect(throws: GnuplotError.cannotSend(error: ENOSPC)) {
        try GnuplotProcess().png(plot((0..<1_000).map(Double.init)))
      }
    }
  }

  // MARK: - Leaks

  @Test func `many figures leave no descriptor, process or file`() async {
    await #expect(processExitsWith: .success) {
      let count = unsafe getenv("LONG_TESTS") != nil ? 1_000 : 40
      let gnuplot = GnuplotProcess()
      let figure = plot([1.0, 2, 3], title: "Leaks")
      let image = show(Image(width: 2, height: 2, pixels: [-1, 1, 1, -1]))
      _ = try gnuplot.png(figure)
      let files = TemporaryFolder.names(in: "/proc/self/fd").count
      let children = TemporaryFolder.read("/proc/self/task/\(getpid())/children")

      for index in 0..<count {
        _ = try gnuplot.png(index % 3 == 0 ? image : figure)
        if index % 10 == 0 {
          // Every now and then a new process, ended in one of the ways there are.
          if index % 20 == 0 {
            gnuplot.stop()
          } else if let process = gnuplot.processID {
            _ = kill(process, SIGKILL)
          }
          _ = try gnuplot.terminalText(figure, for: TerminalGraphics())
        }
      }
      #expect(TemporaryFolder.names(in: "/proc/self/fd").count == files)
      let after = TemporaryFolder.read("/proc/self/task/\(getpid())/children")
      #expect(after?.split(separator: 32).count == children?.split(separator: 32).count)

      gnuplot.stop()
      #expect(TemporaryFolder.read("/proc/self/task/\(getpid())/children") == [])
    }
  }
}

/// Limits the size of the files that this process writes, which stands for the end of the disk.
private func limitFileSize(_ bytes: UInt) {
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  _ = signal(SIGXFSZ, SIG_IGN)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}
