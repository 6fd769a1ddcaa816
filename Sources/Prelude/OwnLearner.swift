internal import CellLanguage
internal import MetaLearning
internal import Parallelism

/// An algorithm that is a type of a cell.
struct OwnLearner: MetaLearner {
  private let value: Value
  /// What calls the cell.
  let calls: ConcurrentCalls
  let innerSteps: Int
  let evaluationSteps: Int
  let metaRateSchedule: RateSchedule
  let settings: [Setting]
  let name: String

  /// The algorithm that a value of a cell is; throws what the cell throws when it is asked about it.
  init(_ value: Value, _ calls: ConcurrentCalls) throws {
    self.value = value
    self.calls = calls
    let facts = try calls.call(named: "_facts", [value]).tupleElements ?? []
    guard facts.count == 5 else {
      throw HostCallError.mismatch(expected: "MetaLearner", got: value.typeName)
    }
    innerSteps = try facts[0].value.convert()
    evaluationSteps = try facts[1].value.convert()
    metaRateSchedule = try facts[2].value.convert()
    settings = try facts[3].value.convert()
    name = try facts[4].value.convert()
  }

  private func call<Result: CellConvertible>(
    _ function: String, _ arguments: any CellConvertible...
  ) throws -> Result {
    try calls.call(named: function, [value] + arguments.map(\.cellValue)).convert()
  }

  func validate() throws { _ = try calls.call(named: "_validate", [value]) }

  func checkFit(of network: Network, to episode: Episode) throws {
    _ = try calls.call(named: "_checkFit", [value, network.cellValue, episode.cellValue])
  }

  func initialParameters(for network: Network) throws -> MetaParameters {
    try call("_initialParameters", network)
  }

  func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int
  ) throws -> MetaGradient {
    // Each task of each iteration has random numbers of its own, whatever thread it is done on.
    try calls.call(
      named: "_metaGradient",
      [value, parameters.cellValue, episode.cellValue, Value(iteration)],
      stream: [iteration, ConcurrentWork.piece ?? 0]
    ).convert()
  }

  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network {
    var networks: [Network] = try call("_adapt", parameters, examples, steps)
    let adapted = networks.removeLast()
    for network in networks { try visit(network) }
    return adapted
  }

  func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
  ) throws -> [QueryScore] {
    try calls.call(
      named: "_queryScores",
      [value, parameters.cellValue, episode.cellValue, measurement.cellValue],
      stream: [ConcurrentWork.piece ?? 0]
    ).convert()
  }
}
