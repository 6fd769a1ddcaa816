import CellLanguage
import Dispatch
import Glibc
import Notebook
import NotebookSession
import Synchronization
import Testing

@Suite struct ShellCellTests {
  private func cell(_ commands: String, options: String = "") -> String {
    "```sh\n#| eval: true\n#| echo: false\n\(options)\(commands)\n```\n"
  }

  @Test func `a shell cell runs and both its streams are outputs`() throws {
    let stage = Stage(cell("echo one; echo two >&2"))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    #expect(stage.sink.text == "one\ntwo\n")
    #expect(
      stage.driver.session.sidecar.cells[0].outputs == [.stream(.stdout, text: "one\ntwo\n")])
  }

  @Test func `a shell cell is refused where it is not allowed`() throws {
    let stage = Stage(cell("echo one"), shell: .refused)

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(stage.sink.text == "error: shell cells run only with --allow-shell\n")
  }

  @Test(arguments: [("exit 3", 3), ("kill -9 $$", 137), ("no-such-command-here 2>&-", 127)])
  func `a status other than 0 fails the cell`(commands: String, status: Int) throws {
    let stage = Stage(cell(commands))

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(stage.sink.text == "error: the shell exited with status \(status)\n")
  }

  @Test func `a timeout stops the commands and says so`() throws {
    let stage = Stage(cell("echo a; sleep 30", options: "#| id: slow\n#| timeout: 0.2\n"))
    let start = ContinuousClock.now

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .failed)
    #expect(stage.sink.text == "a\nerror: 'slow' was stopped after its timeout of 0.2 s\n")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `an interrupt stops the commands and those they started`() throws {
    let stage = Stage(cell("sleep 30 & sleep 30; echo b"))
    let flag = stage.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { flag.raise() }
    let start = ContinuousClock.now

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .interrupted)
    #expect(stage.sink.text == "interrupted\n")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `an interrupt stops commands that left the session of the shell`() throws {
    let stage = Stage(cell("setsid sleep 25 &\nsetsid sh -c 'sleep 26; true' & sleep 27"))
    let flag = stage.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { flag.raise() }
    let start = ContinuousClock.now

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .interrupted)
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  /// Runs commands that write a line and their number into a file, stops them, and returns what was shown
  /// and how long that took.
  private func stop(
    _ commands: String, in place: Workplace
  ) throws -> (shown: String, pause: Duration) {
    let stage = Stage(cell("cd '\(place.path)'\n\(commands)"))
    let flag = stage.interrupt
    let raised = Mutex(ContinuousClock.now)
    DispatchQueue.global().async {
      while !place.has("ready") { usleep(5_000) }
      raised.withLock { $0 = .now }
      flag.raise()
    }
    #expect(try stage.driver.perform(.run(.all)) == .interrupted)
    return (stage.sink.text, raised.withLock { ContinuousClock.now - $0 })
  }

  /// Whether the process is alive whose number is in a file.
  private func isAlive(_ name: String, in place: Workplace) throws -> Bool {
    let bytes = try #require(place.read(name))
    let number = try #require(pid_t(String(decoding: bytes, as: UTF8.self).filter(\.isNumber)))
    return kill(number, 0) == 0
  }

  @Test(arguments: [
    // In a session of its own; with a parent that has ended; with an environment that is empty.
    "sleep 60 & echo $! > number; touch ready; wait",
    "setsid sh -c 'echo $$ > number; touch ready; exec sleep 60' & wait",
    "(setsid sh -c 'echo $$ > number; touch ready; exec sleep 60' &)\nsleep 60",
    "(env -i PATH=\"$PATH\" setsid sh -c 'echo $$ > number; touch ready; exec env -i sleep 60' &)\nsleep 60",
    "trap '' INT TERM HUP; echo $$ > number; touch ready; while :; do sleep 1; done",
  ])
  func `nothing that a cell started survives an interrupt`(commands: String) throws {
    let place = Workplace()

    let (_, pause) = try stop(commands, in: place)

    #expect(pause < .milliseconds(500))
    #expect(try !isAlive("number", in: place))
  }

  @Test func `what was written before an interrupt is read to its end`() throws {
    let place = Workplace()

    let (shown, _) = try stop("seq 5000; touch ready; sleep 60", in: place)

    #expect(shown.hasPrefix("1\n2\n") && shown.hasSuffix("\n5000\ninterrupted\n"))
  }

  @Test func `commands end when nobody reads what they write`() throws {
    let stage = Stage(cell("yes | head -1"))

    try stage.driver.perform(.run(.all))

    #expect(stage.sink.text == "y\n")
  }

  @Test func `a cell takes as long as its shell, whatever goes on in the background`() throws {
    let stage = Stage(cell("setsid sleep 20 &\necho started"))
    let start = ContinuousClock.now

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .finished)
    #expect(stage.sink.text == "started\n")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `an interrupt stops a shell that has closed its output`() throws {
    let stage = Stage(cell("exec >&- 2>&-; sleep 30"))
    let flag = stage.interrupt
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { flag.raise() }
    let start = ContinuousClock.now

    let ending = try stage.driver.perform(.run(.all))

    #expect(ending == .interrupted)
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func `characters that arrive in pieces stay whole`() throws {
    let stage = Stage(
      cell(#"printf '\303'; sleep 0.1; printf '\251\360\237'; sleep 0.1; printf '\216\262'"#))

    try stage.driver.perform(.run(.all))

    #expect(stage.driver.session.sidecar.cells[0].outputs == [.stream(.stdout, text: "é🎲")])
  }
}
