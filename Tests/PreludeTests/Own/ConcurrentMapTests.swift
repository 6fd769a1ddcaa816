import Testing

@Suite struct `concurrentMap in cells` {
  @Test(arguments: [1, 2, 5])
  func `goes over any sequence and keeps its order`(threads: Int) {
    let run = CellRun(
      """
      print(concurrentMap(0..<5, threads: \(threads)) { $0 * 2 })
      print(concurrentMap(["a", "b"], threads: \(threads)) { $0 + "!" })
      print(concurrentMap(stride(from: 0, to: 1, by: 0.5), threads: \(threads)) { $0 + 1 })
      print(concurrentMap(zip([1, 2], ["x", "y"]), threads: \(threads)) { n, s in "\\(s)\\(n)" })
      print(concurrentMap([Int](), threads: \(threads)) { $0 })
      print(concurrentMap(0..<3, threads: \(threads)) { k in Float(k) / 2 })
      """)

    #expect(run.failure == nil)
    #expect(
      run.text == """
        [0, 2, 4, 6, 8]
        ["a!", "b!"]
        [1.0, 1.5]
        ["x1", "y2"]
        []
        [0.0, 0.5, 1.0]

        """)
  }

  @Test(arguments: [1, 2, 5])
  func `has the same bits for any number of threads`(threads: Int) {
    let source = """
      let w = Tensor(shape: [4, 4], scalars: (0..<16).map { Float($0) / 7 })
      func slope(_ k: Int) -> Tensor {
        gradient(at: w) { w in
          let inner = gradient(at: w) { w in (tanh(matmul(w, w)) * Float(k)).sum() }
          return (inner * inner).sum()
        }
      }
      """

    let run = CellRun(
      source + """

        let mapped = concurrentMap(0..<12, threads: \(threads)) { slope($0).scalars }
        print(mapped == (0..<12).map { slope($0).scalars })
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true\n")
  }

  @Test(arguments: [1, 2])
  func `calls work on copies of instances, one each`(threads: Int) {
    let run = CellRun(
      """
      final class Model { var w = 1; func step() { w += 1 } }
      print(concurrentMap(0..<4, threads: \(threads)) { i in
        let model = Model()
        for _ in 0..<i { model.step() }
        return model.w
      })
      let mine = [Model(), Model()]
      let stepped = concurrentMap(mine, threads: \(threads)) { m in m.step(); return m }
      print(stepped.map { $0.w }, mine.map { $0.w })
      """)

    #expect(run.failure == nil)
    #expect(run.text == "[1, 2, 3, 4]\n[2, 2] [1, 1]\n")
  }

  @Test func `has random numbers that do not depend on the threads`() {
    let texts = [1, 2, 5].map { threads in
      CellRun(
        """
        func draw(_ i: Int) -> [Int] { (0...i).map { _ in Int.random(in: 0..<1000) } }
        print(concurrentMap(0..<6, threads: \(threads)) { draw($0) }, Int.random(in: 0..<1000))
        print(concurrentMap(0..<3, threads: \(threads)) { draw($0) })
        """
      ).text
    }

    #expect(Set(texts).count == 1)
    #expect(Set(texts[0].split(separator: "\n")).count == 2)
  }

  @Test func `runs inside of itself on one thread`() {
    let run = CellRun(
      "print(concurrentMap(0..<3) { i in concurrentMap(0..<3) { j in i * j } })")

    #expect(run.text == "[[0, 0, 0], [0, 1, 2], [0, 2, 4]]\n")
  }

  @Test(arguments: [1, 2, 4])
  func `prints in the order of the elements, line by line`(threads: Int) {
    let run = CellRun(
      """
      let r = concurrentMap(0..<20, threads: \(threads)) { i in
        print("task", i, terminator: "")
        for _ in 0..<((20 - i) * 500) {}
        print(" done")
      }
      """)

    #expect(run.text == (0..<20).map { "task \($0) done\n" }.joined())
  }

  @Test(arguments: [1, 2, 4])
  func `throws the first error in order, which can be caught`(threads: Int) {
    let run = CellRun(
      """
      struct Bad: Error { let n: Int }
      do {
        _ = try concurrentMap(0..<100, threads: \(threads)) { i in
          if i % 10 == 7 { throw Bad(n: i) }
          return i
        }
      } catch { print(error) }
      """)

    #expect(run.failure == nil)
    #expect(run.text == "Bad(n: 7)\n")
  }

  @Test(arguments: [1, 2, 4])
  func `tells a fault at its own place, with the calls and the element`(threads: Int) {
    let run = CellRun(
      """
      func pick(_ i: Int) -> Int { [1, 2, 3][i] }
      let r = concurrentMap(0..<50, threads: \(threads)) { i in
        pick(i)
      }
      """)

    #expect(run.failure?.contains("cell:1:30: error: Index out of range") == true)
    #expect(run.failure?.contains("in pick(_:) at cell:3:3") == true)
    #expect(run.failure?.contains("in element 3 of concurrentMap") == true)
  }

  @Test func `tells through which calls came what a library refuses`() {
    let run = CellRun(
      """
      func helper(_ x: Tensor) -> Tensor { matmul(x, Tensor(ones: [5, 5])) }
      func outer(_ x: Tensor) -> Tensor { helper(x).sum() }
      let r = concurrentMap(0..<3) { i in outer(Tensor(ones: [2, 2])).scalar }
      """)

    #expect(run.failure?.hasPrefix("cell:1:38: error: cannot multiply [2, 2] by [5, 5]") == true)
    for call in ["helper(_:) at cell:2:37", "outer(_:) at cell:3:37", "element 0 of concurrentMap"]
    {
      #expect(run.failure?.contains("in \(call)") == true, "\(run.failure ?? "nothing")")
    }
  }

  @Test func `tells what a library refuses where it was asked for it`() {
    let run = CellRun(
      """
      let r = concurrentMap(1..<5) { i in
        matmul(Tensor(ones: [2, 3]), Tensor(ones: [2, i]))
      }
      """)

    #expect(run.failure?.hasPrefix("cell:2:3: error: cannot multiply [2, 3] by [2, 1]") == true)
  }
}

@Suite struct `A change of what concurrent code captures` {
  @Test(arguments: [
    "var total = 0\nlet r = concurrentMap(0..<3) { i in total += i }",
    "var total = [0]\nlet r = concurrentMap(0..<3) { i in total.append(i) }",
    "func f() { var total = 0; let r = concurrentMap(0..<3) { i in total = i } }",
    "var total = 0\nlet r = concurrentMap(0..<3) { i in [1].forEach { total += $0 } }",
    "var total = (0, 1)\nlet r = concurrentMap(0..<3) { i in swap(&total.0, &total.1) }",
  ])
  func `is refused before anything runs`(source: String) {
    let run = CellRun(source)

    #expect(
      run.failure?.contains("mutation of captured var 'total' in concurrently-executing code")
        == true, "\(run.failure ?? "nothing")")
  }

  @Test func `is refused for the properties of instances`() {
    let run = CellRun(
      """
      final class Model { var w = 1 }
      let model = Model()
      let r = concurrentMap(0..<3) { i in model.w = i }
      """)

    #expect(run.failure?.contains("cell:3:43: error: mutation of captured instance") == true)
  }

  @Test(arguments: [
    """
    var total = 0
    func add() { total += 1 }
    let r = concurrentMap(0..<3) { _ in add() }
    """,
    """
    func f() {
      var total = 0
      func add() { total += 1 }
      let r = concurrentMap(0..<3) { _ in add() }
    }
    f()
    """,
    """
    var total = [1]
    func add() { total[0] = 2 }
    let r = concurrentMap(0..<3, { _ in add() })
    """,
    """
    final class Log { var lines: [String] = []; func add(_ line: String) { lines.append(line) } }
    let log1 = Log()
    let r = concurrentMap(0..<3) { _ in log1.add("x") }
    """,
    """
    final class Counter { var n = 0; func count() -> Int { n += 1; return n } }
    func f() -> [Int] {
      let counters = [Counter()]
      return concurrentMap(0..<3) { _ in counters[0].count() }
    }
    let r = f()
    """,
  ])
  func `by what it calls is a fault`(source: String) {
    let run = CellRun(source)

    #expect(run.failure?.contains("concurrently-executing code: each call has a copy") == true)
    #expect(run.failure?.hasPrefix("cell:") == true)
  }

  @Test func `is no matter for variables of its own`() {
    let run = CellRun(
      """
      print(concurrentMap(0..<3) { i in
        var total = 0
        for k in 0...i { total += k }
        return total
      })
      """)

    #expect(run.text == "[0, 1, 3]\n")
  }
}
