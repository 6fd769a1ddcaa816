import Foundation
import Testing

/// A mistake in a cell, and what its one error says.
private struct Fault: CustomTestStringConvertible {
  var source: String
  var place: String
  var message: String

  var testDescription: String { source }
}

private let faults = [
  Fault(
    source: "let network = try Network.strided(weg: 5)", place: "cell:1:",
    message: "incorrect argument label in call (have 'weg:', expected 'way:')"),
  Fault(
    source: "let x = Tensor([[1, 2], [3, 4]])\nprint(matmul(Tensor([[1, 2, 3]]), x))",
    place: "cell:2:7",
    message: "cannot multiply [1, 3] by [2, 2]: inner dimensions 3 and 2 differ"),
  Fault(
    source: "print(Tensor([1, 2, 3]) + Tensor([1, 2]))", place: "cell:1:7",
    message: "shapes [3] and [2] do not fit together"),
  Fault(
    source: "print(Tensor([1, 2])[2])", place: "cell:1:7",
    message: "index 2 is out of range"),
]

@Suite struct FaultTests {
  @Test(arguments: faults)
  private func `a mistake is one error with its place`(fault: Fault) {
    let run = CellRun(fault.source)

    #expect(run.text == "")
    #expect(run.failure?.hasPrefix(fault.place) == true, "\(run.failure ?? "no failure")")
    #expect(run.failure?.contains(fault.message) == true, "\(run.failure ?? "no failure")")
  }

  @Test func `a folder that a cell may not read is refused by name`() {
    let run = CellRun(#"let characters = try loadCharacters("omniglot", from: "/etc")"#)

    #expect(run.failure?.contains("'/etc'") == true, "\(run.failure ?? "no failure")")
    #expect(run.failure?.contains("--allow-read") == true, "\(run.failure ?? "no failure")")
  }

  @Test func `archives that are not there are an error that says what is missing`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let run = CellRun(
      "let characters = try loadCharacters(\"omniglot\", from: \"\(folder)\")",
      readable: [folder])

    #expect(run.failure?.contains("images_background.zip") == true)
  }
}
