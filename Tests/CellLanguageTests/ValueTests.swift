import CellLanguage
import Testing

@Suite struct ValueTests {
  @Test func `a tuple knows its labels and values`() {
    let tuple = Value.tuple([("mean", Value(0.5)), (nil, Value("x"))])

    #expect(tuple.typeName == "(mean: Double, String)")
    #expect(tuple.tupleElements?[0].label == "mean")
    #expect(tuple.tupleElements?[0].value.double == 0.5)
  }
}
