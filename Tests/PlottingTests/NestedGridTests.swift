import Plotting
import Testing

/// Grids whose panels are grids.
@Suite struct NestedGridTests {
  @Test func `more panels than can be told apart are refused without looking at each`() {
    var figure = plot([1.0, 2])
    for _ in 0..<60 { figure = grid([figure, figure]) }

    #expect(throws: FigureError.panels(most: 4_096)) { try figure.validate() }
    #expect(throws: FigureError.panels(most: 4_096)) { try GnuplotProcess().png(figure) }
  }

  @Test func `grids one in the other without end are refused`() {
    var figure = plot([1.0, 2])
    for _ in 0..<1_000 { figure = grid([figure]) }

    #expect(throws: FigureError.panels(most: 4_096)) { try figure.validate() }
  }

  @Test func `a few grids in one another are drawn`() throws {
    let two = grid([plot([1.0, 2]), plot([2.0, 1])])

    try grid([two, grid([two, two])]).validate()
  }
}
