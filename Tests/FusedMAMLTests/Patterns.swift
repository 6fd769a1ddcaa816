import FusedMAML

/// A task of patterns that are no images of anything.
func task(way: Int, shot: Int) -> TaskImages {
  func pixels(_ images: Int, _ factor: Int) -> [Float] {
    (0..<images * 784).map { Float($0 * factor % 17) / 8 - 1 }
  }
  func labels(_ perClass: Int) -> [Int32] { (0..<way * perClass).map { Int32($0 / perClass) } }
  return TaskImages(
    supportImages: pixels(way * shot, 7), supportLabels: labels(shot),
    queryImages: pixels(way * 3, 11), queryLabels: labels(3))
}

/// Parameters of which no two neighbours are equal.
func parameters(way: Int) -> [Float] {
  (0..<112_261 - 5 * 65 + way * 65).map { Float($0 * 31 % 101) / 1000 - 0.05 }
}
