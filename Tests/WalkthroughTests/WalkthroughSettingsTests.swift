import FewShotData
import MetaLearning
import Testing
import Walkthrough

@Suite struct WalkthroughSettingsTests {
  /// The table of the walkthrough's `train.py`.
  @Test func `the defaults are the walkthrough's`() throws {
    let texts = try WalkthroughSettings(given: [:]).texts

    let table = [
      "n-way": "5", "k-spt": "1", "k-query": "15", "task-num": "32", "glob-update-step": "5",
      "glob-update-step-test": "5", "glob-meta-lr": "0.001", "glob-base-lr": "0.1",
      "epochs": "10000",
    ]
    for (name, value) in table { #expect(texts[name] == value, "\(name)") }
  }

  @Test func `the paper's rules decide what was not given`() throws {
    let five = try WalkthroughSettings(given: ["protocol": "paper", "k-spt": "5"])
    let twenty = try WalkthroughSettings(
      given: ["protocol": "paper", "n-way": "20", "task-num": "8"])

    #expect(five.queries == 5)
    #expect(five.steps == 1)
    #expect(five.testSteps == 3)
    #expect(five.baseRate == 0.4)
    #expect(five.net == .strided)
    #expect(five.rotations == .all)
    #expect(twenty.steps == 5)
    #expect(twenty.tasksPerBatch == 8)
  }

  @Test func `texts read back to the same settings`() throws {
    var settings = WalkthroughSettings()
    settings.way = 20
    settings.algorithm = .mamlPlusPlus
    settings.metaRate = 0.1 + 0.2
    settings.order = .first
    settings.start = "a b.safetensors"

    #expect(try WalkthroughSettings(given: settings.texts) == settings)
  }

  @Test(arguments: [
    ("n-way", "0"), ("n-way", "-1"), ("n-way", "1000000000000"), ("k-spt", "20"),
    ("k-query", "0"), ("task-num", "-5"), ("glob-update-step", "-1"), ("glob-meta-lr", "0"),
    ("glob-meta-lr", "nan"), ("glob-meta-lr", "inf"), ("glob-base-lr", "-0.1"),
    ("epochs", "-1"), ("algorithm", "mamal"), ("net", ""), ("validate-every", "0"),
  ])
  func `what is not possible is refused by its option's name`(name: String, value: String) {
    let error = #expect(throws: SettingsError.self) {
      try WalkthroughSettings(given: [name: value])
    }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains("--\(name) \(value)"))
  }
}
