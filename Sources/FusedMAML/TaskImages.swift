/// The images and labels of one task.
package struct TaskImages: Sendable {
  /// Support images, 28×28 floats each.
  package var supportImages: [Float]
  /// The support images' classes, counted from 0.
  package var supportLabels: [Int32]
  /// Query images, 28×28 floats each.
  package var queryImages: [Float]
  /// The query images' classes, counted from 0.
  package var queryLabels: [Int32]

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
  func load(into support: ImageSet, _ query: ImageSet, of network: FusedNetwork) {
    let stride = network.firstStride
    support.load(supportImages.span, labels: supportLabels.span, stride: stride)
    query.load(queryImages.span, labels: queryLabels.span, stride: stride)
  }
}
