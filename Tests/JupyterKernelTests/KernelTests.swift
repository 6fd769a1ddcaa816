import CellLanguage
import JupyterKernel
import Testing
import Text

@Suite struct KernelTests {
  @Test func `a cell is answered and all of it is shown before the end`() throws {
    let client = try LoopbackClient()

    let (answer, published) = try client.run("print(\"a\")\nprint(\"b\")\n6 * 7")

    #expect(answer["status"]?.string == "ok")
    #expect(answer["execution_count"] == .integer(1))
    #expect(published.first?.type == "execute_input")
    #expect(published.last?.type == "execute_result")
    #expect(published.last?.content["data"]?["text/plain"]?.string == "42")
    let text = published.compactMap { $0.content["text"]?.string }.joined()
    #expect(text == "a\nb\n")
  }

  @Test func `a failure is shown and answered with its place`() throws {
    let client = try LoopbackClient()

    let (answer, published) = try client.run("let a = [1]\na[4]")

    let traceback = answer["traceback"]?.array?.compactMap(\.string).joined(separator: "\n") ?? ""
    #expect(answer["status"]?.string == "error")
    #expect(traceback.contains("In[1]:2:1"))
    #expect(traceback.contains("^~~~"))
    #expect(published.map(\.type) == ["execute_input", "error"])
    #expect(try client.run("a").answer["status"]?.string == "ok")
  }

  @Test func `a silent cell shows nothing`() throws {
    let client = try LoopbackClient()

    let (answer, published) = try client.run("print(1)\n2", silent: true)

    #expect(answer["status"]?.string == "ok")
    #expect(published.isEmpty)
  }

  @Test func `a command that is refused is a failure of its cell`() throws {
    let client = try LoopbackClient()

    for command in [":quit", ":edit", ":run", ":nonsense", "nobody?"] {
      let (answer, published) = try client.run(command)

      #expect(answer["status"]?.string == "error", "\(command)")
      #expect(published.map(\.type) == ["execute_input", "error"], "\(command)")
    }
  }

  @Test func `after a failure the cells that wait do not run`() throws {
    let client = try LoopbackClient()

    let slow = "var n = 0\nwhile n < 1_000_000 { n += 1 }\n[1][2]"
    let first = try client.ask("execute_request", .object(["code": .string(slow)]))
    let waiting = try (0..<5).map { _ in
      try client.ask("execute_request", .object(["code": .string("n = -1")]))
    }

    #expect(try client.answer(to: first).content["status"]?.string == "error")
    for id in waiting {
      let answer = try client.answer(to: id).content
      #expect(answer["status"]?.string == "aborted")
      #expect(answer["execution_count"] == nil)
    }
    let value = try client.run("n").published.last?.content["data"]?["text/plain"]?.string
    #expect(value == "1000000")
  }

  @Test func `a message that nobody with the key has signed is left aside`() throws {
    let client = try LoopbackClient(clientKey: "another")

    _ = try client.ask("kernel_info_request")
    _ = try client.ask("shutdown_request", on: .control)

    #expect(try client.receive(.shell, milliseconds: 500) == nil)
    #expect(try client.receive(.control, milliseconds: 100) == nil)
  }

  @Test func `an interrupt stops a cell and is answered`() throws {
    let client = try LoopbackClient()
    _ = try client.run("var n = 3")

    let id = try client.ask("execute_request", .object(["code": "while true { n += 1 }"]))
    // It runs once it has been announced.
    while try client.receive(.output)?.type != "execute_input" {}
    let interrupt = try client.ask("interrupt_request", on: .control)

    #expect(try client.answer(to: interrupt, on: .control).content["status"]?.string == "ok")
    #expect(try client.answer(to: id).content["ename"]?.string == "interrupted")
    let value = try client.run("n").published.last?.content["data"]?["text/plain"]?.string
    #expect(value == "3")
  }

  @Test func `a line is asked for where a cell reads one`() throws {
    let client = try LoopbackClient()

    let id = try client.ask("execute_request", .object(["code": "readLine()"]))
    #expect(try client.receive(.input)?.type == "input_request")
    _ = try client.ask("input_reply", .object(["value": "Ada"]), on: .input)

    let shown = try client.published(of: id).last?.content["data"]?["text/plain"]?.string
    #expect(shown?.contains("Ada") == true)
  }

  @Test func `its heart beats while a cell runs`() throws {
    let client = try LoopbackClient()
    _ = try client.ask("execute_request", .object(["code": "while true {}"]))

    let heartbeat = try #require(client.sockets[.heartbeat])
    _ = heartbeat.send([Array("ping".utf8)])
    _ = MessageSocket.wait(for: [heartbeat], milliseconds: 20_000)

    #expect(heartbeat.receive() == [Array("ping".utf8)])
    _ = try client.ask("shutdown_request", on: .control)
    #expect(client.hasEnded())
  }

  @Test(arguments: [Connection.Channel.control, .shell])
  func `it answers before it ends`(channel: Connection.Channel) throws {
    let client = try LoopbackClient()

    let id = try client.ask("shutdown_request", .object(["restart": .bool(true)]), on: channel)

    let answer = try client.answer(to: id, on: channel)
    #expect(answer.type == "shutdown_reply")
    #expect(answer.content["restart"] == .bool(true))
    #expect(client.hasEnded())
  }

  @Test func `what nobody knows is answered with a failure`() throws {
    let client = try LoopbackClient()

    for channel in [Connection.Channel.shell, .control] {
      let id = try client.ask("tea_request", on: channel)

      let answer = try client.answer(to: id, on: channel)
      #expect(answer.type == "tea_reply")
      #expect(answer.content["status"]?.string == "error")
    }
  }

  @Test func `says when an entry is complete as the prompt does`() throws {
    let client = try LoopbackClient()

    func status(_ code: String) throws -> (String?, indent: String?) {
      let id = try client.ask("is_complete_request", .object(["code": .string(code)]))
      let content = try client.answer(to: id).content
      return (content["status"]?.string, content["indent"]?.string)
    }
    #expect(try status("1") == ("complete", nil))
    #expect(try status(":vars") == ("complete", nil))
    #expect(try status("func f() {\n  if x {") == ("incomplete", "    "))
    #expect(try status("struct A {\n  func f() {\n\n") == ("incomplete", "    "))
    #expect(try status("let = )") == ("invalid", nil))
  }

  @Test func `publishes no text in more than one piece of a character`() throws {
    let client = try LoopbackClient()

    let (_, published) = try client.run("print(String(repeating: \"é🦊\", count: 100_000))")

    let texts = published.compactMap { $0.content["text"]?.string }
    #expect(texts.count > 1)
    #expect(texts.joined() == String(repeating: "é🦊", count: 100_000) + "\n")
  }

  @Test func `a request that is no JSON is answered with a failure`() throws {
    let client = try LoopbackClient()

    let id = try client.ask("execute_request", text: #"{"code": "\ud800"}"#)

    #expect(try client.answer(to: id).content["ename"]?.string == "unreadable request")
  }

  @Test(arguments: ["[1]", "{}", #"{"code": 5}"#])
  func `a request to run what is no text is answered with a failure`(content: String) throws {
    let client = try LoopbackClient()

    let id = try client.ask("execute_request", text: content)

    #expect(try client.answer(to: id).content["ename"]?.string == "unreadable request")
    #expect(try client.run("1").answer["execution_count"] == .integer(1))
  }

  @Test(arguments: [#"[]"#, "{}", #"{"msg_type": 7}"#, "{\"msg_type\": \"\u{FFFE}\", "])
  func `what has no header that could be answered is left aside`(header: String) throws {
    let client = try LoopbackClient()

    try client.send(header: Array(header.utf8))
    try client.send(
      header: Array(#"{"msg_type": "execute_request", "x": ""#.utf8) + [0xFF, 0x22, 0x7D])

    #expect(try client.run("6 * 7").answer["status"]?.string == "ok")
    #expect(try client.receive(.shell, milliseconds: 100) == nil)
  }

  @Test func `those who begin to listen are told so`() throws {
    let client = try LoopbackClient()

    let first = try client.receive(from: try client.listener())

    #expect(first?.type == "iopub_welcome")
    #expect(first?.content["subscription"]?.string == "")
  }

  @Test func `an address where nobody can wait is an error`() throws {
    let folder = try Folder()
    var connection = Connection(key: "")
    connection.transport = "ipc"
    connection.host = folder.path + "/nowhere/socket"

    let error = #expect(throws: KernelError.self) {
      try Kernel(
        connection, description: .init(implementation: "", version: "", banner: ""),
        interrupt: .init())
    }
    #expect("\(try #require(error))".hasPrefix("cannot wait at 'ipc://"))
  }
}
