import Foundation
import Testing

/// The program in a terminal: what `Scripts/check-screens` compares.
@Suite struct ScreenTests {
  @Test(
    .enabled(if: Script.canEmulateTerminals, "needs the Debian package python3-pyte"),
    .timeLimit(.minutes(10)))
  func `every screen is as it is expected in small and large terminals`() async throws {
    let script = try Script("check-screens", on: Script.builtProgram)

    let (status, output) = try await script.run()

    #expect(status == 0, "\(output)")
  }
}

/// A script of the repository.
private struct Script {
  private let process = Process()
  private let output = FileManager.default.temporaryDirectory
    .appending(path: "mamlnb-script-\(UUID().uuidString).txt")

  /// A script that is given the path of a program.
  init(_ name: String, on program: URL) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    process.executableURL = root.appending(path: "Scripts/\(name)")
    process.arguments = [program.path]
    process.standardInput = FileHandle.nullDevice
    try Data().write(to: output)
    let file = try FileHandle(forWritingTo: output)
    process.standardOutput = file
    process.standardError = file
  }

  /// Runs it, and returns its exit status and what it printed.
  func run() async throws -> (status: Int32, output: String) {
    defer { try? FileManager.default.removeItem(at: output) }
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  /// The program that was built together with these tests.
  static var builtProgram: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "mamlnb")
    }
  }

  /// Whether Debian's Python has what emulates a terminal.
  static var canEmulateTerminals: Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", "import pyte"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
