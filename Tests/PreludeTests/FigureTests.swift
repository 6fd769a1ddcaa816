import CellLanguage
import Dispatch
import Foundation
import Prelude
import Testing

@Suite struct FigureTests {
  @Test(arguments: [
    "plot([1, 3, 2])", "plot([1.0, 2.0], [3, 4], marker: .ring, xScale: .logarithmic)",
    "plot(.line([1, 2], band: [0.1, 0.2]), .points([0, 1], [1, 2], errors: [0.1, 0.1]))",
    "plot([1, 2], palette: [.purple], size: FigureSize(width: 300, height: 200))",
    "scatter([1, 2], [3, 4])", "histogram([1, 2, 2, 3])",
    #"bar(["a", "b"], [1, 2], errors: [0.1, 0.2])"#,
    #"bar(["a"], [.bars([1], label: "x"), .bars([2], label: "y")], palette: [.sky, .orange])"#,
    #"heatmap([[1, 2], [3, 4]], rowNames: ["a", "b"], size: FigureSize(width: 300, height: 300))"#,
    #"show(try loadCharacters("glyphs")[0..<2].samples(perCharacter: 2), columns: 2)"#,
    #"grid([plot([1, 2]), plot([2, 1])], columns: 1, title: "Two")"#,
    "plot(try Adaptation(of: try Network.mlp(inputs: 1, hidden: [4], outputs: 1), using: MAML(), "
      + "on: try SinusoidTasks(shot: 3)))",
  ])
  func `a figure that a cell ends with is shown`(source: String) {
    let run = FigureRun()

    #expect(run.failure(of: source) == nil)
    #expect(run.shown?.bytes(of: "image/png")?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    #expect(run.files.count == 1)
  }

  // MARK: - Files

  @Test func `figures of one title are files of their own`() {
    let run = FigureRun()

    for values in ["[1, 2]", "[2, 1]", "[1, 2]"] {
      #expect(run.failure(of: #"plot(\#(values), title: "Loss")"#) == nil)
    }

    #expect(run.files == ["loss-2.png", "loss.png"])
    #expect(run.shown?.plainText == "\(run.folder)/loss.png")
  }

  @Test func `a figure is saved in the format of its name, and only where cells may write`() {
    let run = FigureRun()

    #expect(run.failure(of: #"try plot([1, 2]).save("\#(run.folder)/deep/a.svg")"#) == nil)
    #expect(run.failure(of: #"try plot([1, 2]).save("\#(run.folder)/a.pdf")"#) == nil)
    let refused = run.failure(of: #"try plot([1, 2]).save("/tmp/refused.png")"#)
    let unknown = run.failure(of: #"try plot([1, 2]).save("\#(run.folder)/a.gif")"#)

    #expect(run.files == ["a.pdf", "deep"])
    #expect(refused?.contains("writing '/tmp/refused.png' is not allowed") == true)
    #expect(unknown?.contains("its name must end in .png, .svg or .pdf") == true)
  }

  // MARK: - Faults

  @Test func `without gnuplot a figure is an error and the session goes on`() {
    let run = FigureRun(gnuplot: "no-such-gnuplot")

    let failure = run.failure(of: "let figure = plot([1, 2])\nfigure")

    #expect(
      failure?.hasPrefix(
        "cell:2:1: error: gnuplot is not installed: apt-get install gnuplot-nox\n") == true)
    #expect(run.failure(of: #"print(figure.title ?? "no title")"#) == nil)
    #expect(run.text == "no title\n")
    #expect(run.files == [])
  }

  @Test func `where no picture can be written the figure is shown, and the reason is said once`() {
    let run = FigureRun(plotsFolder: "/proc/plots/deep")

    #expect(run.failure(of: #"plot([1, 2], title: "Loss")"#) == nil)

    // What the system says about the folder that it does not make.
    #expect(
      run.shown?.note?.hasPrefix("figures are not kept: cannot make the folder '/proc/plots/deep'")
        == true)
    #expect(run.shown?.note?.hasSuffix("No such file or directory") == true)
    #expect(run.shown?.plainText == "figure: Loss (1 series)")
    #expect(run.shown?.bytes(of: "image/png") != nil)
    #expect(run.failure(of: "plot([2, 1])") == nil)
    #expect(run.shown?.note == nil)
  }

  @Test func `a folder that is new is mentioned once`() {
    let run = FigureRun()

    #expect(run.failure(of: "plot([1, 2])") == nil)
    #expect(run.shown?.note == "figures are kept in '\(run.folder)'")
    #expect(run.failure(of: "plot([2, 1])") == nil)
    #expect(run.shown?.note == nil)
  }

  @Test func `sessions that run at once keep their pictures apart`() {
    let first = FigureRun()
    let title = #"title: "Loss""#
    #expect(first.failure(of: "plot([1, 2], \(title))") == nil)
    do {
      let second = FigureRun(plotsFolder: first.folder)
      #expect(second.failure(of: "plot([2, 1], \(title))") == nil)
      #expect(second.shown?.plainText == "\(first.folder)/session-2/loss.png")
      #expect(
        second.shown?.note
          == "another session writes figures to '\(first.folder)'; these are kept in "
          + "'\(first.folder)/session-2'")
    }

    #expect(first.failure(of: "plot([1, 2], \(title))") == nil)
    #expect(first.shown?.plainText == "\(first.folder)/loss.png")
    #expect(first.files == ["loss.png", "session-2"])
  }

  @Test func `a session that runs alone finds the names that it had before`() {
    let place = FigureRun()
    for values in ["[1, 2]", "[2, 1]"] {
      let run = FigureRun(plotsFolder: place.folder)

      #expect(run.failure(of: #"plot(\#(values), title: "Loss")"#) == nil)
      #expect(run.shown?.plainText == "\(place.folder)/loss.png")
    }
    #expect(place.files == ["loss.png"])
  }

  @Test func `drawing ends at once when the session is interrupted`() throws {
    // A gnuplot that says who it is and then falls silent.
    let program = FileManager.default.temporaryDirectory
      .appending(path: "mamlnb-silent-\(UUID().uuidString)").path
    let script = """
      #!/bin/sh
      read -r line; read -r line; n=${line#*mamlnb }; echo "mamlnb ${n%%:*}: 5.4"; exec sleep 100
      """
    try Data(script.utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    defer { try? FileManager.default.removeItem(atPath: program) }
    let run = FigureRun(gnuplot: program)
    let flag = InterruptFlag()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { flag.raise() }

    let failure = run.failure(of: "plot([1, 2])", interrupt: flag)

    // Otherwise it says that gnuplot did not finish in half a minute.
    #expect(failure?.contains("interrupted") == true)
  }

  @Test(arguments: [
    ("plot([1, 2], [1, 2, 3])", "cannot draw the series: 2 x values for 3 y values"),
    (#"bar(["a"], [1, 2])"#, "cannot name 2 with 1 name"),
    ("plot([1, 2], xLimits: 1.0...1.0)", "cannot show 1.0...1.0 on the x axis"),
    ("plot([1, 2], size: FigureSize(width: 0, height: 9))", "cannot draw 0 by 9 pixels"),
    ("heatmap([[1, 2], [3]])", "cannot draw the heatmap: row 1 has 1 numbers, row 0 has 2"),
  ])
  func `numbers that do not fit together are an error with their names`(
    source: String, message: String
  ) {
    let run = FigureRun()

    #expect(run.failure(of: source)?.contains(message) == true)
    #expect(run.failure(of: "plot([1, 2])") == nil)
  }

  // MARK: - Learning curves

  @Test func `a learning curve shows what validation measured at every inner step`() throws {
    let run = FigureRun(graphics: .blocks)

    let failure = run.failure(
      of: preparation + """
        let run = try train(
          network, using: MAML(innerSteps: 3), on: tasks, iterations: 4, tasksPerBatch: 1,
          validation: Validation(on: tasks, every: 2, taskCount: 1))
        plot(run.history)
        """)

    #expect(failure == nil)
    let drawing = try #require(run.shown?.bytes(of: DisplayBundle.terminalMediaType))
    let text = String(decoding: drawing, as: UTF8.self)
    for label in ["training", "unadapted", "in between", "validation"] {
      #expect(text.contains(label), "\(label)")
    }
  }

  // MARK: - Live curves

  private static let training =
    preparation + """
      let run = try train(
        network, using: MAML(innerSteps: 1), on: tasks, iterations: 8, tasksPerBatch: 1,
        validation: Validation(on: tasks, every: 4, taskCount: 1), live: LIVE)
      """

  @Test func `a live training has a curve to show while it goes on`() throws {
    let run = FigureRun(graphics: .blocks)

    #expect(run.failure(of: Self.training.replacing("LIVE", with: "true")) == nil)

    let last = try #require(run.liveCurves.compactMap { $0 }.last)
    #expect(last.contains("query loss") && last.contains("query accuracy"))
    #expect(last.contains("validation"))
    #expect(last.hasSuffix("\n"))
    #expect(last.split(separator: "\n").count <= 18)
    #expect(run.failure(of: "let result = try evaluate(network, using: MAML(), on: tasks)") == nil)
    #expect(run.liveCurves.last == .some(nil))
  }

  @Test func `a live training has a picture for pages, now and then and at its end`() throws {
    let run = FigureRun(isPage: true)

    #expect(run.failure(of: Self.training.replacing("LIVE", with: "true")) == nil)

    let pictures = run.livePictures
    #expect(
      try #require(pictures.last)?.representations.map(\.mediaType).contains("image/png") == true)
    #expect(pictures.count { $0 != nil } >= 2)
    #expect(run.failure(of: "let result = try evaluate(network, using: MAML(), on: tasks)") == nil)
    #expect(run.livePictures.last == .some(nil))
  }

  @Test func `a training whose picture cannot be drawn goes on without`() {
    let run = FigureRun(gnuplot: "/nowhere/gnuplot", isPage: true)

    #expect(run.failure(of: Self.training.replacing("LIVE", with: "true")) == nil)

    #expect(run.livePictures.allSatisfy { $0 == nil })
  }

  @Test func `nobody sees a curve who did not ask for it or has no terminal`() {
    let quiet = FigureRun(graphics: .blocks)
    let file = FigureRun(graphics: .none)

    #expect(quiet.failure(of: Self.training.replacing("LIVE", with: "false")) == nil)
    #expect(file.failure(of: Self.training.replacing("LIVE", with: "true")) == nil)

    #expect(quiet.liveCurves.allSatisfy { $0 == nil })
    #expect(file.liveCurves.allSatisfy { $0 == nil })
  }
}
