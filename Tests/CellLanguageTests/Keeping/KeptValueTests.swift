import CellLanguage
import Testing

@Suite struct KeptValueTests {
  /// What cells print after one that was restored.
  private func outputs(_ cells: [String], restoring count: Int) throws -> (
    was: [String], now: [String]
  ) {
    let run = KeptRun(cells)
    let other = run.another
    let state = try run.restored(count, other)
    return (run.steps.dropFirst(count).map(\.output), run.outputs(after: count, from: state, other))
  }

  @Test(arguments: [
    // Bits of numbers.
    [
      "let a = Double(bitPattern: 0x7FF8_0000_0000_1234), b = -0.0, c = Float(0.1)",
      "print(a.bitPattern, b, c, 1 / b)",
    ],
    // Shared instances, cycles, weak references, boxes that closures share.
    [
      "class N { var v = 0; weak var up: N?; var to: [N] = [] }\nlet a = N(), b = N()\na.to = [b, b]\nb.up = a\nb.to = [a]",
      "a.to[0].v = 7\nprint(b.v, b.up === a, b.to[0] === a, a.to[1].v)",
    ],
    [
      "func counter() -> (() -> Int, () -> Int) { var n = 0; return ({ n += 1; return n }, { n }) }\nlet (up, now) = counter()\nprint(up())",
      "print(up(), up(), now())",
    ],
    // Captured constants and generic closures.
    [
      "func adder<T: Numeric>(_ a: T) -> (T) -> T { { $0 + a } }\nlet f = adder(2), g = adder(0.5)",
      "print(f(3), g(3))",
    ],
    // Places in texts.
    [
      "let s = \"héllo, wörld – 🇩🇪 ok\"\nlet i = s.firstIndex(of: \"w\")!\nlet parts = s.split(separator: \" \")\nlet tail = s[i...]",
      "print(s[i], parts, tail, tail.startIndex == i, s[..<i], parts[1].base == s)",
    ],
    // Dictionaries in their order with holes, keys that the program hashes.
    [
      "struct K: Hashable { var a: String; static func == (l: K, r: K) -> Bool { l.a.count == r.a.count }\n func hash(into h: inout Hasher) { h.combine(a.count) } }\nvar d = [K(a: \"ä\"): 1, K(a: \"bb\"): 2, K(a: \"ccc\"): 3]\nd[K(a: \"xx\")] = nil\nd[K(a: \"dddd\")] = 4\nvar t: Set = [\"ß\", \"a\", \"é\"]\nt.remove(\"a\")",
      "print(d[K(a: \"y\")]!, d, t, t.contains(\"e\\u{301}\"))\nd[K(a: \"zz\")] = 5\nprint(d.count, d.keys.map(\\.a))",
    ],
    // Existentials, metatypes, key paths, enumerations with payloads, optionals of optionals.
    [
      "protocol P { var n: Int { get } }\nstruct S: P { var n = 3 }\nextension Array: P where Element == Int { var n: Int { count } }\nindirect enum E { case leaf(Int), node(E, E?) }\nlet ps: [any P] = [S(), [1, 2]]\nlet t: any P.Type = S.self\nlet k = \\S.n\nlet e = E.node(.leaf(1), .node(.leaf(2), nil))\nlet oo: Int?? = .some(nil)\nlet any: [Any] = [1, \"a\", 2.5, (1, 2), [1: \"x\"], Float(2)]",
      "print(ps.map { $0.n }, t, S(n: 5)[keyPath: k], e, oo == nil, any)",
    ],
    // Static and lazy properties.
    [
      "struct C { static var count = 10; static let name = \"c\"; lazy var l = 5 }\nC.count += 1\nvar c = C()\nprint(c.l)",
      "C.count += 1\nprint(C.count, C.name, c.l, c)",
    ],
    // Function values.
    [
      "func double(_ x: Int) -> Int { 2 * x }\nlet f = double, g: (Int, Int) -> Int = (+), h = \"abc\".hasPrefix\nstruct A { var b = 2; func m(_ x: Int) -> Int { x + b } }\nlet m = A().m, u = A.m, i: (Int) -> String = String.init",
      "print(f(4), g(1, 2), h(\"ab\"), m(3), u(A(b: 9))(1), i(5))",
    ],
    // Names declared again, and what was declared before them.
    ["let x = 1\nfunc show() -> Int { x }", "let x = \"two\"", "print(x, show())"],
    // Generic types, types in types, and what is found only when it runs.
    [
      "struct Stack<T> { struct Item { var v: T }; var items: [Item] = []; mutating func push(_ v: T) { items.append(Item(v: v)) } }\nprotocol Named { func name() -> String }\nextension Stack: Named { func name() -> String { \"stack of \\(items.count)\" } }\nvar s = Stack<String>()\ns.push(\"a\")\nlet n: any Named = s",
      "print(n.name(), s)", "s.push(\"b\")\nprint(s.items.map(\\.v))",
    ],
    // Lazy sequences, iterators, slices, ranges.
    [
      "let l = [1, 2, 3].lazy.map { $0 * 2 }.filter { $0 > 2 }\nvar it = [5, 6].makeIterator()\n_ = it.next()\nlet sl = [1, 2, 3, 4][1...2]\nlet r = 1...5, q = stride(from: 0.0, to: 1, by: 0.25)",
      "print(Array(l), it.next()!, it.next() == nil, sl, sl.startIndex, r.count, Array(q))",
    ],
    // A class with a `deinit`.
    ["class D { deinit { print(\"gone\") } }\nvar d: D? = D()", "d = nil\nprint(\"end\")"],
  ])
  func `is what it was`(_ cells: [String]) throws {
    for count in 1..<cells.count {
      let (was, now) = try outputs(cells, restoring: count)

      #expect(now == was)
    }
  }

  @Test func `a list of many nodes is followed without recursion`() throws {
    let cells = [
      """
      final class Node { var next: Node?; let v: Int; init(_ v: Int, _ n: Node?) { self.v = v; next = n } }
      var head: Node?
      for i in 0..<100_000 { head = Node(i, head) }
      """,
      "var sum = 0\nvar n = head\nwhile let m = n { sum += m.v; n = m.next }\nprint(sum)",
    ]

    let (was, now) = try outputs(cells, restoring: 1)

    #expect(was == ["4999950000\n"])
    #expect(now == was)
  }

  @Test func `what shares its parts many times takes no more room than the parts`() throws {
    let doubling = (0..<40).map { "let a\($0 + 1) = [a\($0), a\($0)] as [Any]" }
    let run = KeptRun(["let a0: [Any] = [1]"] + doubling)

    let bytes = try run.steps.map { try $0.kept.get().count }

    #expect(bytes.allSatisfy { $0 < 10_000 })
  }

  @Test func `what cannot be found again is named`() throws {
    let run = KeptRun([
      "func make() -> Any { struct Inner { var a = 1 }; return Inner() }\nlet hidden = make()"
    ])

    #expect(throws: KeptError.self) { try run.steps[0].kept.get() }
    #expect(
      "\(run.steps[0].kept)".contains("hidden") || (try? run.steps[0].kept.get()) == nil)
  }

  @Test func `bytes that nobody wrote are an error`() throws {
    let cells = [
      "class A { var b: [String: [Int]] = [\"a\": [1]] }\nlet a = A()\nlet t = (\"xyz\", 2.5, { a.b.count })"
    ]
    let run = KeptRun(cells)
    let bytes = try run.steps[0].kept.get()

    for count in bytes.indices {
      var changed = Array(bytes[..<count])
      #expect(throws: (any Error).self) {
        try StateRestorer(run.runner, blobs: run.blobs)
          .restore(changed, source: cells[0], after: CellState())
      }
      changed = bytes
      changed[count] ^= 0x55
      _ = try? StateRestorer(run.runner, blobs: run.blobs)
        .restore(changed, source: cells[0], after: CellState())
    }
  }
}
