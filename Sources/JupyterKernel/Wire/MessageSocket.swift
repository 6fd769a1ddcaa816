internal import CZMQ

/// What sockets belong to; see ``MessageSocket``.
@safe package final class SocketContext: @unchecked Sendable {
  // libzmq's contexts are for any number of threads.
  fileprivate let context: OpaquePointer

  /// A context, with which libzmq is loaded.
  package init() throws(KernelError) {
    if let problem = unsafe czmq_load() {
      throw .noLibrary(reason: unsafe String(cString: problem))
    }
    guard let context = unsafe czmq_start() else { throw .socket(reason: "no memory") }
    unsafe self.context = context
  }

  /// Makes every call on the sockets end, those that wait among them; then they can only be closed.
  package func shutDown() { unsafe czmq_shut_down(context) }

  /// Returns when what the closed sockets had to send has gone out, or has lingered long enough.
  ///
  /// Nothing may be done with the context after that.
  package func end() { unsafe czmq_end(context) }
}

/// An end of connections to other processes, over which messages of several frames go.
///
/// Nothing but ``wait(for:milliseconds:)`` ever waits.
@safe package final class MessageSocket: @unchecked Sendable {
  // Whoever owns one sees to it that two threads never call it at once.
  private let socket: OpaquePointer
  /// What has come of a message whose rest is still to come.
  private var frames: [[UInt8]] = []

  /// What a socket is for.
  package enum Kind {
    /// Takes requests from many, and answers each by its name, which is its first frame.
    case router
    /// Sends requests to one, and takes the answers; has a name, where one is given.
    case dealer(name: [UInt8]? = nil)
    /// Answers each message before the next.
    case reply
    /// Waits for the answer to each message.
    case request
    /// Sends to all who listen, and takes a message from each who begins to: see ``subscription(of:)``.
    case publish
    /// Listens.
    case subscribe
  }

  /// How a message was sent.
  package enum Sending {
    /// It is on its way.
    case sent
    /// Who is to read it has too much to read as it is, or is not there.
    case notNow
    /// The context has been shut down, or the socket cannot send.
    case ended
  }

  /// A socket without connections.
  package init(_ kind: Kind, in context: SocketContext) throws(KernelError) {
    guard let socket = unsafe czmq_open(context.context, kind.code) else { throw .lastReason }
    unsafe self.socket = socket
    if case .dealer(let name?) = kind { unsafe czmq_name(socket, name, name.count) }
  }

  /// Waits for others at an address.
  ///
  /// - Returns: the port, which is another than the address says where that is `*`.
  @discardableResult
  package func bind(_ address: String) throws(KernelError) -> Int {
    guard unsafe czmq_bind(socket, address) == CZMQDone else {
      throw .bind(address: address, reason: unsafe String(cString: czmq_reason()))
    }
    return Int(unsafe czmq_port(socket))
  }

  /// Goes to an address where another socket waits, or will.
  package func connect(_ address: String) throws(KernelError) {
    guard unsafe czmq_connect(socket, address) == CZMQDone else { throw .lastReason }
  }

  /// Takes the next message; nil where none has come.
  package func receive() -> [[UInt8]]? {
    while unsafe czmq_receive(socket) == CZMQDone {
      var count = 0
      let bytes = unsafe czmq_bytes(socket, &count)
      frames.append(unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count)))
      if unsafe czmq_has_more(socket) { continue }
      defer { frames = [] }
      return frames
    }
    return nil
  }

  /// Sends a message.
  package func send(_ frames: [[UInt8]]) -> Sending {
    for (index, frame) in frames.enumerated() {
      let hasMore = index < frames.count - 1
      let state = unsafe czmq_send(socket, frame, frame.count, hasMore)
      switch state {
      case CZMQDone: continue
      // Once a message has begun it has room for the rest.
      case CZMQLater where index == 0: return .notNow
      default: return .ended
      }
    }
    return .sent
  }

  /// Ends the socket; what is still to be sent may take so long.
  package func close(lingering milliseconds: Int32 = 0) {
    unsafe czmq_close(socket, milliseconds)
  }

  /// How a wait ended.
  package enum Waiting: Equatable {
    /// These of the sockets, by their places, have a message; none where the time is over or a signal
    /// has come.
    case ready([Int])
    /// The context has been shut down.
    case ended
  }

  /// What somebody who begins to listen wants messages to begin with, where a message to one who
  /// publishes says that.
  package static func subscription(of frames: [[UInt8]]) -> [UInt8]? {
    guard let frame = frames.first, frame.first == 1 else { return nil }
    return Array(frame.dropFirst())
  }

  /// What tells another thread than the socket's that there may be a message.
  package struct Signal: Sendable {
    fileprivate let descriptor: Int32
  }

  /// What tells others about this socket, as long as it is not closed.
  package var signal: Signal { Signal(descriptor: unsafe czmq_signal(socket)) }

  /// Waits until there is a message to take, at most so long; without end where that is nil.
  ///
  /// - Parameter signal: ends the wait, too: then its socket's owner is to look for messages.
  package static func wait(
    for sockets: [MessageSocket], or signal: Signal? = nil, milliseconds: Int? = nil
  ) -> Waiting {
    let pointers = unsafe sockets.map { unsafe $0.socket }
    var ready = [Bool](repeating: false, count: sockets.count)
    let other = signal?.descriptor ?? -1
    switch unsafe czmq_wait(pointers, &ready, sockets.count, other, milliseconds ?? -1) {
    case CZMQDone: return .ready(ready.indices.filter { ready[$0] })
    case CZMQLater: return .ready([])
    default: return .ended
    }
  }
}

extension MessageSocket.Kind {
  fileprivate var code: CZMQKind {
    switch self {
    case .router: CZMQRouter
    case .dealer: CZMQDealer
    case .reply: CZMQReply
    case .request: CZMQRequest
    case .publish: CZMQPublish
    case .subscribe: CZMQSubscribe
    }
  }
}

extension KernelError {
  /// What libzmq says about the last call.
  fileprivate static var lastReason: KernelError {
    .socket(reason: unsafe String(cString: czmq_reason()))
  }
}
