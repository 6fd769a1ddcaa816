/// A message of Jupyter's as it is sent: the frames of one multipart message.
///
///     name…  <IDS|MSG>  signature  header  parent header  metadata  content  buffer…
package struct WireMessage: Sendable, Equatable {
  /// Whom it comes from or goes to, as routers name them; for what is published, its topic.
  package var names: [[UInt8]]
  /// Who sends what kind of message, in JSON.
  package var header: [UInt8]
  /// The header of the request that it belongs to, in JSON; `{}` where there is none.
  package var parentHeader: [UInt8]
  /// What it says about itself, in JSON.
  package var metadata: [UInt8]
  /// What it says, in JSON.
  package var content: [UInt8]
  /// Bytes beside it.
  package var buffers: [[UInt8]]

  /// An empty object in JSON.
  package static let nothing = Array("{}".utf8)

  private static let delimiter = Array("<IDS|MSG>".utf8)

  /// A message.
  package init(
    names: [[UInt8]], header: [UInt8], parentHeader: [UInt8] = nothing,
    metadata: [UInt8] = nothing, content: [UInt8], buffers: [[UInt8]] = []
  ) {
    self.names = names
    self.header = header
    self.parentHeader = parentHeader
    self.metadata = metadata
    self.content = content
    self.buffers = buffers
  }

  /// Why frames are no message.
  package enum Fault: Error, Equatable {
    /// There is no delimiter, or too little comes after it.
    case malformed
    /// Somebody without the key has sent them.
    case wrongSignature
  }

  /// Reads frames that somebody with the key has signed.
  package init(_ frames: [[UInt8]], key: MessageKey) throws(Fault) {
    guard let place = frames.firstIndex(of: Self.delimiter), frames.count >= place + 6 else {
      throw .malformed
    }
    let signed = frames[(place + 2)..<(place + 6)]
    guard key.accepts(frames[place + 1], of: signed) else { throw .wrongSignature }
    self.init(
      names: Array(frames[..<place]), header: frames[place + 2], parentHeader: frames[place + 3],
      metadata: frames[place + 4], content: frames[place + 5],
      buffers: Array(frames[(place + 6)...]))
  }

  /// The frames, signed with the key.
  package func frames(key: MessageKey) -> [[UInt8]] {
    let signed = [header, parentHeader, metadata, content]
    return names + [Self.delimiter, key.signature(of: signed)] + signed + buffers
  }
}
