/// What pictures are made as they are loaded: of one size, gray or colour.
struct ImageFormat: Sendable {
  /// The columns; nil for as many as the picture has.
  let width: Int?
  /// The rows; nil for as many as the picture has.
  let height: Int?
  /// 1 for gray, 3 for colour; nil for what the file has.
  let channels: Int?
  /// Whether the middle is cut out where the aspects differ; otherwise pictures are stretched.
  let crops: Bool

  /// The longest side that can be asked for.
  static let sideLimit = 4096

  /// Checks what was asked for: `size` is both sides, `width` and `height` are one each.
  init(
    size: Int?, width: Int?, height: Int?, channels: Int?, crops: Bool
  ) throws(ImageFileError) {
    for (name, value) in [("size", size), ("width", width), ("height", height)] {
      guard let value, !(1...Self.sideLimit ~= value) else { continue }
      throw .wrongSize(name: name, value: value, limit: Self.sideLimit)
    }
    if let channels, channels != 1, channels != 3 { throw .wrongChannels(channels) }
    self.width = width ?? size
    self.height = height ?? size
    self.channels = channels
    self.crops = crops
  }

  /// Returns the picture as it was asked for; where only one side was, the other keeps the aspect.
  func callAsFunction(_ picture: Picture) -> Picture {
    var picture = channels == 1 ? picture.converted(toChannels: 1) : picture
    if width != nil || height != nil {
      let width = width ?? side(height, picture.width, per: picture.height)
      let height = height ?? side(self.width, picture.height, per: picture.width)
      if crops { picture = picture.cropped(toAspectOf: width, height) }
      picture = picture.resized(width: width, height: height)
    }
    return picture.converted(toChannels: channels ?? picture.channels)
  }

  private func side(_ other: Int?, _ own: Int, per source: Int) -> Int {
    guard let other else { return own }
    return max(1, min(Self.sideLimit, (own * other + source / 2) / source))
  }
}
