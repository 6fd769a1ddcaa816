internal import CellLanguage

/// What `train` and `evaluate` take: protocols, so that one word switches the algorithm or the
/// tasks, and a cell's own types serve as either. They ask what the library's ask, and answer for a
/// type that does not.
let learningProtocols = [
  HostSource(
    "MetaLearner", topic: "Training",
    """
    /// An algorithm that learns to learn. One's own says its `innerSteps` and how it adapts; all else
    /// has a default, the derivative through the adaptation too.
    protocol MetaLearner {
      /// The number of inner steps in training.
      var innerSteps: Int { get }
      /// The number of inner steps in evaluation; by default as many as in training.
      var evaluationSteps: Int { get }
      /// How the outer rate changes over a training; by default it stays as it is.
      var metaRateSchedule: RateSchedule { get }
      /// What it is called in what is said about a training; by default the name of its type.
      var name: String { get }
      /// Its settings, as a checkpoint tells them; by default the number of inner steps.
      var settings: [Setting] { get }
      /// Throws what is wrong with its settings; by default looks at the numbers of steps.
      func validate() throws
      /// Throws why a network can't be used on such tasks; by default looks at the outputs.
      func checkFit(of network: Network, to episode: Episode) throws
      /// What is learned, as it is before the first task; by default the network alone.
      func initialParameters(for network: Network) throws -> MetaParameters
      /// The derivative of a task's query loss in what is learned; by default through `adapt`, which a
      /// tape takes.
      func metaGradient(
        at parameters: MetaParameters, for episode: Episode, iteration: Int
      ) throws -> MetaGradient
      /// The network that what is learned becomes on some examples; `visit` is given it after 0, 1, …
      /// steps.
      func adapt(
        _ parameters: MetaParameters, to examples: Examples, steps: Int,
        visit: (Network) throws -> Void
      ) throws -> Network
      /// How good the query answers are after 0, 1, … steps, or after the last; by default by `adapt`.
      func queryScores(
        of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
      ) throws -> [QueryScore]
    }
    extension MetaLearner {
      var evaluationSteps: Int { innerSteps }
      var metaRateSchedule: RateSchedule { RateSchedule.constant }
      var name: String { "\\(type(of: self))" }
      var settings: [Setting] { [Setting("innerSteps", "\\(innerSteps)")] }
      func validate() throws { try _requireSteps(innerSteps, evaluationSteps) }
      func checkFit(of network: Network, to episode: Episode) throws {
        try _checkOutputs(of: network, for: episode)
      }
      func initialParameters(for network: Network) throws -> MetaParameters {
        MetaParameters(network: network)
      }
      func metaGradient(
        at parameters: MetaParameters, for episode: Episode, iteration: Int
      ) throws -> MetaGradient {
        try MetaGradient(at: parameters, for: episode, through: { parameters in
          try adapt(parameters, to: episode.support, steps: innerSteps, visit: { _ in })
        })
      }
      func queryScores(
        of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
      ) throws -> [QueryScore] {
        var scores: [QueryScore] = []
        let isTransductive = measurement.isTransductive
        let adapted = try adapt(
          parameters, to: episode.support, steps: measurement.steps,
          visit: { network in
            if measurement.everyStep {
              scores.append(try episode.score(of: network, isTransductive: isTransductive))
            }
          })
        if !measurement.everyStep {
          return [try episode.score(of: adapted, isTransductive: isTransductive)]
        }
        try _requireVisits(scores.count, steps: measurement.steps)
        return scores
      }
      func adapt(
        _ parameters: MetaParameters, to examples: Examples, steps: Int? = nil
      ) throws -> Network {
        try validate()
        return try adapt(parameters, to: examples, steps: steps ?? evaluationSteps, visit: { _ in })
      }
      func adapt(_ network: Network, to examples: Examples, steps: Int? = nil) throws -> Network {
        try adapt(try initialParameters(for: network), to: examples, steps: steps)
      }
      func metaGradient(at network: Network, for episode: Episode) throws -> Network {
        try metaGradient(
          at: try initialParameters(for: network), for: episode, iteration: 0
        ).gradient.network
      }
    }
    """),
  HostSource(
    "EpisodeSource", topic: "Tasks",
    """
    /// Numbered tasks, to train and evaluate on. One's own says what the task of a number is, which
    /// must follow from the number alone: it is asked for on several threads, each time on copies.
    /// Random numbers that it draws do: they follow from the notebook's seed and the number, whoever
    /// asks. So what is measured on tasks that are not trained on needs other numbers:
    /// `evaluate(network, using: maml, on: { try tasks.episode(1_000_000 + $0) })`.
    ///
    /// Arrays of episodes are sources too, and a closure serves as well: `on: { index in … }`.
    protocol EpisodeSource: _DrawsByNumber {
      /// The task of a number.
      func episode(_ index: Int) throws -> Episode
    }
    extension Array: EpisodeSource where Element == Episode {
      func episode(_ index: Int) throws -> Episode {
        try _requireTasks(count)
        let place = index % count
        return self[place < 0 ? place + count : place]
      }
    }
    """),
]

/// How the library calls a cell's own tasks and algorithms: by functions whose arguments and results
/// are values.
let ownCode = HostSource(
  "own code",
  """
  func _episode(_ source: any EpisodeSource, _ index: Int) throws -> Episode {
    try source.episode(index)
  }
  func _facts(
    _ learner: any MetaLearner
  ) throws -> (Int, Int, RateSchedule, [Setting], String) {
    (
      learner.innerSteps, learner.evaluationSteps, learner.metaRateSchedule, learner.settings,
      learner.name
    )
  }
  func _validate(_ learner: any MetaLearner) throws { try learner.validate() }
  func _checkFit(_ learner: any MetaLearner, _ network: Network, _ episode: Episode) throws {
    try learner.checkFit(of: network, to: episode)
  }
  func _initialParameters(
    _ learner: any MetaLearner, _ network: Network
  ) throws -> MetaParameters {
    try learner.initialParameters(for: network)
  }
  func _metaGradient(
    _ learner: any MetaLearner, _ parameters: MetaParameters, _ episode: Episode, _ iteration: Int
  ) throws -> MetaGradient {
    try learner.metaGradient(at: parameters, for: episode, iteration: iteration)
  }
  func _adapt(
    _ learner: any MetaLearner, _ parameters: MetaParameters, _ examples: Examples, _ steps: Int
  ) throws -> [Network] {
    var visited: [Network] = []
    let adapted = try learner.adapt(
      parameters, to: examples, steps: steps, visit: { network in visited.append(network) })
    return visited + [adapted]
  }
  func _queryScores(
    _ learner: any MetaLearner, _ parameters: MetaParameters, _ episode: Episode,
    _ measurement: QueryMeasurement
  ) throws -> [QueryScore] {
    try learner.queryScores(of: parameters, on: episode, measurement: measurement)
  }
  """)
