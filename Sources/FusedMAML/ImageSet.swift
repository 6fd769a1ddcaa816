internal import CKernels

/// Images and their classes as the passes read them: padded, with the moments of their patches.
struct ImageSet {
  let count: Int
  let padded: Floats
  let patches: Cell<ck_patches>
  let labels: Labels

  /// Takes room for `count` images.
  init(count: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    self.count = count
    padded = try arena.floats(count * ck_padded_image)
    patches = try arena.record(ck_patches.self)
    labels = try arena.labels(count)
  }

  /// Takes over a task's images and measures their patches.
  func load(_ images: Span<Float>, labels: Span<Int32>, stride: Int64) {
    let pixels = count * FusedNetwork.imageSide * FusedNetwork.imageSide
    precondition(
      images.count == pixels && labels.count == count,
      "a set of \(count) images needs \(pixels) pixels and \(count) labels")
    unsafe images.withUnsafeBufferPointer { images in
      guard let base = images.baseAddress else { return }
      unsafe ck_first_layer_pad(Int64(count), base, padded.base)
    }
    unsafe ck_first_layer_measure(stride, Int64(count), padded.base, patches.base)
    for index in 0..<count { unsafe self.labels.base[index] = labels[index] }
  }
}
