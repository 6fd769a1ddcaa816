internal import CKernels

/// Images and their classes, or the numbers to answer with, as the passes read them.
///
/// A ``FirstLayer`` reads them padded, with the moments of their patches; any other layer reads
/// their pixels.
struct ImageSet {
  let count: Int
  let pixels, padded: Floats
  let patches: Cell<ck_patches>
  let labels: Labels
  /// `[count, way]`; nothing where answers are classes.
  let values: Floats
  private let size: MapSize
  private let first: FirstLayer?
  private let labelCount, valueCount: Int

  /// Takes room for `count` images of a network.
  init(count: Int, of network: FusedNetwork, in arena: Arena) throws(WorkspaceTooLarge) {
    self.count = count
    size = network.image
    first = FirstLayer(network.shapes[0])
    pixels = try arena.floats(first == nil ? count * size.count : 0)
    padded = try arena.floats(first == nil ? 0 : count * ck_padded_image)
    patches = try arena.records(1, of: ck_patches.self)
    (labelCount, valueCount) =
      switch network.loss {
      case .crossEntropy: (count, 0)
      case .squaredError: (0, count * network.way)
      }
    labels = try arena.labels(labelCount)
    values = try arena.floats(valueCount)
  }

  /// Takes over a task's images and the answers to them, and measures the images' patches.
  func load(_ images: Span<Float>, labels: Span<Int32>, values: Span<Float>) {
    precondition(
      images.count == count * size.count && labels.count == labelCount
        && values.count == valueCount,
      "a set of \(count) images needs \(count * size.count) pixels, \(labelCount) labels and "
        + "\(valueCount) values")
    unsafe images.withUnsafeBufferPointer { images in
      guard let base = images.baseAddress else { return }
      if first == nil {
        unsafe pixels.base.update(from: base, count: images.count)
      } else {
        unsafe ck_first_layer_pad(Int64(count), base, padded.base)
      }
    }
    if let first {
      unsafe ck_first_layer_measure(first.stride, Int64(count), padded.base, patches.base)
    }
    for index in 0..<labelCount { unsafe self.labels.base[index] = labels[index] }
    for index in 0..<valueCount { self.values[index] = values[index] }
  }
}
