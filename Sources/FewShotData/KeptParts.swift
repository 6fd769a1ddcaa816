package import Images

// Values made again of their parts, which were kept.

extension ClassSplit {
  /// A split of its three parts.
  package init(kept parts: [ImageCollection]) {
    self.init(train: parts[0], validation: parts[1], test: parts[2])
  }
}

extension ImageClass {
  /// A class with its pictures.
  package init(kept name: String, _ images: ImageBatch) {
    self.init(name: name, images: images)
  }
}

extension FewShotTask {
  /// A task with its images and labels.
  package init(
    kept counts: (way: Int, shot: Int, queriesPerClass: Int),
    classes: [Int], names: [String], support: (images: ImageBatch, labels: [Int]),
    query: (images: ImageBatch, labels: [Int])
  ) {
    self.init(
      way: counts.way, shot: counts.shot, queriesPerClass: counts.queriesPerClass,
      classes: classes, names: names, supportImages: support.images,
      supportLabels: support.labels, queryImages: query.images, queryLabels: query.labels)
  }
}
