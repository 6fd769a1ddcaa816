internal import CellLanguage
internal import Dispatch
internal import Glibc
internal import Text

/// What a kernel sees to at once, whatever it runs: interrupts, its end, and whether it lives.
///
/// It has a thread of its own, which nothing else holds up.
final class ControlService: @unchecked Sendable {
  // The channel and the heartbeat are the thread's alone; all else is for any thread.
  private let channel: RequestChannel
  private let heartbeat: MessageSocket
  private let context: SocketContext
  private let description: KernelDescription
  private let interrupt: InterruptFlag
  private let parent: ParentProcess?
  private let end: KernelEnd
  private let output: OutputChannel
  private let closed = DispatchSemaphore(value: 0)

  /// How often it is looked whether the parent is there, in milliseconds.
  private static let parentInterval = 500

  /// How long what runs has to stop, before the process ends all the same.
  private static let grace = DispatchTimeInterval.seconds(2)

  /// How long answers may take to go out, in milliseconds.
  static let lingering: Int32 = 1_000

  init(
    _ channel: RequestChannel, heartbeat: MessageSocket, context: SocketContext,
    description: KernelDescription, interrupt: InterruptFlag, parent: ParentProcess?,
    end: KernelEnd, output: OutputChannel
  ) {
    self.channel = channel
    self.heartbeat = heartbeat
    self.context = context
    self.description = description
    self.interrupt = interrupt
    self.parent = parent
    self.end = end
    self.output = output
  }

  /// Begins to serve.
  func start() {
    DispatchQueue(label: "kernel control", qos: .userInitiated).async { self.serve() }
  }

  /// Returns when the sockets are closed, which the context's end brings about.
  func wait() { closed.wait() }

  private func serve() {
    let interval = parent == nil ? nil : Self.parentInterval
    let sockets = [channel.socket, heartbeat]
    while !end.isNear {
      let waiting = MessageSocket.wait(for: sockets, or: output.signal, milliseconds: interval)
      if waiting == .ended { break }
      output.welcome()
      while let beat = heartbeat.receive() { _ = heartbeat.send(beat) }
      while !end.isNear, let request = channel.receive() { take(request) }
      if parent?.hasEnded == true { end.draw() }
    }
    channel.socket.close(lingering: Self.lingering)
    heartbeat.close()
    interrupt.raise()
    context.shutDown()
    closed.signal()
    // A cell may be in the midst of what nothing stops.
    if end.wait(Self.grace) == false { _exit(0) }
  }

  private func take(_ request: Request) {
    // What is to stop does so before anybody is told: a listener who does not read holds no interrupt.
    if request.type == "interrupt_request" { interrupt.raise() }
    channel.attend(request) {
      switch request.type {
      case "interrupt_request": channel.answer(request, .object(["status": .string("ok")]))
      case "kernel_info_request": channel.answer(request, description.content)
      case "shutdown_request": shutDown(request)
      default: channel.answer(request, FailureContent(unknown: request.type).reply)
      }
    }
  }

  private func shutDown(_ request: Request) {
    end.draw()
    interrupt.raise()
    let content = KernelEnd.reply(to: request)
    channel.answer(request, content)
    // Other clients are told, too.
    output.publish("shutdown_reply", content, for: request.header)
  }
}
