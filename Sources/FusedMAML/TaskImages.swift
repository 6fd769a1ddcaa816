/// The images of one task and the answers to them: classes, or numbers.
package struct TaskImages: Sendable {
  /// Support images, `[height, width, channels]` each.
  package var supportImages: [Float]
  /// The support images' classes, counted from 0.
  package var supportLabels: [Int32]
  /// Query images, `[height, width, channels]` each.
  package var queryImages: [Float]
  /// The query images' classes, counted from 0.
  package var queryLabels: [Int32]
  /// The numbers to answer the support and the query images with, as many for each; none where
  /// answers are classes.
  package var supportValues: [Float] = []
  package var queryValues: [Float] = []

  /// Creates a task from its images and labels.
  package init(
    supportImages: [Float], supportLabels: [Int32], queryImages: [Float], queryLabels: [Int32]
  ) {
    self.supportImages = supportImages
    self.supportLabels = supportLabels
    self.queryImages = queryImages
    self.queryLabels = queryLabels
  }
}

extension TaskImages {
  /// Copies the images and labels to where a network's passes read them.
  func load(into support: ImageSet, _ query: ImageSet) {
    support.load(supportImages.span, labels: supportLabels.span, values: supportValues.span)
    query.load(queryImages.span, labels: queryLabels.span, values: queryValues.span)
  }
}
