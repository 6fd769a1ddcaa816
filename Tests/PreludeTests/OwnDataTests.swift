import Foundation
import Testing

/// Cells that read and write data of one's own.
@Suite final class OwnDataTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "own-\(UUID())").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a cell, `@` being a folder that it may read and write.
  private func run(_ source: String) -> CellRun {
    CellRun(source.replacing("@", with: folder), readable: [folder], writable: [folder])
  }

  private static let drawn = """
    for kind in 0..<4 {
      for number in 0..<3 {
        let tone = Float(kind) / 4 + Float(number) / 20
        let picture = Tensor(repeating: tone, shape: [10, 12, 3]) * Tensor([1, 0, -1])
        try save(Image(picture), "@/pictures/c\\(kind)/\\(number).png")
      }
    }
    let pictures = try loadImages("@/pictures")

    """

  @Test func `a folder of pictures becomes tasks that a network learns`() {
    let result = run(
      Self.drawn + """
        print(pictures.names, pictures.imageCounts, pictures.width, pictures.height, pictures.channels)
        let tasks = try TaskDistribution(pictures, way: 2, shot: 1, queriesPerClass: 1)
        let network = try Network.strided(way: 2, channels: 4, inputs: 3)
        let learned = try train(
          network, using: MAML(innerSteps: 1), on: tasks, iterations: 1, tasksPerBatch: 1)
        print(learned.iteration, tasks[0].supportImages.channels)
        print(try loadImages("@/pictures", size: 5, channels: 1)[0].images)
        let split = try pictures.split(seed: 0, train: 2, validation: 1, test: 1)
        print(split, pictures.withMirrorImages().count)
        """)

    #expect(result.failure == nil)
    #expect(
      result.text == """
        ["c0", "c1", "c2", "c3"] [3, 3, 3, 3] 12 10 3
        1 3
        3 images of 5×5
        2 train, 1 validation and 1 test classes 8

        """)
  }

  @Test func `names from when all pictures were gray characters are still names`() {
    let result = run(
      Self.drawn + """
        let all: CharacterCollection = pictures
        let first: DrawnCharacter = all[0]
        let image: GrayImage = first.drawings[0]
        print(image)
        """)
    #expect(result.failure == nil)
    #expect(result.text == "12×10 colour image\n")
  }

  @Test func `arrays, tensors, networks, tables and texts come back as they were saved`() {
    let result = run(
      """
      let x = Tensor([[1, 2.5], [-3, 4]])
      try save(x, "@/deep/x.npy")
      try save(x, "@/x.npy", as: .float64)
      print(try loadArray("@/deep/x.npy"), try loadArray("@/x.npy").scalars)
      try save(["b": x, "a": Tensor(1)], "@/t.safetensors")
      let tensors = try loadTensors("@/t.safetensors")
      print(tensors.keys.sorted(), tensors["b"]!.scalars)
      let network = try Network.mlp(inputs: 2, hidden: [3], outputs: 1)
      try save(network, "@/n.safetensors")
      print(try Network(contentsOf: "@/n.safetensors") == network)
      try save(Table(columnNames: ["u", "v"], x), "@/t.csv")
      let table = try loadTable("@/t.csv")
      print(table.columnNames, try table.numbers("v").scalars, try table.numbers().shape)
      try writeText("a\\nb\\n", to: "@/a.txt")
      print(try readLines("@/a.txt"), try readText("@/a.txt").count)
      """)

    #expect(result.failure == nil)
    #expect(
      result.text == """
        [[1.0, 2.5], [-3.0, 4.0]] [1.0, 2.5, -3.0, 4.0]
        ["a", "b"] [1.0, 2.5, -3.0, 4.0]
        true
        ["u", "v"] [2.5, 4.0] [2, 2]
        ["a", "b"] 4

        """)
  }

  @Test(arguments: [
    ("try loadImages(\"@/none\")", "No such file or directory"),
    ("try loadImages(\"@\")", "has no folders in it"),
    ("try loadImages(\"@\", size: 0)", "size must be between 1 and 4096, not 0"),
    ("try loadImages(\"/etc\")", "run with --allow-read"),
    ("try save(Tensor(1), \"/etc/a.npy\")", "run with --allow-write"),
    ("try save(Tensor(0.5), \"@/a.npy\", as: .int8)", "0.5 is no int8"),
    ("try save(Tensor(0.5), \"@/a.png\")", "is saved as a .npy file"),
    ("plot(Tensor([[1, 2], [3, 4]]))", "a curve needs a vector, not [2, 2]"),
    ("heatmap(Tensor([1, 2]))", "a heatmap needs [rows, columns], not [2]"),
    ("show(Tensor(zeros: [2, 2, 2, 5]))", "not [2, 2, 2, 5]"),
  ])
  func `what cannot be done says why`(source: String, reason: String) {
    #expect(run(source).failure?.contains(reason) == true)
  }
}
