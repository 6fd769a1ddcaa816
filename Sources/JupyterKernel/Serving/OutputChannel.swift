internal import CellLanguage
internal import Glibc
internal import Synchronization
internal import Text

/// What everybody may see who listens to a kernel; takes messages from any thread.
///
/// A listener that reads slowly slows what is published, so that what it has not read yet never takes
/// more memory than some messages do. One that does not read at all is waited for once, and then no
/// longer: it misses what comes until it reads again.
final class OutputChannel: Sendable {
  private let socket: Mutex<MessageSocket>
  private let writer: MessageWriter
  private let interrupt: InterruptFlag
  private let isAbandoned = Atomic<Bool>(false)
  /// Says that somebody may have begun to listen; see ``welcome()``.
  let signal: MessageSocket.Signal

  /// How long a listener may not read; and how long where what runs is to stop.
  private static let (patience, shortPatience) = (Duration.seconds(10), Duration.milliseconds(100))

  /// A channel on a socket of its own.
  ///
  /// - Parameter interrupt: is raised where what runs is to stop, and not to wait for anybody.
  init(_ socket: MessageSocket, writer: MessageWriter, interrupt: InterruptFlag) {
    signal = socket.signal
    self.socket = Mutex(socket)
    self.writer = writer
    self.interrupt = interrupt
  }

  /// A name that no other kernel's messages have.
  var session: String { writer.session }

  /// Publishes a message that belongs to the request with this header.
  func publish(_ type: String, _ content: JSONValue, for parent: [UInt8]) {
    let frames = writer.frames(type, content, for: parent, to: [Array("kernel.\(type)".utf8)])
    let start = ContinuousClock.now
    while true {
      let (sending, arrivals) = socket.withLock { ($0.send(frames), Self.arrivals(at: $0)) }
      greet(arrivals)
      switch sending {
      case .sent:
        isAbandoned.store(false, ordering: .relaxed)
        return
      case .ended: return
      case .notNow:
        let patience = interrupt.isRaised ? Self.shortPatience : Self.patience
        if isAbandoned.load(ordering: .relaxed) || ContinuousClock.now - start > patience {
          isAbandoned.store(true, ordering: .relaxed)
          return
        }
        usleep(1_000)
      }
    }
  }

  /// Publishes whether the kernel sees to a request.
  func publish(_ status: Status, for parent: [UInt8]) {
    publish("status", .object(["execution_state": .string(status.rawValue)]), for: parent)
  }

  /// Tells those who have begun to listen that they hear everything from now on: a client that asks
  /// something before that would wait for what it has missed.
  func welcome() { greet(socket.withLock { Self.arrivals(at: $0) }) }

  /// What those who have begun to listen want to hear.
  private static func arrivals(at socket: MessageSocket) -> [[UInt8]] {
    var arrivals: [[UInt8]] = []
    while let message = socket.receive() {
      if let subscription = MessageSocket.subscription(of: message) {
        arrivals.append(subscription)
      }
    }
    return arrivals
  }

  private func greet(_ arrivals: [[UInt8]]) {
    for subscription in arrivals {
      let content = JSONValue.object([
        "subscription": .string(String(decoding: subscription, as: UTF8.self))
      ])
      // Its first frame is what is wanted, so that nobody else need hear it.
      let frames = writer.frames(
        "iopub_welcome", content, to: subscription.isEmpty ? [] : [subscription])
      _ = socket.withLock { $0.send(frames) }
    }
  }

  /// What a kernel is doing.
  enum Status: String {
    /// It has just begun.
    case starting
    /// It sees to a request.
    case busy
    /// It has seen to it, and nothing of it comes any more.
    case idle
  }

  /// Ends the channel; what is still to be read may take so long.
  func close(lingering milliseconds: Int32) {
    socket.withLock { $0.close(lingering: milliseconds) }
  }
}
