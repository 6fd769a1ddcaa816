import Foundation
import Testing

/// The program as Jupyter's own clients see it: what `Scripts/check-kernel` looks at.
@Suite struct ClientTests {
  @Test(
    .enabled(
      if: Python.hasClients,
      "needs jupyter_kernel_test and nbclient in the Python of PEER_PYTHON, or in python3"),
    .timeLimit(.minutes(10)))
  func `every client is served as it should be`() async throws {
    let (status, output) = try await Python.run([Python.script, Python.builtProgram])

    #expect(status == 0, "\(output)")
  }
}

/// A Python that may have Jupyter's clients.
private enum Python {
  static var name: String { ProcessInfo.processInfo.environment["PEER_PYTHON"] ?? "python3" }

  static var script: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scripts/check-kernel").path
  }

  /// The program that was built together with these tests.
  static var builtProgram: String {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: "mamlnb").path
    }
  }

  static var hasClients: Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name, "-c", "import jupyter_kernel_test, nbclient"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Runs it, and returns its exit status and what it printed.
  static func run(_ words: [String]) async throws -> (status: Int32, output: String) {
    let folder = try Folder()
    let path = folder.path + "/output.txt"
    try [UInt8]().write(to: path)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file
    process.standardError = file
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return (process.terminationStatus, try String(contentsOfFile: path, encoding: .utf8))
  }
}
