public import CellLanguage
public import MetaLearning
public import Plotting

/// A sinusoid, the points that a network learned it from, and its answers after some inner steps.
///
/// The more steps, the fuller the line: dotted before the first, then dashed, the last one unbroken.
public func plot(_ adaptation: Adaptation, title: String? = nil) -> Figure {
  let last = adaptation.predictions.indices.last
  let predictions = adaptation.predictions.enumerated().map { index, prediction in
    Series.line(
      adaptation.places, prediction.heights, label: label(of: prediction),
      dash: index == last ? .solid : prediction.steps == 0 ? .dotted : .dashed)
  }
  let truth = Series.line(
    adaptation.places, adaptation.places.map { adaptation.curve($0) }, label: "truth",
    color: FigureColor(grey: 0xAA))
  let support = Series.points(
    adaptation.supportPlaces, adaptation.supportHeights, label: "support", marker: .triangle,
    color: .black)
  return plot(
    [truth] + predictions + [support], title: title ?? "Adapting to \(adaptation.curve)",
    xLabel: "x", yLabel: "y")
}

private func label(of prediction: Adaptation.Prediction) -> String {
  switch prediction.steps {
  case 0: "before"
  case 1: "1 step"
  default: "\(prediction.steps) steps"
  }
}

extension Adaptation: HostValue, CellConvertible {}

/// `Adaptation`, as cells see it.
let adaptationType = HostType(
  Adaptation.self,
  """
  How an algorithm adapts a network to one sinusoid: the answers after some inner steps. `plot` \
  draws it.
  """, conformances: ["Equatable"],
  members: [
    HostFunction(
      """
      init(of network: Network, using learner: any MetaLearner, on tasks: SinusoidTasks, \
      task: Int = 0, steps: [Int] = [0, 1, 5]) throws
      """, "Adapts a network to the task of a number."
    ) {
      (
        context: HostContext, network: Network, learner: SomeLearner, tasks: SinusoidTasks,
        task: Int, steps: [Int]
      ) in
      try Adaptation(
        of: network, using: learner.algorithm, on: tasks, task: task, steps: steps,
        interrupt: context.interrupt)
    },
    HostFunction(
      """
      init(of parameters: MetaParameters, using learner: any MetaLearner, on tasks: SinusoidTasks, \
      task: Int = 0, steps: [Int] = [0, 1, 5]) throws
      """, "Adapts all that an algorithm has learned to the task of a number."
    ) {
      (
        context: HostContext, parameters: MetaParameters, learner: SomeLearner,
        tasks: SinusoidTasks, task: Int, steps: [Int]
      ) in
      try Adaptation(
        of: parameters, using: learner.algorithm, on: tasks, task: task, steps: steps,
        interrupt: context.interrupt)
    },
    property("var curve: Sinusoid", "The curve to be learned.", of: Adaptation.self) { $0.curve },
  ])
