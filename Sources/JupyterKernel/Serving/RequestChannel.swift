internal import Glibc
internal import Text

/// A channel on which clients ask, and are answered one by one. One thread at a time.
final class RequestChannel {
  /// Where requests come.
  let socket: MessageSocket
  private let key: MessageKey
  private let writer: MessageWriter
  private let output: OutputChannel

  /// A channel on a socket of its own.
  init(_ socket: MessageSocket, key: MessageKey, writer: MessageWriter, output: OutputChannel) {
    self.socket = socket
    self.key = key
    self.writer = writer
    self.output = output
  }

  /// Takes the next request; nil where none has come. What is none is told of on standard error.
  func receive() -> Request? {
    while let frames = socket.receive() {
      do {
        return try Request(WireMessage(frames, key: key))
      } catch {
        let bytes = Array("mamlnb kernel: a message was left aside: \(reason(for: error))\n".utf8)
        _ = unsafe write(2, bytes, bytes.count)
      }
    }
    return nil
  }

  private func reason(for error: any Error) -> String {
    switch error {
    case WireMessage.Fault.malformed: "it has too few frames"
    case WireMessage.Fault.wrongSignature: "its signature is not made with the key"
    default: "\(error)"
    }
  }

  /// Sees to a request: says so, and says when all of it is done.
  func attend(_ request: Request, _ work: () -> Void) {
    output.publish(.busy, for: request.header)
    work()
    output.publish(.idle, for: request.header)
  }

  /// Answers a request that asks for an answer.
  func answer(
    _ request: Request, _ content: JSONValue,
    metadata: JSONValue = .object([] as [JSONValue.Member])
  ) {
    guard let type = request.replyType else { return }
    // Whoever has gone away has no answer any more.
    _ = socket.send(
      writer.frames(type, content, metadata: metadata, for: request.header, to: request.names))
  }
}
