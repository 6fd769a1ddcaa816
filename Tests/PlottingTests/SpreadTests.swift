import Plotting
import Testing

/// Bands and whiskers that reach beyond an axis end at its edge.
struct SpreadTests {
  private func script(_ figure: Figure) throws -> GnuplotScript {
    try FigureRenderer(canvas: .png(FigureSize(width: 640, height: 400))).script(for: figure)
  }

  /// The limits of the upright axis.
  private func limits(_ script: GnuplotScript) throws -> (lower: Double, upper: Double) {
    let line = try #require(
      script.text.split(separator: "\n").first { $0.hasPrefix("set yrange") })
    let ends = line.drop { $0 != "[" }.dropFirst().dropLast().split(separator: ":")
    return (try #require(Double(ends[0])), try #require(Double(ends[1])))
  }

  /// The records of three numbers that bands and whiskers are drawn from.
  private func triples(_ script: GnuplotScript) -> [[Double]] {
    let numbers = script.blocks.flatMap { block -> [Double] in
      if case .doubles(let numbers) = block { numbers } else { [] }
    }
    return script.text.split(separator: "data binary skip=").dropFirst()
      .flatMap { use -> [[Double]] in
        guard use.contains("format='%double%double%double'"),
          let offset = Int(use.prefix(while: \.isNumber)),
          let count = Int(use.drop { $0 != "=" }.dropFirst().prefix(while: \.isNumber))
        else { return [] }
        return (0..<count).map { Array(numbers[(offset / 8 + 3 * $0)...].prefix(3)) }
      }
  }

  @Test func `whiskers below zero on a logarithmic axis reach down to its edge`() throws {
    let script = try script(
      plot([1.0, 2, 3], errors: [2.0, 2, 2], yScale: .logarithmic))

    let (lower, _) = try limits(script)
    let whiskers = triples(script).sorted { $0[0] < $1[0] }
    #expect(lower > 0 && lower < 1)
    #expect(whiskers.map { $0[0] } == [0, 1, 2])
    #expect(whiskers.map { $0[1] } == [lower, lower, 1])
    #expect(whiskers.map { $0[1] + $0[2] } == [3, 4, 5])
    // An end that is cut has no cap.
    #expect(script.text.contains("vectors head size") && script.text.contains("vectors heads size"))
  }

  @Test func `a band below zero on a logarithmic axis is cut at its edge`() throws {
    let script = try script(
      plot([1.0, 2, 3], band: [2.0, 1, 5], yScale: .logarithmic))

    let (lower, upper) = try limits(script)
    let band = triples(script)
    #expect(band.map { $0[1] } == [lower, 1, lower])
    #expect(band.map { $0[2] } == [3, 3, 8])
    #expect(upper >= 8)
  }

  @Test func `a band stays where its line has no place`() throws {
    let script = try script(
      plot([1.0, 0, 3], band: [0.5, 2, 1], yScale: .logarithmic))

    let (lower, _) = try limits(script)
    #expect(triples(script)[1] == [1, lower, 2])
  }

  @Test func `what lies below the edge whole is not drawn`() throws {
    let script = try script(
      plot([1.0, -5, 3], errors: [0.5, 2, 1], yScale: .logarithmic))

    #expect(triples(script).count { $0[1].isNaN } == 1)
  }

  @Test func `whiskers without end reach to the edges`() throws {
    let script = try script(plot([1.0, 2], errors: [.infinity, 0.1]))

    let (lower, upper) = try limits(script)
    let whiskers = triples(script).sorted { $0[0] < $1[0] }
    #expect(whiskers[0] == [0, lower, upper - lower])
  }

  @Test func `limits that were asked for cut whiskers without caps`() throws {
    let script = try script(plot([1.0, 2, 3], errors: [2.0, 2, 2], yLimits: 0...4.5))

    for heads in ["head ", "backhead ", "nohead "] {
      #expect(script.text.contains("vectors \(heads)") == (heads != "nohead "))
    }
  }

  @Test func `characters show cut bands and whiskers too`() throws {
    let gnuplot = GnuplotProcess()
    let terminal = TerminalGraphics(drawing: .dumb, colors: .none, columns: 60, rows: 20)

    let band = try gnuplot.terminalText(
      plot([1.0, 2, 3], band: [2.0, 2, 2], yScale: .logarithmic), for: terminal)
    let whiskers = try gnuplot.terminalText(
      plot([1.0, 2, 3], errors: [2.0, 2, 2], yScale: .logarithmic), for: terminal)

    #expect(band.filter { $0 == ":" }.count > 100)
    #expect(whiskers.filter { $0 == "|" }.count > 30)
  }
}
