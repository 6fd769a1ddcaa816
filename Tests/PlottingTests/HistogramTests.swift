import Plotting
import Testing

struct HistogramTests {
  private func series(_ figure: Figure) throws -> Series {
    guard case .chart(let chart) = figure.content else { throw FigureError.empty(kind: "test") }
    return chart.series[0]
  }

  @Test func `the last bin holds its upper end`() throws {
    let series = try series(histogram([0.0, 0.5, 1, 1], bins: 2))

    #expect(series.y == [1, 3])
    #expect(series.x == [0.25, 0.75])
    #expect(series.barWidth == 0.5)
  }

  @Test func `values outside the range and not finite are not counted`() throws {
    let series = try series(histogram([-1.0, 0.1, 0.9, 2, .nan, .infinity], bins: 2, range: 0...1))

    #expect(series.y == [1, 1])
  }

  @Test func `values all alike have one bin around them`() throws {
    let series = try series(histogram([3.0, 3, 3]))

    #expect(series.y == [3])
    #expect(series.x == [3])
  }

  @Test func `whole numbers stand in the middle of their bins`() throws {
    let few = try series(histogram([1, 1, 2, 3, 3, 3, 5], range: nil))
    let many = try series(histogram((0..<1_000).map { $0 % 100 }))

    #expect(few.x == [1.5, 3.5, 5.5] || few.x == [1, 2, 3, 4, 5])
    #expect(few.y.reduce(0, +) == 7)
    // Each bin holds as many numbers as any other, so none stands out.
    #expect(Set(many.y).count == 1)
    #expect(many.barWidth == many.barWidth?.rounded())
  }

  @Test func `the number of bins follows the quartiles`() throws {
    // Freedman and Diaconis: 2 * 0.5 / 10 is the width over a span of 0.999.
    let series = try series(histogram((0..<1_000).map { Double($0) / 1_000 }))

    #expect(series.y.count == 10)
    #expect(series.y.reduce(0, +) == 1_000)
  }
}
