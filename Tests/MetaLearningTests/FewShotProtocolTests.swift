import FewShotData
import MetaLearning
import Testing

@Suite struct FewShotProtocolTests {
  private let characters = ImageCollection(
    names: (0..<1623).map { "c\($0)" }, drawingsPerCharacter: 20,
    levels: [UInt8](repeating: 0, count: 1623 * 20 * 784))

  @Test func `the walkthrough's rules are those of its options`() throws {
    let rules = FewShotProtocol.walkthrough(way: 20, shot: 5)
    let tasks = try rules.tasks(of: characters)

    #expect(tasks.train.characters.count == 973)
    #expect(tasks.validation.characters.count == 325)
    #expect(tasks.test.characters.count == 325)
    #expect(tasks.test.way == 20)
    #expect(tasks.test.shot == 5)
    #expect(tasks.test.queriesPerClass == 15)
    #expect(rules.maml.innerSteps == 5)
    #expect(rules.maml.innerLearningRate == 0.1)
  }

  @Test func `the paper's rules turn all characters and ask as many as they show`() throws {
    let rules = FewShotProtocol.paper(way: 5, shot: 5)
    let tasks = try rules.tasks(of: characters, seed: 4)

    #expect(tasks.train.characters.count == 4 * 1100)
    #expect(tasks.validation.characters.count == 4 * 100)
    #expect(tasks.test.characters.count == 4 * 423)
    #expect(tasks.train.queriesPerClass == 5)
    #expect(tasks.train.seed == 4)
    #expect(rules.maml.innerSteps == 1)
    #expect(rules.evaluationSteps == 3)
    #expect(FewShotProtocol.paper(way: 20).maml.innerSteps == 5)
    #expect(FewShotProtocol.paper(way: 20).tasksPerBatch == 16)
  }

  @Test func `nothing of the test is trained with, however it is turned`() throws {
    let tasks = try FewShotProtocol.paper().tasks(of: characters)
    func roots(_ tasks: TaskDistribution) -> Set<Substring> {
      Set(tasks.characters.names.map { $0.prefix { $0 != "," } })
    }
    #expect(roots(tasks.train).count == 1100)
    #expect(roots(tasks.train).isDisjoint(with: roots(tasks.test)))
    #expect(roots(tasks.train).isDisjoint(with: roots(tasks.validation)))
  }

  @Test func `a protocol can be changed`() throws {
    var rules = FewShotProtocol.paper()
    rules.rotations = .training
    let tasks = try rules.tasks(of: characters)
    #expect(tasks.train.characters.count == 4400)
    #expect(tasks.test.characters.count == 423)
  }
}
