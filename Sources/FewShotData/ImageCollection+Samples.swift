internal import Allowances
public import Images

extension ImageCollection {
  /// Returns the first few pictures of every class, class by class: what to show of a collection.
  ///
  ///     birds[0..<4].samples(perClass: 8)      // 32 images
  public func samples(perClass count: Int) -> ImageBatch {
    precondition(0...imagesPerClass ~= count, "a class does not have that many pictures")
    var pixels: [Float] = []
    let size = self.count * count * pixelCount
    if Allowance.allows(size * MemoryLayout<Float>.stride) {
      pixels.reserveCapacity(size)
      for place in 0..<self.count where !Allowance.isSpent {
        for image in 0..<count { append(image, of: place, to: &pixels) }
      }
    }
    return ImageBatch(width: width, height: height, channels: channels, pixels: pixels)
  }

  /// Returns the first few drawings of every character, character by character.
  public func samples(perCharacter count: Int) -> ImageBatch { samples(perClass: count) }
}
