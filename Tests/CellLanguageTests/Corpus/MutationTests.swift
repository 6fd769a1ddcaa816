import CellLanguage
import Foundation
import Testing

/// No text can crash or hang the process.
///
/// `Scripts/fuzz-language` runs more of these with other seeds: `FUZZ_SEED` and `FUZZ_COUNT` say which
/// and how many, `FUZZ_FILE` where each program is written before it runs.
@Suite struct MutationTests {
  private static func setting(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  @Test func `a changed program runs, fails or is refused, and leaves the process alone`() throws {
    let programs = try Corpus.folders.flatMap { try Corpus.programs(in: $0) }.map(\.source)
    let seed = MutationTests.setting("FUZZ_SEED").flatMap(UInt64.init) ?? 1
    let count = MutationTests.setting("FUZZ_COUNT").flatMap(Int.init) ?? 300
    var mutator = ProgramMutator(seed: seed, programs: programs)
    let runner = CellRunner(limits: Limits(callDepth: 500, memory: 256 << 20, steps: 200_000))

    var ended = 0
    for _ in 0..<count {
      let program = mutator.next()
      if let file = MutationTests.setting("FUZZ_FILE") {
        try program.write(toFile: file, atomically: false, encoding: .utf8)
      }
      _ = runner.run(program, from: CellState(), console: Recorder())
      ended += 1
    }

    #expect(ended == count)
  }
}
