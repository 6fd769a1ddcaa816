import CellLanguage
import Testing

/// Tasks of a cell's own: lines with a slope by number, and a network for them.
let ownTasks = """
  struct Lines: EpisodeSource {
    var slope: Float = 1
    func points(_ count: Int, _ index: Int) throws -> Examples {
      let places = (0..<count).map { Float(($0 * 7 + index * 3) % 20) / 10 - 1 }
      let heights = places.map { $0 * slope * Float(index % 5 - 2) }
      return try Examples(
        inputs: Tensor(shape: [count, 1], scalars: places),
        values: Tensor(shape: [count, 1], scalars: heights))
    }
    func episode(_ index: Int) throws -> Episode {
      Episode(support: try points(5, index), query: try points(5, index + 1))
    }
  }
  let net = try Network.mlp(inputs: 1, hidden: [8], outputs: 1)
  let maml = MAML(innerSteps: 1, innerLearningRate: 0.05)

  """

@Suite struct `Tasks of a cell's own` {
  @Test func `train and evaluate, with the same bits for any number of threads`() {
    let run = CellRun(
      ownTasks + """
        let one = try train(net, using: maml, on: Lines(), iterations: 3, tasksPerBatch: 5, threads: 1)
        let two = try train(net, using: maml, on: Lines(), iterations: 3, tasksPerBatch: 5, threads: 2)
        print(one == two, one.iteration, one.history.losses.count)
        let a = try evaluate(one.network, using: maml, on: Lines(), taskCount: 7, threads: 1)
        let b = try evaluate(one.network, using: maml, on: Lines(), taskCount: 7, threads: 3)
        print(a == b, a.taskLosses.count)
        let rest = try train(continuing: one, using: maml, on: Lines(), iterations: 2, tasksPerBatch: 5)
        print(rest.iteration)
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true 3 3\ntrue 7\n5\n")
  }

  @Test func `may be a closure, an array or a class as well`() {
    let run = CellRun(
      ownTasks + """
        final class Table: EpisodeSource {
          let lines = Lines()
          func episode(_ index: Int) throws -> Episode { try lines.episode(index) }
        }
        let known = try train(net, using: maml, on: Lines(), iterations: 2, tasksPerBatch: 4)
        let closure = try train(
          net, using: maml, on: { index in try Lines().episode(index) }, iterations: 2, tasksPerBatch: 4)
        let table = try train(net, using: maml, on: Table(), iterations: 2, tasksPerBatch: 4)
        let array = try train(
          net, using: maml, on: (0..<8).map { try Lines().episode($0) }, iterations: 2, tasksPerBatch: 4)
        print(closure == known, table == known, array == known)
        let v = try Validation(on: { index in try Lines(slope: 2).episode(index) }, every: 1, taskCount: 2)
        let w = try Validation(on: Lines(slope: 2), every: 1, taskCount: 2)
        let x = try train(net, using: maml, on: Lines(), iterations: 2, tasksPerBatch: 2, validation: v)
        let y = try train(net, using: maml, on: Lines(), iterations: 2, tasksPerBatch: 2, validation: w)
        print(x == y, x.history.validations.count)
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true true true\ntrue 2\n")
  }

  @Test func `draw what follows from the seed and their number, whoever asks`() {
    let run = CellRun(
      """
      struct Noise: EpisodeSource {
        func episode(_ index: Int) throws -> Episode {
          let x = Tensor(randomUniform: [3, 1])
          let examples = try Examples(inputs: x, values: Float.random(in: 0..<1) * x)
          return try Episode(support: examples, query: examples)
        }
      }
      struct Later: EpisodeSource {
        let base = Noise()
        func episode(_ index: Int) throws -> Episode { try base.episode(index + 4) }
      }
      let noise = Noise()
      let net = try Network.mlp(inputs: 1, hidden: [3], outputs: 1, seed: 0)
      let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
      func numbers(_ episode: Episode) -> [Float] { episode.support.values!.scalars }
      let before = Float.random(in: 0..<1)
      let first = numbers(try noise.episode(3))
      let any: any EpisodeSource = noise
      print(first == numbers(try noise.episode(3)), first == numbers(try any.episode(3)))
      print(first == numbers(try noise.episode(4)))
      let together = try concurrentMap(0..<5) { numbers(try noise.episode($0)) }
      print(together == (try (0..<5).map { numbers(try noise.episode($0)) }))
      let own = try evaluate(net, using: maml, on: noise, taskCount: 8)
      let list = try evaluate(net, using: maml, on: (0..<8).map { try noise.episode($0) }, taskCount: 8)
      print(own == list)
      let moved = try evaluate(net, using: maml, on: { try noise.episode($0 + 4) }, taskCount: 4)
      let later = try evaluate(net, using: maml, on: Later(), taskCount: 4)
      print(moved == later, moved.taskLosses == Array(own.taskLosses[4...]))
      print(before == Float.random(in: 0..<1))
      """)

    #expect(run.failure == nil)
    #expect(run.text == "true true\nfalse\ntrue\ntrue\ntrue true\nfalse\n")
  }

  @Test func `are told of what they lack in Swift's words`() {
    let run = CellRun("struct Lines: EpisodeSource { func episode(at index: Int) -> Int { 1 } }")

    #expect(
      run.failure?.contains("error: type 'Lines' does not conform to protocol 'EpisodeSource'")
        == true)
    #expect(
      run.failure?.contains(
        "protocol requires function 'episode(_:)' with type '(Int) throws -> Episode'") == true)
  }

  @Test func `fail at their own place, with the calls`() {
    let run = CellRun(
      ownTasks + """
        struct Few: EpisodeSource {
          func pick(_ index: Int) -> Int { [1, 2, 3][index] }
          func episode(_ index: Int) throws -> Episode {
            try Lines().episode(pick(index))
          }
        }
        let r = try train(net, using: maml, on: Few(), iterations: 3, tasksPerBatch: 2)
        """)

    #expect(run.failure?.contains("error: Index out of range") == true)
    #expect(run.failure?.contains("[1, 2, 3][index]") == true)
    #expect(run.failure?.contains("in Few.pick(_:) at cell:") == true)
  }

  @Test func `throw to whoever trains`() {
    let run = CellRun(
      ownTasks + """
        struct NoMore: Error { let index: Int }
        do {
          let r = try train(
            net, using: maml,
            on: { index in
              if index > 3 { throw NoMore(index: index) }
              return try Lines().episode(index)
            }, iterations: 3, tasksPerBatch: 3)
        } catch { print(error) }
        """)

    #expect(run.failure == nil)
    #expect(run.text == "NoMore(index: 4)\n")
  }

  @Test func `may draw random numbers, which follow from their numbers`() {
    let run = CellRun(
      ownTasks + """
        func noisy(_ index: Int) throws -> Episode {
          try Lines(slope: Float.random(in: 0..<1)).episode(index)
        }
        let on = { (index: Int) in try noisy(index) }
        let a = try train(net, using: maml, on: on, iterations: 4, tasksPerBatch: 3, threads: 1)
        let b = try train(net, using: maml, on: on, iterations: 2, tasksPerBatch: 3, threads: 2)
        let c = try train(continuing: b, using: maml, on: on, iterations: 2, tasksPerBatch: 3)
        print(a == c)
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true\n")
  }

  @Test func `print in the order of their numbers`() {
    let run = CellRun(
      ownTasks + """
        let r = try train(
          net, using: maml,
          on: { index in
            print("task", index)
            return try Lines().episode(index)
          }, iterations: 2, tasksPerBatch: 4)
        """)

    #expect(run.text == ([0] + Array(0..<8)).map { "task \($0)\n" }.joined())
  }

  @Test(arguments: [
    "Examples(inputs: Tensor(ones: [2, 3]), values: Tensor(ones: [2, 1]))",
    "Examples(inputs: Tensor(ones: [2, 1]), values: Tensor(ones: [2, 4]))",
    "Examples(inputs: Tensor(ones: [2, 1]), labels: [0, 7])",
    "Examples(inputs: Tensor(ones: [2, 1]), labels: [-1, 0])",
    "Examples(inputs: Tensor(repeating: .nan, shape: [2, 1]), values: Tensor(ones: [2, 1]))",
  ])
  func `that do not fit are errors and never a crash`(examples: String) {
    for place in ["support: odd, query: good", "support: good, query: odd"] {
      let run = CellRun(
        ownTasks + """
          let odd = try \(examples)
          let good = try Lines().points(3, 1)
          let r = try train(
            net, using: maml,
            on: { index in index < 2 ? try Lines().episode(index) : Episode(\(place)) },
            iterations: 2, tasksPerBatch: 4)
          """)

      #expect(run.failure != nil)
    }
  }
}

@Suite(.serialized) struct `An interrupt of one's own tasks` {
  @Test(arguments: [
    "let r = try train(net, using: maml, on: { i in while true {} }, iterations: 5)",
    "let r = concurrentMap(0..<8) { i in while true {} }",
    "let r = concurrentMap(0..<8) { i in (0..<1_000_000_000).reduce(0) { $0 &+ $1 } }",
    "let r = concurrentMap(0..<8) { i in matmul(Tensor(ones: [9000, 9000]), Tensor(ones: [9000, 9000])) }",
  ])
  func `stops them soon`(source: String) {
    let run = LimitRun([ownTasks, source], memory: 12_000, interruptedAfter: .milliseconds(200))

    #expect(run.failures[0] == nil)
    #expect(run.failures[1]?.kind == .interrupted, "\(run.failures[1]?.message ?? "it ended")")
    #expect(run.time < .seconds(2))
  }
}
