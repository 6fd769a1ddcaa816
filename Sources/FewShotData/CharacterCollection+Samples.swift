internal import Allowances
public import Images

extension CharacterCollection {
  /// Returns the first few drawings of every character, character by character: what to show of a
  /// collection.
  ///
  ///     characters[0..<4].samples(perCharacter: 8)      // 32 images
  public func samples(perCharacter count: Int) -> ImageBatch {
    precondition(
      0...drawingsPerCharacter ~= count, "a character does not have that many drawings")
    var pixels: [Float] = []
    let size = self.count * count * Self.side * Self.side
    guard Allowance.allows(size * MemoryLayout<Float>.stride) else {
      return ImageBatch(width: Self.side, height: Self.side, pixels: [])
    }
    pixels.reserveCapacity(size)
    for character in 0..<self.count where !Allowance.isSpent {
      for drawing in 0..<count { append(drawing, of: character, to: &pixels) }
    }
    return ImageBatch(width: Self.side, height: Self.side, pixels: pixels)
  }
}
