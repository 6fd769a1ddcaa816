import CellLanguage
import Dispatch
import Notebook
import NotebookSession
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
