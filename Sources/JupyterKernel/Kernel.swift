public import CellLanguage
public import NotebookSession
internal import Text

/// A prompt for Jupyter: it takes cells and questions from JupyterLab, nbclient and other clients, and its
/// state is that of the prompt, entries in the order in which they come.
///
/// ```swift
/// let kernel = try Kernel(Connection(contentsOf: path), description: description, interrupt: flag)
/// let driver = SessionDriver(…, presenter: kernel.presenter, interrupt: flag)
/// kernel.serve(driver, settings: settings, parent: ParentProcess(…))      // until it is shut down
/// ```
///
/// One thread takes what comes on the shell channel, one request after the other, and runs the cells; a
/// second sees to interrupts, the end and the heartbeat meanwhile. Everything that a request shows has
/// gone out before the kernel says that it is idle again.
public final class Kernel {
  let channel: RequestChannel
  let output: OutputChannel
  let person: InputChannel
  let shown: KernelPresenter
  let interrupt: InterruptFlag
  let end = KernelEnd()
  let description: KernelDescription
  private let control: RequestChannel
  private let heartbeat: MessageSocket
  private let context: SocketContext
  /// Requests that have been taken from the channel and are still to be seen to.
  var queue: [Request] = []
  /// How many of the first of them are not to run, if they are to run a cell.
  var abortedCount = 0
  /// The number of the cell that was run last.
  var count = 0
  var history = KernelHistory()
  let entries = KernelInput()

  /// A kernel that waits for its clients.
  ///
  /// - Parameters:
  ///   - interrupt: stops the cell that runs when raised; the driver must have the same.
  ///   - illustration: what pages show with the progress of long work, where there is something new since
  ///     it was asked for last; for the last time when the work has ended.
  public init(
    _ connection: Connection, description: KernelDescription, interrupt: InterruptFlag,
    illustration: @escaping @Sendable (_ isLast: Bool) -> DisplayBundle? = { _ in nil }
  ) throws(KernelError) {
    let context = try SocketContext()
    let key = try MessageKey(connection.key)
    let writer = MessageWriter(key: key)
    func bound(
      _ kind: MessageSocket.Kind, _ channel: Connection.Channel
    ) throws(KernelError) -> MessageSocket {
      let socket = try MessageSocket(kind, in: context)
      try socket.bind(connection.address(channel))
      return socket
    }
    output = OutputChannel(try bound(.publish, .output), writer: writer, interrupt: interrupt)
    channel = RequestChannel(
      try bound(.router, .shell), key: key, writer: writer, output: output)
    control = RequestChannel(
      try bound(.router, .control), key: key, writer: writer, output: output)
    person = InputChannel(
      try bound(.router, .input), writer: writer, key: key, interrupt: interrupt)
    heartbeat = try bound(.reply, .heartbeat)
    shown = KernelPresenter(output, illustration: illustration)
    self.context = context
    self.description = description
    self.interrupt = interrupt
  }

  /// What shows the cells of the driver that the kernel serves with.
  public var presenter: any SessionPresenter { shown }

  /// Serves until a client ends the kernel or its parent has gone.
  public func serve(
    _ driver: SessionDriver, settings: Interaction.Settings, parent: ParentProcess?
  ) {
    let interaction = Interaction(
      .prompt, driver: driver, input: entries, presenter: shown, settings: settings)
    driver.lines = { [person] in person.ask("") }
    let service = ControlService(
      control, heartbeat: heartbeat, context: context, description: description,
      interrupt: interrupt, parent: parent, end: end, output: output)
    output.publish(.starting, for: WireMessage.nothing)
    service.start()
    while !end.isNear {
      if let request = nextRequest() {
        channel.attend(request) { take(request, interaction, driver) }
      } else if case .ended = MessageSocket.wait(for: [channel.socket]) {
        break
      }
    }
    end.draw()
    end.reach()
    context.shutDown()
    service.wait()
    channel.socket.close(lingering: ControlService.lingering)
    output.close(lingering: ControlService.lingering)
    person.close()
    context.end()
  }

  private func nextRequest() -> Request? {
    guard !queue.isEmpty else { return channel.receive() }
    return queue.removeFirst()
  }
}

// MARK: - Requests

extension Kernel {
  private func take(_ request: Request, _ interaction: Interaction, _ driver: SessionDriver) {
    let isAborted = abortedCount > 0
    abortedCount = max(0, abortedCount - 1)
    func answer(_ content: JSONValue) { channel.answer(request, content) }
    if let fault = request.fault { return answer(FailureContent(fault).reply) }
    switch request.type {
    case "execute_request" where isAborted: abort(request)
    case "execute_request": execute(request, interaction, driver)
    case "complete_request": answer(completions(request, interaction))
    case "inspect_request": answer(documentation(request, interaction, driver))
    case "is_complete_request": answer(completeness(request))
    case "history_request": answer(history.reply(to: request.content))
    case "kernel_info_request": answer(description.content)
    case "comm_info_request":
      answer(.object(["status": .string("ok"), "comms": .object([] as [JSONValue.Member])]))
    case "comm_open": refuseComm(request)
    case "comm_msg", "comm_close": break
    case "shutdown_request":
      end.draw()
      answer(KernelEnd.reply(to: request))
    default: answer(FailureContent(unknown: request.type).reply)
    }
  }

  /// Closes what a client's widget has opened: nothing here talks to it.
  private func refuseComm(_ request: Request) {
    let content = JSONValue.object([
      "comm_id": .string(request.content.text("comm_id")),
      "data": .object([] as [JSONValue.Member]),
    ])
    output.publish("comm_close", content, for: request.header)
  }

  /// Says of the requests to run a cell that have come already that they are not to run.
  func abortWhatHasCome() {
    while let request = channel.receive() { queue.append(request) }
    abortedCount = queue.count
  }
}
