import Autodiff
import FewShotData
import Foundation
import Images
import MetaLearning
import Tensors
import Testing

@Suite final class FileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
    .path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A file that `Tests/FewShotDataTests/Fixtures/make_arrays.py` made.
  private func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../FewShotDataTests/Fixtures/arrays/\(name)").standardized.path
  }

  @Test func `an array comes back as it was saved`() throws {
    for tensor in [
      Tensor(shape: [2, 3], scalars: [1, -2, 3.5, .infinity, 0, 1e-30]), Tensor(2.5),
      Tensor(zeros: [0, 4]),
    ] {
      try save(tensor, "\(folder)/a.npy")
      let read = try loadArray("\(folder)/a.npy")
      #expect(read.shape == tensor.shape)
      #expect(read.scalars == tensor.scalars)
    }
  }

  @Test func `named tensors come back under their names`() throws {
    let tensors = ["w": Tensor([[1, 2], [3, 4]]), "é/\"": Tensor(1), "": Tensor(zeros: [0])]
    try save(tensors, "\(folder)/t.safetensors")
    let read = try loadTensors("\(folder)/t.safetensors")
    #expect(read.keys.sorted() == tensors.keys.sorted())
    for (name, tensor) in tensors { #expect(read[name]?.scalars == tensor.scalars) }
  }

  @Test func `tensors of every kind that safetensors wrote are read`() throws {
    let tensors = try loadTensors(fixture("kinds.safetensors"))
    #expect(tensors.count == 12)
    for (name, tensor) in tensors {
      let expected: [Float] =
        name == "bool"
        ? [0, 1, 1, 1, 1, 1]
        : name.hasPrefix("u") ? [0, 1, 2, 3, 4, 5] : [-3, -2, -1, 0, 1, 2]
      #expect(tensor.shape == [2, 3])
      #expect(tensor.scalars == expected, "\(name)")
    }
  }

  /// The patterns of PyTorch's `torch.tensor([1.0, -2.5, 3.140625, 448.0])` in these types.
  @Test func `half and quarter precision are read`() throws {
    func numbers(_ kind: NumberKind, _ bytes: [UInt8]) -> [Float] {
      kind.decoded(bytes, count: bytes.count / kind.size)
    }
    #expect(
      numbers(.bfloat16, [0x80, 0x3F, 0x20, 0xC0, 0x49, 0x40, 0xE0, 0x43]) == [
        1, -2.5, 3.140625, 448,
      ])
    #expect(
      numbers(.float16, [0x00, 0x3C, 0x00, 0xC1, 0x48, 0x42, 0x00, 0x5F]) == [
        1, -2.5, 3.140625, 448,
      ])
    #expect(numbers(.float8e4m3, [0x38, 0xC2, 0x7E, 0x01]) == [1, -2.5, 448, 0x1p-9])
    #expect(numbers(.float8e5m2, [0x3C, 0xC1, 0x7B]) == [1, -2.5, 57344])
    #expect(numbers(.float8e4m3, [0x7F])[0].isNaN)
  }

  @Test func `a network comes back as it was saved`() throws {
    let network = Network.strided(way: 3, channels: 4, inputs: 3, seed: 1)
    try save(network, "\(folder)/n.safetensors")
    #expect(try Network(contentsOf: "\(folder)/n.safetensors") == network)
    #expect(try loadTensors("\(folder)/n.safetensors")["fc.weight"]?.shape == [3, 4])
  }

  @Test func `a name must end as files of its kind do`() {
    #expect(
      throws: FileNameError.wrongEnding(path: "x.png", ending: ".npy", content: "a tensor")
    ) { try save(Tensor(1), "x.png") }
    #expect(throws: FileNameError.self) { try save(["a": Tensor(1)], "x.npy") }
    #expect(throws: FileNameError.self) { try save(Image(width: 1, height: 1, pixels: [0]), "x") }
    #expect(throws: NamedTensorsError.self) {
      try save(["__metadata__": Tensor(1)], "\(folder)/x.safetensors")
    }
  }

  @Test func `pictures are tensors and back`() throws {
    let colour = Tensor(shape: [2, 3, 4, 3], scalars: (0..<72).map { Float($0) / 72 })
    let batch = try ImageBatch(colour)
    #expect((batch.count, batch.width, batch.height, batch.channels) == (2, 4, 3, 3))
    #expect(Tensor(batch) == colour)
    #expect(Tensor(batch[1]) == colour[1])
    #expect(try Image(Tensor(batch[1])) == batch[1])
    #expect(try ImageBatch(Array(batch)) == batch)
    #expect(try ImageBatch(Tensor(zeros: [2, 3, 4])).channels == 1)
    #expect(try Image(Tensor(zeros: [3, 4])).height == 3)
    #expect(batch.description == "2 colour images of 4×3")
  }

  @Test func `what is no picture is refused`() throws {
    for shape in [[], [3], [0, 3], [2, 2, 2], [1, 2, 2, 3]] as [Shape] {
      #expect(throws: ImageShapeError.self) { try Image(Tensor(zeros: shape)) }
    }
    for shape in [[], [3, 3], [1, 0, 3], [1, 2, 2, 4], [1, 1, 2, 2, 3]] as [Shape] {
      #expect(throws: ImageShapeError.self) { try ImageBatch(Tensor(zeros: shape)) }
    }
    #expect(throws: ImageShapeError.noImages) { try ImageBatch([]) }
  }

  @Test func `a table's numbers are tensors`() throws {
    let table = try Table(columnNames: ["a", "b"], Tensor([[1, 2.5], [3, -4]]))
    #expect(try table.numbers("b") == Tensor([2.5, -4]))
    #expect(try table.numbers(["b", "a"]) == Tensor([[2.5, 1], [-4, 3]]))
    #expect(try table.numbers().shape == [2, 2])
    #expect(throws: ShapeError.self) { try Table(columnNames: ["a"], Tensor([1, 2])) }
  }

  @Test func `a network of colour pictures of any size learns`() throws {
    let names = (0..<4).map { "c\($0)" }
    let count = 16 * 360
    let levels: [UInt8] = (0..<count).map { place in UInt8(place * 7919 % 251) }
    let pictures = ImageCollection(
      names: names, counts: [4, 4, 4, 4], width: 12, height: 10, channels: 3, levels: levels)
    let tasks = try TaskDistribution(pictures, way: 2, shot: 1, queriesPerClass: 2)

    let run = try train(
      Network.strided(way: 2, channels: 4, inputs: 3), using: MAML(innerSteps: 1), on: tasks,
      iterations: 2, tasksPerBatch: 2)

    #expect(run.iteration == 2)
    #expect(try evaluate(run.network, using: MAML(), on: tasks, taskCount: 2).accuracy >= 0)
  }

  @Test func `answers are counted by class`() throws {
    #expect(
      try confusionMatrix(truth: [0, 0, 1], predictions: [0, 1, 1], classes: 3)
        == [[1, 1, 0], [0, 1, 0], [0, 0, 0]])
    #expect(try confusionMatrix(truth: [], predictions: []) == [])
    #expect(throws: ConfusionError.outside(-1, classes: 1)) {
      try confusionMatrix(truth: [0], predictions: [-1])
    }
    #expect(throws: ConfusionError.self) {
      try confusionMatrix(truth: [.max], predictions: [0])
    }
    #expect(throws: ConfusionError.self) {
      try confusionMatrix(truth: [0], predictions: [0], classes: 1 << 40)
    }
    #expect(throws: ConfusionError.unequalCounts(truth: 1, predictions: 0)) {
      try confusionMatrix(truth: [0], predictions: [])
    }
  }
}
