public import MetaLearning
public import Plotting

/// The learning curve of a training: loss and accuracy of each iteration's tasks, smoothed over the
/// noise of the batches, with what was measured on validation tasks as points.
///
/// Where validation measured every inner step, there are points for all of them.
public func plot(_ history: TrainingHistory, title: String? = "Learning curve") -> Figure {
  LearningCurve(
    losses: history.losses, accuracies: history.accuracies,
    validations: history.validations.map {
      .init(iteration: $0.iteration, evaluation: $0.evaluation)
    }
  ).figure(title: title)
}

/// The numbers of a learning curve, which may still be growing.
struct LearningCurve {
  /// A measurement on validation tasks.
  struct Validation {
    /// The number of iterations that had been done.
    let iteration: Int
    /// What was measured.
    let evaluation: Evaluation
  }

  /// The number of iterations before the first of the curve.
  var start = 0
  /// The mean query loss of each iteration.
  var losses: [Double] = []
  /// The mean query accuracy of each iteration; none where tasks ask for numbers.
  var accuracies: [Double] = []
  /// What was measured on validation tasks.
  var validations: [Validation] = []

  /// The curve as a figure: the loss and, where there is one, the accuracy beside it.
  func figure(title: String?) -> Figure {
    var panels = [panel(losses, title: "query loss", validations: \.stepLosses)]
    // Tasks that ask for numbers have no accuracy.
    if !accuracies.isEmpty || losses.isEmpty {
      panels.append(panel(accuracies, title: "query accuracy", validations: \.stepAccuracies))
    }
    return grid(panels, title: title)
  }

  private func panel(
    _ values: [Double], title: String, validations steps: KeyPath<Evaluation, [Double]>
  ) -> Figure {
    var series = curve(values, label: "training", color: .blue)
    let iterations = validations.map(\.iteration)
    let measured = validations.map { $0.evaluation[keyPath: steps] }
    if measured.contains(where: { $0.count > 1 }) {
      series.append(
        .points(
          iterations, measured.map { $0.first ?? .nan }, label: "unadapted",
          marker: .ring, color: .orange))
    }
    let between = zip(iterations, measured).flatMap { iteration, values in
      values.dropFirst().dropLast().map { (iteration, $0) }
    }
    if !between.isEmpty {
      series.append(
        .points(
          between.map { $0.0 }, between.map { $0.1 }, label: "in between", marker: .ring,
          color: .sky))
    }
    if !measured.isEmpty {
      series.append(
        .points(
          iterations, measured.map { $0.last ?? .nan }, label: "validation", color: .vermilion))
    }
    return plot(
      series, title: title, xLabel: "iteration", legend: measured.isEmpty ? .none : .automatic)
  }

  /// A noisy curve: the numbers themselves in grey behind their running mean.
  private func curve(_ values: [Double], label: String, color: FigureColor) -> [Series] {
    let iterations = Array(start + 1..<start + values.count + 1)
    let window = max(1, values.count / 20)
    guard window > 1 else { return [.line(iterations, values, label: label, color: color)] }
    return [
      .line(iterations, values, color: FigureColor(grey: 0xCC)),
      .line(iterations, runningMean(values, window: window), label: label, color: color),
    ]
  }
}

/// The mean of each number and up to `window − 1` before it.
func runningMean(_ values: [Double], window: Int) -> [Double] {
  var sum = 0.0
  return values.indices.map { index in
    sum += values[index]
    if index >= window { sum -= values[index - window] }
    return sum / Double(min(index + 1, window))
  }
}
