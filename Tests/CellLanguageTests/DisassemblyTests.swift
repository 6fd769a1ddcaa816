import CellLanguage
import Testing

@Suite struct DisassemblyTests {
  /// The code of the functions of a cell, without that of its top level.
  private func functions(_ source: String) throws -> String {
    let code = try #require(CellRunner().registerCode(of: source))
    return code.split(separator: "\n\n").dropFirst().joined(separator: "\n\n")
  }

  @Test func `scalars are in registers, and a call of itself is one instruction`() throws {
    let source = "func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }"

    let code = try functions(source)

    #expect(
      code == """
        f(_:)
           0  jumpIfGreaterOrEqualImmediate r0, 2 → 2
           1  returnScalar           r0
           2  subtractImmediate      r2, r0, 1
           3  callOwn                r2, f(_:)()
           4  subtractImmediate      r3, r0, 2
           5  callOwn                r3, f(_:)()
           6  add                    r1, r2, r3
           7  returnScalar           r1
           8  returnVoid

        """)
  }

  @Test func `a defer is there once, for every way out`() throws {
    let source = """
      func f(_ n: Int) throws {
        defer { print("left") }
        if n < 0 { return }
        try g(n)
      }
      func g(_ n: Int) throws {}
      """

    let code = try functions(source)

    #expect(
      code == #"""
        f(_:)
           0  jumpIfGreaterOrEqualImmediate r0, 0 → 3
           1  immediate              r1, 1
           2  jump → 8
           3  move                   r2, r0
           4  call                   r2, g(_:)()
           5  immediate              r1, 0
           6  jump → 8
           7  immediate              r1, 2
           8  construct              s1, array("left")
           9  callNative             0, print(_:separator:terminator:)(s1, " ", "\n")
          10  jumpIfEqualImmediate   r1, 0 → 15
          11  jumpIfNotEqualImmediate r1, 1 → 13
          12  returnVoid
          13  jumpIfNotEqualImmediate r1, 2 → 15
          14  rethrow                s0
          15  returnVoid
          0..<5 passing → 7, error in s0

        g(_:)
           0  returnVoid

        """#)
  }

  @Test func `a struct of numbers is in registers, as a variable, an argument and a result`() throws
  {
    let source = """
      struct Point { var x: Int; var y: Int }
      func mirrored(_ point: Point) -> Point { Point(x: point.y, y: point.x) }
      func f(_ n: Int) -> Int {
        var point = Point(x: n, y: 2)
        point.x += point.y
        point = mirrored(point)
        return point.y
      }
      """

    let code = try functions(source)

    #expect(
      code == """
        f(_:)
           0  move                   r1, r0
           1  immediate              r2, 2
           2  add                    r1, r1, r2
           3  move                   r3, r1
           4  move                   r4, r2
           5  call                   r3, mirrored(_:)()
           6  move                   r1, r3
           7  move                   r2, r4
           8  returnScalar           r2
           9  returnVoid

        mirrored(_:)
           0  move                   r2, r1
           1  move                   r3, r0
           2  returnRecord           r2, 2
           3  returnVoid

        """)
  }

  @Test func `a struct that goes into an array is boxed, and its fields are changed there`() throws
  {
    let source = """
      struct Point { var x: Int; var y: Int }
      func f(_ points: inout [Point], _ point: Point) {
        points.append(point)
        points[0].y += point.x
      }
      """

    let code = try functions(source)

    #expect(
      code == """
        f(_:_:)
           0  pack                   s1, r1, 2 fields
           1  copySlot               s2, s1
           2  cursorSlot             s0
           3  appendDatum            s2
           4  readSlotFieldInteger   r3, s1, 0
           5  immediate              r5, 0
           6  addSlotElementFieldInteger s0, r5, 1, r3
           8  returnVoid

        """)
  }

  @Test func `an optional chain ends where it meets nil, and changes what is there in place`()
    throws
  {
    let source = """
      final class Node { var next: Node?; var values = [1] }
      func f(_ node: Node?) { node?.next?.values.append(2) }
      """

    let code = try functions(source)

    #expect(
      code == """
        f(_:)
           0  immediate              r1, 2
           1  cursorSlot             s0
           2  payloadOrJump          0 → 7
           3  cursorField            0
           4  payloadOrJump          0 → 7
           5  uniqueField            1
           6  appendInteger          r1
           7  returnVoid

        """)
  }

  @Test func `what is lent to a call comes back when it fails`() throws {
    let source = """
      func f(_ pairs: inout [(Int, String)]) throws { try g(&pairs[0].1) }
      func g(_ text: inout String) throws { text += "!" }
      """

    let code = try functions(source)

    #expect(
      code == """
        f(_:)
           0  immediate              r2, 0
           1  uniqueSlotElementField s0, r2, 1
           2  takeDatum              s1
           3  call                   r1, g(_:)(&s1)
           4  immediate              r2, 0
           5  uniqueSlotElementField s0, r2, 1
           6  writeDatum             s1
           7  jump → 12
           8  immediate              r2, 0
           9  uniqueSlotElementField s0, r2, 1
          10  writeDatum             s1
          11  rethrow                s2
          12  returnVoid
          3..<4 all → 8, error in s2

        g(_:)
           0  cursorSlot             s0
           1  appendLiteral          "!"
           2  returnVoid

        """)
  }

  @Test func `a text that a loop adds to grows in registers until it is looked at`() throws {
    let source = """
      func f(_ source: String) -> Int {
        var text = ""
        for character in source where character != " " { text.append(character) }
        return text.count
      }
      """

    let code = try functions(source)

    #expect(code.contains("growText"))
    #expect(code.contains("jumpIfCharacter"))
    #expect(code.contains("endGrowth"))
    #expect(!code.contains("callNative"))
  }

  @Test func `a cell that is wrong has no code`() {
    #expect(CellRunner().registerCode(of: "let x: Int = \"a\"") == nil)
  }
}
