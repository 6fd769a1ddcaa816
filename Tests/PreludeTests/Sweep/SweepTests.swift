import CellLanguage
import Dispatch
import Foundation
import Prelude
import Testing

/// Every function of the libraries is called as a cell would call it, with values at the ends of
/// what its parameters can be: it answers or fails, and neither traps nor hangs.
@Suite(.serialized) struct `No cell can end the session` {
  @Test(arguments: Sweep.groups)
  func `by what it gives to the members of a type`(group: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sweep-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appending(path: "calls").path
    // A process that dies is started again behind the call that it died in.
    for _ in 0..<100 {
      let result = await #expect(processExitsWith: .success, observing: []) {
        [group = group as String, log = log as String] in
        try Sweep(of: group, log: log).run()
      }
      if result?.exitStatus == .exitCode(0) { break }
      let last = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").last
      Issue.record("the process ended in: \(last ?? "nothing")")
    }
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    for line in lines where line.hasPrefix("! ") { Issue.record("\(line)") }
  }
}

/// The calls of one type's members, or of the free functions, made one after another.
struct Sweep {
  private let calls: [String]
  private let log: String

  private static let library = Prelude(plotsFolder: "/nowhere").library

  /// The types of the library, and the free functions; an `Optimizer` can only change its arguments.
  static let groups =
    library.types.map(\.name) + library.protocols.map(\.name).filter { $0 != "Optimizer" }
    + ["functions"]

  /// The calls that a log does not have yet.
  init(of group: String, log: String) {
    self.log = log
    let type = Self.library.types.first { $0.name == group }
    let members = type?.members ?? Self.library.protocols.first { $0.name == group }?.members
    let functions = members ?? Self.library.functions
    let owner = members == nil ? nil : group
    // What changes its argument is tried in tests of its own.
    let all = functions.filter { !$0.declaration.contains("inout ") }.flatMap {
      DeclaredFunction($0.declaration, of: owner).calls()
    }
    let done = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let count = done.split(separator: "\n").count { !$0.hasPrefix("! ") }
    calls = Array(all.dropFirst(count))
  }

  /// Makes the calls; each is written down before.
  func run() throws {
    let runner = CellRunner(library: Self.library, limits: Limits(memory: 512 << 20))
    let begin = runner.run(SweepValues.setup, from: CellState(), console: Silence())
    if let failure = begin.failure { return note("! the setup: \(failure)") }
    for call in calls {
      note(call)
      let interrupt = InterruptFlag()
      let watch = DispatchSource.makeTimerSource(queue: .global())
      watch.schedule(deadline: .now() + .milliseconds(100), repeating: .seconds(10))
      let started = ContinuousClock.now
      watch.setEventHandler {
        interrupt.raise()
        if started.duration(to: .now) > .seconds(5) { exit(3) }
      }
      watch.resume()
      let result = runner.run(
        "let result = try \(call)\nprint(\"\\(result)\".count)", from: begin.state,
        console: Silence(), interrupt: interrupt)
      watch.cancel()
      let time = started.duration(to: .now)
      // Twice the bound of a machine of one's own, where other tests run beside this.
      if time > .seconds(4) { note("! took \(time): \(call)") }
      if let failure = result.failure, failure.kind == .source {
        note("! is no call: \(call): \(failure.message)")
      }
    }
  }

  private func note(_ line: String) {
    let data = Data((line.replacing("\n", with: " ") + "\n").utf8)
    if let file = FileHandle(forWritingAtPath: log) {
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: data)
    } else {
      try? data.write(to: URL(filePath: log))
    }
  }
}

/// Shows nothing.
private final class Silence: Console {
  func emit(_ event: OutputEvent) {}
}
