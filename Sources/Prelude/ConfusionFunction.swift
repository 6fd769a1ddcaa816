internal import CellLanguage
internal import MetaLearning

/// `confusionMatrix`, as cells see it.
let confusionFunction = HostFunction(
  "func confusionMatrix(truth: [Int], predictions: [Int], classes: Int? = nil) throws -> [[Int]]",
  """
  How often each class was taken for each: a row for each true class, a column for each answer. \
  `heatmap` draws it.
  """
) { (truth: [Int], predictions: [Int], classes: Int?) in
  try confusionMatrix(truth: truth, predictions: predictions, classes: classes)
}
