// Batch normalization with scales and offsets of its own for each step (MAML++), instead of adapted
// ones: they are put into the parameters before each pass, and their gradient is taken out of λ after
// it, so that no step carries it further back.

extension TaskWorkspace {
  /// Gives each step its own normalization for the tasks to come; without rows, scales and offsets
  /// are adapted like all other parameters.
  ///
  /// A support pass has its step's row; a query pass has that of the last step taken, or the first.
  ///
  /// - Parameter rows: for each step gamma and beta of each block; steps beyond have the last row.
  package func set(normalization rows: [[Float]]) {
    precondition(
      rows.allSatisfy { $0.count == layout.normalizationPlaces.count },
      "each channel of each block needs a scale and an offset")
    stepNormalization = rows
    normalizationGradient = rows.map { $0.map { _ in 0 } }
  }

  /// Puts a step's normalization into some parameters.
  func normalize(_ parameters: Floats, inStep step: Int) {
    guard let last = stepNormalization.indices.last else { return }
    let row = stepNormalization[min(step, last)]
    for index in row.indices { parameters[layout.normalizationPlaces[index]] = row[index] }
  }

  /// Moves the gradient by a step's normalization out of λ.
  func takeNormalization(from gradient: Floats, ofStep step: Int) {
    guard let last = stepNormalization.indices.last else { return }
    let row = min(step, last)
    for index in stepNormalization[row].indices {
      normalizationGradient[row][index] += gradient[layout.normalizationPlaces[index]]
      gradient[layout.normalizationPlaces[index]] = 0
    }
  }

  /// The step whose normalization a query pass after some steps has.
  func normalizingStep(after steps: Int) -> Int { max(0, steps - 1) }
}
