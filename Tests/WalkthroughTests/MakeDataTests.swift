import FewShotData
import Foundation
import Testing
import Walkthrough

@Suite struct MakeDataTests {
  @Test func `it says the seven lines and writes what it says`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "make-data-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var lines: [String] = []

    let split = try makeData(
      from: "glyphs", to: folder,
      report: { event in if case .line(let text) = event { lines.append(text) } },
      interrupt: { false })

    let counts = [split.train.count, split.validation.count, split.test.count]
    #expect(
      lines == [
        "The number of character folders: \(counts.reduce(0, +))",
        "The number of train characters is \(counts[0])",
        "The number of validation characters is \(counts[1])",
        "The number of test characters is \(counts[2])",
        "The shape of train_imgs: (\(counts[0]), 20, 1, 28, 28)",
        "The shape of val_imgs: (\(counts[1]), 20, 1, 28, 28)",
        "The shape of test_imgs: (\(counts[2]), 20, 1, 28, 28)",
      ])
    let read = try ClassSplit(contentsOf: folder)
    #expect(read.train.count == counts[0])
    #expect(read.test[0].drawings == split.test[0].drawings)
    #expect(read.validation[counts[1] - 1].drawings == split.validation[counts[1] - 1].drawings)
  }
}
