import FewShotData
import Foundation

/// The committed files of the tests; `Fixtures/make_fixtures.py` says how each was made.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures")

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  static func decoded<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: bytes(name))
  }
}

/// A folder that lasts as long as a test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "fewshot-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file into the folder, and the folders on its way.
  func write(_ bytes: Data, to name: String) throws {
    let place = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: place)
  }
}

/// The folder of the real archives, or `nil`.
let realOmniglot: String? = {
  let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/omniglot").standardized.path
  let candidates = [ProcessInfo.processInfo.environment["OMNIGLOT"], shared].compactMap(\.self)
  return candidates.first {
    FileManager.default.fileExists(atPath: $0 + "/images_background.zip")
  }
}()

/// The hash that the fixtures were made with.
func hashed(_ number: Int) -> Int {
  var bits = UInt32(truncatingIfNeeded: number) &* 2_654_435_761
  bits = (bits ^ (bits >> 15)) &* 2_246_822_519
  return Int(bits ^ (bits >> 13))
}

/// The gray levels of pixels.
func levels(_ pixels: [Float]) -> [UInt8] {
  pixels.map { UInt8((($0 + 1) / 2 * 255).rounded()) }
}

/// The checksum of the fixtures.
func checksum(_ levels: [UInt8]) -> Int {
  levels.enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 65521 + 1) }
}
