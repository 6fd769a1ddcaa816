import Autodiff
import Tensors
import Testing

@Suite struct CheckedTests {
  private let matrix = Tensor(zeros: [2, 3])
  private let images = Tensor(zeros: [1, 4, 4, 3])

  @Test func `what does not fit is an error with its reason`() {
    expect("cannot multiply [32, 5] by [4, 8]: inner dimensions 5 and 4 differ") {
      () throws(ShapeError) in
      try Checked.matmul(Tensor(zeros: [32, 5]), Tensor(zeros: [4, 8]))
    }
    expect("matmul needs matrices or vectors, got shape []") { () throws(ShapeError) in
      try Checked.matmul(matrix, Tensor(1))
    }
    expect(
      "cannot multiply [2, 1, 3] by [3, 3, 1]: the axes before the last two do not fit together"
    ) { () throws(ShapeError) in
      try Checked.matmul(Tensor(zeros: [2, 1, 3]), Tensor(zeros: [3, 3, 1]))
    }
    expect("cannot take 4 along axis 1 of [2, 3]: it has size 3") { () throws(ShapeError) in
      try Checked.topK(matrix, 4).values
    }
    expect("averagePool needs images [batch, height, width, channels], got shape [2, 3]") {
      () throws(ShapeError) in try Checked.averagePool(matrix)
    }
    expect(
      "shapes [2, 3] and [4] do not fit together: "
        + "sizes 3 and 4 along axis -1 differ and neither is 1"
    ) { () throws(ShapeError) in try Checked.add(matrix, Tensor(zeros: [4])) }
    expect("axis 2 is out of range: shape [2, 3] has 2 axes") { () throws(ShapeError) in
      try Checked.mean(matrix, along: [2])
    }
    expect("the largest has no answer for shape [0, 3], which has no elements there") {
      () throws(ShapeError) in try Checked.max(Tensor(zeros: [0, 3]), along: [0])
    }
    expect("expected a single number, got a tensor of shape [2, 3]") {
      () throws(ShapeError) in try Checked.scalar(matrix)
    }
  }

  @Test func `indices are checked`() {
    expect("index 2 is out of range: axis 0 of [2, 3] has size 2") { () throws(ShapeError) in
      try Checked.element(matrix, at: [2])
    }
    expect("index -1 is out of range: axis 1 of [2, 3] has size 3") { () throws(ShapeError) in
      try Checked.element(matrix, at: [0, -1])
    }
    expect("3 indices for shape [2, 3], which has 2 axes") { () throws(ShapeError) in
      try Checked.element(matrix, at: [0, 0, 0])
    }
    expect("index 7 is out of range: axis 0 of [2, 3] has size 2") { () throws(ShapeError) in
      try Checked.rows(matrix, at: [0, 7])
    }
    expect("range 1..<5 is out of range: axis 0 of [2, 3] has size 2") { () throws(ShapeError) in
      try Checked.slice(matrix, [1..<5])
    }
  }

  @Test func `layers check their operands`() {
    expect("scale needs one number for each of 3 channels, got shape [2]") {
      () throws(ShapeError) in
      try Checked.batchNorm(images, scale: Tensor(ones: [2]), offset: Tensor(zeros: [3]))
    }
    expect("batch norm needs at least one axis, got shape []") { () throws(ShapeError) in
      try Checked.batchNorm(Tensor(1), scale: Tensor(ones: [1]), offset: Tensor(zeros: [1]))
    }
    expect("a window [5, 5] does not fit into an image [4, 4]") { () throws(ShapeError) in
      try Checked.maxPool(images, window: 5)
    }
    expect("crossEntropy needs logits [rows, classes], got shape [1, 4, 4, 3]") {
      () throws(ShapeError) in try Checked.softmaxCrossEntropy(images, labels: [0])
    }
    expect("label 3 is out of range: there are 3 classes") { () throws(ShapeError) in
      try Checked.softmaxCrossEntropy(matrix, labels: [0, 3])
    }
  }

  @Test func `tensors are made of enough numbers`() {
    expect("rows differ in length: row 0 has 2, row 1 has 1") { () throws(ShapeError) in
      try Checked.tensor(rows: [[1, 2], [3]])
    }
    expect("shape [2, 2] needs 4 numbers, got 3") { () throws(ShapeError) in
      try Checked.tensor(shape: [2, 2], scalars: [1, 2, 3])
    }
    expect("stack needs equal shapes, got [2, 3] and [1, 4, 4, 3]") { () throws(ShapeError) in
      try Checked.stack([matrix, images])
    }
    expect("cannot reshape [2, 3] to [4]: it has 6 elements") { () throws(ShapeError) in
      try Checked.reshape(matrix, to: [4])
    }
  }

  @Test func `the operators stop the program with the same text`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matmul(Tensor(zeros: [32, 5]), Tensor(zeros: [4, 8]))
    }

    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("cannot multiply [32, 5] by [4, 8]"))
  }

  @Test func `a gradient of more than one number stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = gradient(at: Tensor([1, 2])) { x in x * x }
    }
  }

  private func expect(
    _ text: String, from operation: () throws(ShapeError) -> Tensor,
    at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: ShapeError.self, sourceLocation: location) { _ = try operation() }
    #expect(error?.description == text, sourceLocation: location)
  }
}
