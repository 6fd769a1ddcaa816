import Allowances
import CellLanguage
import Testing

/// Each in a process of its own: the memory of a process is all that there is to measure.
@Suite struct `A cell's memory is limited` {
  @Test(arguments: [
    "for _ in 0..<400 { kept.append(Tensor(zeros: [1000, 1000])) }",
    "for _ in 0..<400_000 { kept.append(Tensor(zeros: [1000])) }",
    "kept.append(Tensor(zeros: [20_000, 5_000]))",
    "while true { kept.append(try Network.mlp(inputs: 1000, hidden: [1000], outputs: 1)[\"fc1.weight\"]!) }",
    "while true { kept.append(try SinusoidTasks(shot: 1_000_000).episode(kept.count).query.inputs) }",
    """
    let x = Tensor(ones: [1000, 1000])
    kept.append(gradient(at: x) { x in
      var y = x
      for _ in 0..<400 { y = tanh(y) }
      return y.sum()
    })
    """,
  ])
  func `by an error with its place, and the session goes on`(growth: String) async {
    await #expect(processExitsWith: .success) { [growth = growth as String] in
      let before = MemoryUse.now.held
      let run = LimitRun(
        ["var kept: [Tensor] = []\n\(growth)", "print(kept.count >= 0)"], memory: 300)
      let failure = run.failures[0]
      #expect(failure?.kind == .limit)
      #expect(failure?.message == "out of memory: a cell may take 300 MiB")
      #expect((failure?.diagnostics.first?.place?.line ?? 0) >= 2)
      #expect(run.texts[1] == "true\n")
      #expect(MemoryUse.now.held - before < 400 << 20)
    }
  }

  @Test func `whether it is taken in one statement or in many`() async {
    await #expect(processExitsWith: .success) {
      let statements = (0..<8).map { "let x\($0) = Tensor(zeros: [5000, 2500])" }
      let run = LimitRun([statements.joined(separator: "\n")], memory: 300)

      #expect(run.failures[0]?.kind == .limit)
      #expect(run.failures[0]?.diagnostics.first?.place?.line ?? 0 > 2)
    }
  }

  @Test func `but what is let go is free again`() async {
    await #expect(processExitsWith: .success) {
      let run = LimitRun(
        [
          """
          for i in 0..<400 { let x = Tensor(zeros: [1000 + i, 1000]); _ = x + x }
          var last = Tensor(zeros: [1000, 1000])
          for _ in 0..<400 { last = last + 1 }
          let numbers = Array(repeating: 1, count: 20_000_000)
          print(numbers.count)
          """
        ], memory: 300)

      #expect(run.failures == [nil])
      #expect(run.texts == ["20000000\n"])
    }
  }

  @Test func `and by the address space of the process`() async {
    await #expect(processExitsWith: .success) {
      setAddressLimit(MemoryUse.now.addresses + (800 << 20))
      let run = LimitRun(
        [
          """
          var kept: [Tensor] = []
          while true { kept.append(Tensor(zeros: [1000, 1000])) }
          """, "print(kept.count)",
        ], memory: 100_000)

      #expect(run.failures[0]?.kind == .limit)
      #expect(run.failures[0]?.message.hasPrefix("out of memory: the system") == true)
      // The loop did not finish.
      #expect(run.texts[1] == "0\n")
    }
  }
}
