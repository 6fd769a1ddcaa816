internal import Synchronization
package import Text

/// Makes the messages of one kernel: numbers, dates and signs them. For any number of threads.
package final class MessageWriter: Sendable {
  /// The version of Jupyter's protocol that the messages are of: the one in which a kernel can be
  /// interrupted by a message.
  package static let protocolVersion = "5.3"

  private let key: MessageKey
  /// The name of this writer's messages, which no other's have.
  package let session = randomName()
  private let count = Atomic<Int>(0)

  /// A writer with a session of its own.
  package init(key: MessageKey) { self.key = key }

  /// The frames of a message.
  ///
  /// - Parameters:
  ///   - type: what kind of message it is: `execute_reply`.
  ///   - parent: the header of the request that it belongs to.
  ///   - names: whom it goes to; for what is published, its topic.
  package func frames(
    _ type: String, _ content: JSONValue, metadata: JSONValue = .object([] as [JSONValue.Member]),
    for parent: [UInt8] = WireMessage.nothing, to names: [[UInt8]]
  ) -> [[UInt8]] {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let header = JSONValue.object([
      "msg_id": .string("\(session)_\(number)"), "session": .string(session),
      "username": .string("kernel"), "date": .string(timestamp()), "msg_type": .string(type),
      "version": .string(Self.protocolVersion),
    ])
    return WireMessage(
      names: names, header: Array(header.line.utf8), parentHeader: parent,
      metadata: Array(metadata.line.utf8), content: Array(content.line.utf8)
    ).frames(key: key)
  }

  /// A name that no other session has.
  private static func randomName() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in hexadecimal(generator.next() as UInt64, digits: 16) }.joined()
  }
}
