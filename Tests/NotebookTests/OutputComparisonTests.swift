import Notebook
import Testing

@Suite struct OutputComparisonTests {
  private func record(_ outputs: [Output], _ outcome: Sidecar.Outcome = .ok) -> Sidecar.CellRecord {
    Sidecar.CellRecord(name: "cell-1", outcome: outcome, outputs: outputs)
  }

  private func printed(_ text: String) -> Sidecar.CellRecord {
    record([.stream(.stdout, text: text)])
  }

  private func kinds(
    _ now: Sidecar.CellRecord, _ stored: Sidecar.CellRecord?, tolerance: Tolerance = .standard
  ) -> [OutputComparison.Kind] {
    OutputComparison(tolerance: tolerance) { a, b in
      a.first == b.first ? 0.0005 : 0.5
    }.differences(of: now, from: stored).map(\.kind)
  }

  @Test(arguments: [
    ("loss 0.25", "loss 0.2501"), ("[1.5, -2.0e3]", "[1.5001, -2000.9]"), ("nan", "nan"),
    ("3 steps, 1.0", "3 steps, 1.0"), ("", ""), ("é 0.5 → 0.25 ✓", "é 0.5001 → 0.25 ✓"),
  ])
  func `numbers with a fraction may be a little apart`(now: String, stored: String) {
    #expect(kinds(printed(now), printed(stored)) == [])
  }

  @Test(arguments: [
    ("loss 0.25", "loss 0.26"), ("3 steps", "4 steps"), ("x1.5", "x1.6"), ("-0.5", "0.5"),
    ("1000", "1001"), ("0.5 a", "0.5 b"), ("0.5", "5"), ("1.0 2.0", "1.0"), ("v1.2.3", "v1.2.4"),
  ])
  func `all else is to be the same`(now: String, stored: String) {
    #expect(
      kinds(printed(now), printed(stored)) == [
        .line(1, output: 1, stored: stored, now: now)
      ])
  }

  @Test func `a cell may say how far its numbers may be apart`() {
    #expect(kinds(printed("0.5"), printed("0.6"), tolerance: .part(0.2)) == [])
    #expect(kinds(printed("0.5"), printed("0.5000001"), tolerance: .part(0)).count == 1)
  }

  @Test func `a cell that measures is alike if it ends alike`() {
    #expect(kinds(printed("3.2 s, fast"), printed("19 ms"), tolerance: .any) == [])
    #expect(
      kinds(record([], .error), printed("a"), tolerance: .any) == [
        .outcome(stored: .ok, now: .error)
      ])
  }

  @Test func `the blanks around numbers in columns say nothing`() {
    #expect(kinds(printed("[1.5e-6, 2.5]"), printed("[  1.5e-6,  2.5]")) == [])
    #expect(kinds(printed("a b"), printed("a  b")).count == 1)
  }

  @Test func `lines are told by their numbers, and those that came or went`() {
    #expect(
      kinds(printed("a\nb\nc"), printed("a\nx")) == [
        .line(2, output: 1, stored: "x", now: "b"), .line(3, output: 1, stored: nil, now: "c"),
      ])
  }

  @Test func `how a cell ended is told before what it showed`() {
    #expect(kinds(printed("a"), nil) == [.notStored])
    #expect(
      kinds(record([], .error), printed("a")) == [.outcome(stored: .ok, now: .error)])
    #expect(kinds(record([]), printed("a")) == [.outputCount(stored: 1, now: 0)])
  }

  @Test func `texts in pieces are the text`() {
    let pieces = record([.stream(.stdout, text: "a\n"), .stream(.stdout, text: "b\n")])

    #expect(kinds(pieces, printed("a\nb\n")) == [])
  }

  @Test func `pictures are held to each other by their pixels`() {
    func picture(_ bytes: [UInt8]) -> Sidecar.CellRecord {
      record([
        .displayData(
          MediaBundle([
            .init(mediaType: "image/png", content: .data(bytes)),
            .init(mediaType: "text/plain", content: .text("a figure of \(bytes.count)")),
          ]))
      ])
    }

    #expect(kinds(picture([1, 2]), picture([1, 2])) == [])
    #expect(kinds(picture([1, 2]), picture([1, 3, 4])) == [])
    #expect(kinds(picture([1]), picture([2])) == [.picture(output: 1, share: 0.5)])
    #expect(kinds(picture([1]), printed("a")) == [.shape(output: 1)])
  }
}
