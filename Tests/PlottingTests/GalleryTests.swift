import Glibc
import Plotting
import Testing

/// Draws one figure of every kind where `FIGURE_GALLERY` names a folder, for people to look at.
struct GalleryTests {
  @Test func `every kind of figure can be drawn`() throws {
    let gnuplot = GnuplotProcess()
    let folder = unsafe getenv("FIGURE_GALLERY").map { unsafe String(cString: $0) }

    for (name, figure) in Gallery.figures {
      let png = try gnuplot.png(figure)
      #expect(png.count > 1_000)
      if let folder { try gnuplot.write(figure, to: "\(folder)/\(name).png") }
    }
  }
}
