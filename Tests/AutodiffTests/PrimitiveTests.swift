import Autodiff
import Tensors
import Testing

@Suite struct PrimitiveTests {
  @Test(arguments: PrimitiveCase.all)
  func `derivatives of orders 1 to 3 agree with difference quotients`(example: PrimitiveCase) throws
  {
    checkGradients(
      order: 3, at: example.inputs, step: example.step, tolerance: example.tolerance,
      name: example.testDescription
    ) { x in [(try? example.primitive.apply(to: x)) ?? Tensor(.nan)] }
  }

  @Test(arguments: PrimitiveCase.all)
  func `the result has the shape that was foretold`(example: PrimitiveCase) throws {
    let shape = try example.primitive.resultShape(of: example.inputs.map(\.shape))

    #expect(try example.primitive.apply(to: example.inputs).shape == shape)
  }
}
