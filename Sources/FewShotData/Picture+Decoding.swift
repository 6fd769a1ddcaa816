internal import Allowances
internal import CJPEG
internal import CPNG

extension Picture {
  /// The formats that are read.
  enum Format: String {
    case png = "PNG"
    case jpeg = "JPEG"

    /// The format that bytes start as.
    init?(of bytes: [UInt8]) {
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        self = .png
      } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else {
        return nil
      }
    }
  }

  /// The most pixels that are decoded: as many as 67 megapixels, which take 200 MB.
  static let pixelLimit = 1 << 26

  /// Decodes the bytes of a file, as it was seen.
  ///
  /// What is transparent has white behind it, samples of 16 bits are rounded to 8, a palette's colours
  /// are looked up, inks are mixed, and a photograph that was turned stands upright.
  init(_ bytes: [UInt8], path: String) throws {
    guard let format = Format(of: bytes) else { throw ImageFileError.foreign(path: path) }
    var message = [CChar](repeating: 0, count: 256)
    let header = try Header(bytes, format, path: path, &message)
    let pixelCount = header.width.multipliedReportingOverflow(by: header.height)
    guard header.width > 0, header.height > 0, !pixelCount.overflow,
      pixelCount.partialValue <= Self.pixelLimit
    else {
      throw ImageFileError.tooLarge(path: path, width: header.width, height: header.height)
    }
    let count = pixelCount.partialValue * header.channels
    guard Allowance.allows(2 * count) else { throw CancellationError() }
    var levels = [UInt8](repeating: 0, count: count)
    // Asked row by row: a large picture takes a second.
    let isStopped: @convention(c) () -> Int32 = { Allowance.isSpent ? 1 : 0 }
    let isDecoded: Bool
    switch format {
    case .png:
      let outcome = unsafe cpng_decode(
        bytes, bytes.count, &levels, levels.count, isStopped, &message, message.count)
      if outcome == CPNG_STOPPED { throw CancellationError() }
      isDecoded = outcome == CPNG_DECODED
    case .jpeg:
      let outcome = unsafe cjpeg_decode(
        bytes, bytes.count, &levels, levels.count, isStopped, &message, message.count)
      if outcome == CJPEG_STOPPED { throw CancellationError() }
      isDecoded = outcome == CJPEG_DECODED
    }
    guard isDecoded else {
      throw ImageFileError.damaged(path: path, format: format.rawValue, reason: text(message))
    }
    let stored = Picture(
      width: header.width, height: header.height, channels: header.channels, levels: levels)
    self = stored.upright(from: header.orientation)
  }

  /// What a file says before its pixels.
  private struct Header {
    var width: Int
    var height: Int
    var channels: Int
    var orientation = 1

    init(_ bytes: [UInt8], _ format: Format, path: String, _ message: inout [CChar]) throws {
      let (isRead, isAvailable): (Bool, Bool)
      switch format {
      case .png:
        var (width, height, channels): (UInt32, UInt32, Int32) = (0, 0, 0)
        let outcome = unsafe cpng_read_header(
          bytes, bytes.count, &width, &height, &channels, &message, message.count)
        (isRead, isAvailable) = (outcome == CPNG_DECODED, outcome != CPNG_UNAVAILABLE)
        (self.width, self.height, self.channels) = (Int(width), Int(height), Int(channels))
      case .jpeg:
        var header = CJPEGHeader()
        let outcome = unsafe cjpeg_read_header(
          bytes, bytes.count, &header, &message, message.count)
        (isRead, isAvailable) = (outcome == CJPEG_DECODED, outcome != CJPEG_UNAVAILABLE)
        (width, height) = (Int(header.width), Int(header.height))
        (channels, orientation) = (Int(header.channels), Int(header.orientation))
      }
      guard isAvailable else {
        throw ImageFileError.noReader(format: format.rawValue, reason: text(message))
      }
      guard isRead else {
        throw ImageFileError.damaged(path: path, format: format.rawValue, reason: text(message))
      }
    }
  }
}
