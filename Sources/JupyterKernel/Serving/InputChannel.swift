internal import CellLanguage
internal import Glibc
internal import Synchronization
internal import Text

/// Questions to the person who has sent a request.
final class InputChannel: Sendable {
  private let socket: Mutex<MessageSocket>
  private let writer: MessageWriter
  private let key: MessageKey
  private let interrupt: InterruptFlag
  /// The request that runs; nil where its sender is not to be asked.
  private let request = Mutex<Request?>(nil)

  /// How long an interrupt may wait to be seen, in milliseconds.
  private static let interval = 50

  /// How long a client may take to come.
  private static let patience = Duration.seconds(5)

  /// A channel on a socket of its own.
  ///
  /// - Parameter interrupt: ends the wait for an answer when raised.
  init(_ socket: MessageSocket, writer: MessageWriter, key: MessageKey, interrupt: InterruptFlag) {
    self.socket = Mutex(socket)
    self.writer = writer
    self.key = key
    self.interrupt = interrupt
  }

  /// Says whose request runs; nil where nobody is to be asked.
  func begin(_ request: Request?) { self.request.withLock { $0 = request } }

  /// Asks whoever has sent the request that runs for a line; nil where there is none: at the end of their
  /// input, where an interrupt came first, or where nobody is to be asked.
  func ask(_ prompt: String) -> String? {
    guard let request = request.withLock({ $0 }) else { return nil }
    return socket.withLock { socket in
      // Answers to what nobody waits for any more.
      while socket.receive() != nil {}
      let question = JSONValue.object(["prompt": .string(prompt), "password": .bool(false)])
      let frames = writer.frames(
        "input_request", question, for: request.header, to: request.names)
      guard send(frames, on: socket) else { return nil }
      while !interrupt.isRaised {
        while let frames = socket.receive() {
          guard let message = try? WireMessage(frames, key: key),
            let reply = try? Request(message), reply.type == "input_reply"
          else { continue }
          let line = reply.content.text("value")
          // Control-D, as clients send it.
          return line == "\u{04}" ? nil : line
        }
        guard MessageSocket.wait(for: [socket], milliseconds: Self.interval) != .ended else {
          break
        }
      }
      return nil
    }
  }

  /// Sends a question; false where nobody comes who would answer it.
  private func send(_ frames: [[UInt8]], on socket: MessageSocket) -> Bool {
    let start = ContinuousClock.now
    while true {
      switch socket.send(frames) {
      case .sent: return true
      case .ended: return false
      case .notNow:
        // A client connects each of its channels when it gets to it.
        if interrupt.isRaised || ContinuousClock.now - start > Self.patience { return false }
        usleep(5_000)
      }
    }
  }

  /// Ends the channel.
  func close() { socket.withLock { $0.close() } }
}
