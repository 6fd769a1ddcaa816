public import MetaLearning
public import Plotting

/// The learning curve of a training: loss and accuracy of each iteration's tasks, smoothed over
/// the noise of the batches, with validation as points.
public func plot(_ history: TrainingHistory, title: String? = "Learning curve") -> Figure {
  let losses = history.losses
  let accuracies = history.accuracies
  var accuracySeries = curve(accuracies, label: "training", color: .blue)
  if !history.validations.isEmpty {
    accuracySeries.append(
      Series.points(
        history.validations.map(\.iteration), history.validations.map(\.evaluation.accuracy),
        label: "validation", color: .vermilion))
  }
  let lossFigure = plot(
    curve(losses, label: "training", color: .blue), title: "query loss", xLabel: "iteration",
    legend: .none)
  // Tasks that ask for numbers have no accuracy.
  guard !accuracies.isEmpty || losses.isEmpty else { return grid([lossFigure], title: title) }
  return grid(
    [
      lossFigure,
      plot(
        accuracySeries, title: "query accuracy", xLabel: "iteration",
        legend: history.validations.isEmpty ? .none : .bottomRight),
    ], columns: 2, title: title)
}

/// A noisy curve: the numbers themselves in grey behind their running mean.
private func curve(_ values: [Double], label: String, color: FigureColor) -> [Series] {
  let iterations = Array(1..<values.count + 1)
  let window = max(1, values.count / 20)
  guard window > 1 else { return [.line(iterations, values, label: label, color: color)] }
  return [
    .line(iterations, values, color: FigureColor(grey: 0xCC)),
    .line(iterations, runningMean(values, window: window), label: label, color: color),
  ]
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
