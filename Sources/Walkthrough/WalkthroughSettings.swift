public import FewShotData
public import MetaLearning

/// What the walkthrough's `train.py` and `evaluate.py` can be told, and what goes beyond them.
///
/// Every setting has the name that its option has on the command line, under which a checkpoint
/// keeps it.
public struct WalkthroughSettings: Sendable, Equatable {
  /// Whose rules the rest follows by default.
  public var rules = ProtocolName.walkthrough
  /// `glyphs`, `omniglot`, or a folder with either's files.
  public var data = "omniglot"
  /// The number of classes of a task.
  public var way = 5
  /// The number of support images of each class.
  public var shot = 1
  /// The number of query images of each class.
  public var queries = 15
  /// The number of tasks of an outer step.
  public var tasksPerBatch = 32
  /// The number of inner steps in training.
  public var steps = 5
  /// The number of inner steps in evaluation.
  public var testSteps = 5
  /// The size of Adam's steps.
  public var metaRate = 0.001
  /// The size of an inner step, or what learned ones start as.
  public var baseRate = 0.1
  /// The number of outer steps.
  public var iterations = 10_000
  /// The algorithm.
  public var algorithm = AlgorithmName.maml
  /// How far the derivative goes through the inner steps.
  public var order = MAML.Order.second
  /// The network.
  public var net = NetworkName.maxpool
  /// Which characters also come turned.
  public var rotations = Rotations.none
  /// By how many pixels images are shifted at most, up or down and left or right, in training.
  public var shift = 0
  /// How the outer rate changes.
  public var schedule = ScheduleName.constant
  /// Over how many iterations MAML++ also counts the losses after the earlier steps.
  public var multiStepIterations = 1000
  /// What the split, the first weights and the tasks are drawn from.
  public var seed = 0
  /// After how many iterations it is measured on validation tasks.
  public var validationInterval = 1000
  /// The number of validation tasks.
  public var validationTasks = 992
  /// The checkpoint whose network training starts from; empty for a new one.
  public var start = ""

  /// Creates the settings of the walkthrough.
  public init() {}

  /// Creates the defaults of a protocol for tasks of a size.
  init(_ rules: ProtocolName, way: Int, shot: Int) {
    self.rules = rules
    self.way = way
    self.shot = shot
    let values = rules.rules(way: way, shot: shot)
    queries = values.queriesPerClass
    tasksPerBatch = values.tasksPerBatch
    steps = values.innerSteps
    testSteps = values.evaluationSteps
    metaRate = values.metaLearningRate
    baseRate = values.innerLearningRate
    iterations = values.iterations
    net = rules == .paper ? .strided : .maxpool
    rotations = values.rotations
  }
}

// MARK: - From and to text

extension WalkthroughSettings {
  /// Creates settings from those that were given, each under its option's name; the others are as
  /// the protocol has them for tasks of that size.
  public init(given: [String: String]) throws(SettingsError) {
    self.init()
    for name in ["protocol", "n-way", "k-spt"] { try set(name, given) }
    self.init(rules, way: way, shot: shot)
    for name in given.keys.sorted() { try set(name, given) }
  }

  private mutating func set(_ name: String, _ given: [String: String]) throws(SettingsError) {
    guard let text = given[name] else { return }
    guard let field = Self.fields.first(where: { $0.name == name }) else { return }
    guard field.set(&self, text) else {
      throw .wrong(name: name, value: text, expected: field.expected)
    }
  }

  /// Returns the settings that a checkpoint says `mamlnb train` made it with, by their options' names;
  /// none where it was made otherwise.
  static func kept(in texts: [String: String]) -> [String: String] {
    var kept: [String: String] = [:]
    for name in names { kept[name] = texts[prefix + name] }
    return kept
  }

  /// All settings as a checkpoint keeps them, apart from those of whoever else writes some.
  var keptTexts: [String: String] {
    Dictionary(uniqueKeysWithValues: texts.map { (Self.prefix + $0.key, $0.value) })
  }

  private static let prefix = "train."

  /// All settings as text, by their options' names.
  public var texts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: Self.fields.map { ($0.name, $0.text(self)) })
  }

  /// The names of all settings, in the order in which they are explained.
  public static var names: [String] { fields.map(\.name) }

  /// The names of the settings in which two differ.
  func differences(from other: WalkthroughSettings) -> [String] {
    Self.fields.filter { $0.text(self) != $0.text(other) }.map(\.name)
  }

  private static let fields: [Field] = [
    Field("protocol", \.rules),
    Field("data", \.data, "glyphs, omniglot or a folder") { !$0.isEmpty },
    Field("n-way", \.way, "a number from 1 to 1,000") { 1...1000 ~= $0 },
    Field("k-spt", \.shot, "a number from 1 to 19") { 1...19 ~= $0 },
    Field("k-query", \.queries, "a number from 1 to 19") { 1...19 ~= $0 },
    Field("task-num", \.tasksPerBatch, "a number from 1 to 100,000") { 1...100_000 ~= $0 },
    Field("glob-update-step", \.steps, "a number from 0 to 1,000") { 0...1000 ~= $0 },
    Field("glob-update-step-test", \.testSteps, "a number from 0 to 1,000") { 0...1000 ~= $0 },
    Field("glob-meta-lr", \.metaRate, "a rate above 0 and up to 10") { $0 > 0 && $0 <= 10 },
    Field("glob-base-lr", \.baseRate, "a rate above 0 and up to 100") { $0 > 0 && $0 <= 100 },
    Field("epochs", \.iterations, "a number from 0 to 100,000,000") { 0...100_000_000 ~= $0 },
    Field("algorithm", \.algorithm),
    Field("order", \.order),
    Field("net", \.net),
    Field("rotations", \.rotations),
    Field("shift", \.shift, "a number from 0 to 14") { 0...14 ~= $0 },
    Field("schedule", \.schedule),
    Field("multi-step-iterations", \.multiStepIterations, "a number from 0") { $0 >= 0 },
    Field("seed", \.seed, "a whole number") { _ in true },
    Field("validate-every", \.validationInterval, "a number from 1") { $0 >= 1 },
    Field("validation-tasks", \.validationTasks, "a number from 1 to 1,000,000") {
      1...1_000_000 ~= $0
    },
    Field("start", \.start, "a checkpoint") { _ in true },
  ]

  /// A setting with its name.
  private struct Field: Sendable {
    let name: String
    /// What can be said, in words.
    let expected: String
    let text: @Sendable (WalkthroughSettings) -> String
    let set: @Sendable (inout WalkthroughSettings, String) -> Bool

    init<Value: LosslessStringConvertible & SendableMetatype>(
      _ name: String, _ path: any WritableKeyPath<WalkthroughSettings, Value> & Sendable,
      _ expected: String, _ isPossible: @escaping @Sendable (Value) -> Bool
    ) {
      self.name = name
      self.expected = expected
      text = { $0[keyPath: path].description }
      set = { settings, text in
        guard let value = Value(text), isPossible(value) else { return false }
        settings[keyPath: path] = value
        return true
      }
    }

    init<Value: RawRepresentable & CaseIterable & SendableMetatype>(
      _ name: String, _ path: any WritableKeyPath<WalkthroughSettings, Value> & Sendable
    ) where Value.RawValue == String {
      self.name = name
      expected = Value.allCases.map(\.rawValue).joined(separator: ", ")
      text = { $0[keyPath: path].rawValue }
      set = { settings, text in
        guard let value = Value(rawValue: text) else { return false }
        settings[keyPath: path] = value
        return true
      }
    }
  }
}

// MARK: - Errors

/// Why settings cannot be used.
public enum SettingsError: Error, Equatable {
  /// A setting cannot have this value.
  case wrong(name: String, value: String, expected: String)
  /// A setting means nothing to the algorithm.
  case meaningless(name: String, algorithm: String)
  /// A checkpoint was made with other settings.
  case differ(path: String, [Difference])
  /// A checkpoint was not made by the command that is to go on with it.
  case unknownSettings(path: String)
  /// There is no checkpoint to go on with.
  case nothingToResume(path: String)
  /// There is a checkpoint already where a new one is to be written; of how many iterations, where it
  /// has a run.
  case exists(path: String, iteration: Int?)
  /// A training has all the iterations that it was to have.
  case finished(path: String, iteration: Int, epochs: Int)
  /// A checkpoint's network is not the one that was asked for.
  case otherNetwork(path: String, expected: NetworkName)
  /// A checkpoint was trained by another algorithm.
  case otherAlgorithm(path: String, trained: String, given: String)
  /// A checkpoint does not say how it was trained, nor do the options.
  case algorithmUnknown(path: String)

  /// Whether nothing is wrong but that nothing is left to do.
  public var isFinished: Bool {
    if case .finished = self { true } else { false }
  }

  /// A setting, as it is in a checkpoint and as it was given.
  public struct Difference: Sendable, Equatable {
    /// The name of its option.
    public let name: String
    /// What the checkpoint says.
    public let kept: String
    /// What was given.
    public let given: String

    /// Creates a difference.
    public init(name: String, kept: String, given: String) {
      self.name = name
      self.kept = kept
      self.given = given
    }

    /// What was kept, and what was given instead.
    var description: String {
      func text(_ value: String) -> String { value.isEmpty ? "no --\(name)" : "--\(name) \(value)" }
      return "\(text(kept)), not \(given.isEmpty ? "without" : given)"
    }
  }
}

extension SettingsError: CustomStringConvertible {
  /// The error in words, with what can be done about it.
  public var description: String {
    switch self {
    case .wrong(let name, let value, let expected):
      "'--\(name) \(value)' is not possible; expected \(expected)"
    case .meaningless(let name, let algorithm):
      "'--\(name)' means nothing to \(algorithm)"
    case .differ(let path, let differences):
      "'\(path)' was made with other settings: "
        + differences.map(\.description).joined(separator: "; ")
        + "; leave them out to go on with it, or start anew with another --checkpoint"
    case .unknownSettings(let path):
      "'\(path)' does not say how 'mamlnb train' made it; in a cell, train(continuing:) goes on with it"
    case .nothingToResume(let path):
      "there is no '\(path)' to go on with; without --resume a training starts"
    case .exists(let path, let iteration):
      "'\(path)' is there already\(iteration.map { ", with a training of \($0) iterations" } ?? ""); "
        + (iteration == nil ? "" : "go on with it by --resume, ")
        + "start over by --replace, or choose another --checkpoint"
    case .finished(let path, let iteration, let epochs):
      "'\(path)' has \(iteration) of \(epochs) iterations already; more come by --epochs"
    case .otherNetwork(let path, let expected):
      "'\(path)' has another network than '--net \(expected.rawValue)'"
    case .otherAlgorithm(let path, let trained, let given):
      "'\(path)' was trained by \(trained), and what it has learned is of no use to \(given)"
    case .algorithmUnknown(let path):
      "'\(path)' does not say how it was trained; say it: --algorithm, --k-spt, --glob-update-step-test"
        + " and whatever else was not the walkthrough's"
    }
  }
}
