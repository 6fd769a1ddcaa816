import Plotting
import Testing

struct BinsTests {
  @Test func `the last bin holds its upper end`() {
    let figure = histogram([0.0, 0.5, 1, 1], bins: 2)
    guard case .chart(let chart) = figure.content else { return }
    #expect(chart.series[0].y == [1, 3])
    #expect(chart.series[0].x == [0.25, 0.75])
  }
}
