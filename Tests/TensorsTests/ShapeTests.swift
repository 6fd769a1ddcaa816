import Tensors
import Testing

@Suite struct ShapeTests {
  @Test func `missing axes and axes of size 1 are repeated`() throws {
    #expect(try Shape([32, 1, 5]).broadcast(with: [4, 1]) == [32, 4, 5])
    #expect(try Shape([]).broadcast(with: [2]) == [2])
    #expect(try Shape([0]).broadcast(with: [1]) == [0])
  }

  @Test func `a shape that cannot be says why`() {
    #expect(throws: ShapeError.negativeSize([2, -1])) { try Shape(validating: [2, -1]) }
    #expect(throws: ShapeError.tooLarge([1 << 20, 1 << 20])) {
      try Shape(validating: [1 << 20, 1 << 20])
    }
    #expect(throws: ShapeError.tooManyAxes(9)) {
      try Shape(validating: Array(repeating: 1, count: 9))
    }
  }
}
