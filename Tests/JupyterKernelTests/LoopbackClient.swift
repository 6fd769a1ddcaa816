import CellLanguage
import Foundation
import JupyterKernel
import Notebook
import NotebookSession
import Testing
import Text

/// A kernel on a thread of this process, and a client of it over libzmq.
final class LoopbackClient {
  private let folder: Folder
  private let context: SocketContext
  private let writer: MessageWriter
  private let key: MessageKey
  private let connection: Connection
  let sockets: [Connection.Channel: MessageSocket]
  /// What is closed with them.
  private var others: [MessageSocket] = []
  private let ended = DispatchSemaphore(value: 0)

  /// Something that the kernel has sent.
  struct Message {
    let type: String
    let content: JSONValue
    /// The id of the request that it belongs to.
    let parent: String?
  }

  /// A kernel without libraries, and a client that has heard of it.
  init(clientKey: String? = nil) throws {
    folder = try Folder()
    var connection = Connection(key: "secret")
    connection.transport = "ipc"
    connection.host = folder.path + "/socket"
    for (port, channel) in Connection.Channel.allCases.enumerated() {
      connection.ports[channel] = port
    }
    self.connection = connection
    Self.serve(connection, ended: ended)
    context = try SocketContext()
    key = try MessageKey(clientKey ?? connection.key)
    writer = MessageWriter(key: key)
    let kinds: [Connection.Channel: MessageSocket.Kind] = [
      .shell: .dealer(name: Array("client".utf8)), .control: .dealer(name: Array("client".utf8)),
      .input: .dealer(name: Array("client".utf8)), .output: .subscribe, .heartbeat: .request,
    ]
    var sockets: [Connection.Channel: MessageSocket] = [:]
    for (channel, kind) in kinds {
      sockets[channel] = try MessageSocket(kind, in: context)
      try sockets[channel]?.connect(connection.address(channel))
    }
    self.sockets = sockets
    guard clientKey == nil else { return }
    // What is published before somebody listens is lost.
    repeat {
      _ = try ask("kernel_info_request")
    } while try receive(.output, milliseconds: 200) == nil
    _ = try published(of: try ask("kernel_info_request"))
  }

  deinit {
    for socket in others + sockets.values { socket.close() }
    context.end()
  }

  private static func serve(_ connection: Connection, ended: DispatchSemaphore) {
    let thread = Thread {
      do {
        let interrupt = InterruptFlag()
        let kernel = try Kernel(
          connection, description: .init(implementation: "test", version: "1", banner: "hello"),
          interrupt: interrupt)
        let driver = SessionDriver(
          document: NotebookDocument(parsing: ""), name: "kernel", runner: CellRunner(),
          presenter: kernel.presenter, interrupt: interrupt)
        kernel.serve(driver, settings: .init(), parent: nil)
        ended.signal()
      } catch {
        Issue.record(error)
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Sends a request.
  ///
  /// - Returns: its id.
  func ask(
    _ type: String, _ content: JSONValue = .object([] as [JSONValue.Member]),
    on channel: Connection.Channel = .shell
  ) throws -> String {
    let frames = writer.frames(type, content, to: [])
    let socket = try #require(sockets[channel])
    _ = socket.send(frames)
    return try #require(WireMessage(frames, key: key).id)
  }

  /// Sends a request that says what may be no JSON.
  func ask(_ type: String, text: String) throws -> String {
    let frames = writer.frames(type, .null, to: [])
    var message = try WireMessage(frames, key: key)
    message.content = Array(text.utf8)
    let socket = try #require(sockets[.shell])
    _ = socket.send(message.frames(key: key))
    return try #require(message.id)
  }

  /// Sends a message whose header is anything.
  func send(header: [UInt8]) throws {
    let message = WireMessage(names: [], header: header, content: WireMessage.nothing)
    _ = try #require(sockets[.shell]).send(message.frames(key: key))
  }

  /// Another who listens to what is published.
  func listener() throws -> MessageSocket {
    let socket = try MessageSocket(.subscribe, in: context)
    try socket.connect(connection.address(.output))
    others.append(socket)
    return socket
  }

  /// The next message; nil where none comes in time.
  func receive(_ channel: Connection.Channel, milliseconds: Int = 20_000) throws -> Message? {
    try receive(from: try #require(sockets[channel]), milliseconds: milliseconds)
  }

  /// The next message that a socket of the client's has; nil where none comes in time.
  func receive(from socket: MessageSocket, milliseconds: Int = 20_000) throws -> Message? {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end {
      if let frames = socket.receive() {
        let message = try WireMessage(frames, key: key)
        let header = try JSONValue(parsing: String(decoding: message.header, as: UTF8.self))
        return Message(
          type: header["msg_type"]?.string ?? "",
          content: try JSONValue(parsing: String(decoding: message.content, as: UTF8.self)),
          parent: message.parentID)
      }
      _ = MessageSocket.wait(for: [socket], milliseconds: 20)
    }
    return nil
  }

  /// What is published of a request, up to its end.
  func published(of id: String) throws -> [Message] {
    var messages: [Message] = []
    while true {
      let message = try #require(try receive(.output), "the request does not end")
      guard message.parent == id else { continue }
      if message.content["execution_state"]?.string == "idle" { return messages }
      if message.type != "status" { messages.append(message) }
    }
  }

  /// The answer to a request.
  func answer(to id: String, on channel: Connection.Channel = .shell) throws -> Message {
    while true {
      let message = try #require(try receive(channel), "there is no answer")
      if message.parent == id { return message }
    }
  }

  /// Runs a cell.
  func run(_ code: String, silent: Bool = false) throws -> (answer: JSONValue, published: [Message])
  {
    let id = try ask(
      "execute_request", .object(["code": .string(code), "silent": .bool(silent)]))
    return (try answer(to: id).content, try published(of: id))
  }

  /// Whether the kernel ends in time.
  func hasEnded() -> Bool { ended.wait(timeout: .now() + 20) == .success }
}

extension WireMessage {
  private static func id(in bytes: [UInt8]) -> String? {
    (try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)))?["msg_id"]?.string
  }

  /// The number of the message.
  fileprivate var id: String? { Self.id(in: header) }
  /// The number of the request that it belongs to.
  fileprivate var parentID: String? { Self.id(in: parentHeader) }
}
