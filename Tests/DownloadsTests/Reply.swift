/// What a server answers.
struct Reply: Sendable {
  /// What a server does when it has sent all that it will send.
  enum Ending { case close, hang, reset }

  /// The first line, without the protocol.
  var status = "200 OK"
  /// Further lines of the head.
  var headers: [String] = []
  /// What the server has.
  var body: [UInt8] = []
  /// The length that the head announces; nil for none.
  var length: Int?
  /// How many bytes of the body are sent; all without it.
  var sentCount: Int?
  /// What follows.
  var ending = Ending.close
  /// How many bytes go out at once.
  var pieceSize = Int.max
  /// How long the server waits after each piece.
  var microsecondsBetweenPieces: UInt32 = 0

  /// Whether not even a head is sent.
  var isSilent = false

  /// All that is sent.
  var bytes: [UInt8] {
    if isSilent { return [] }
    var lines = ["HTTP/1.1 \(status)", "Connection: close"] + headers
    if let length { lines.append("Content-Length: \(length)") }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return Array(head.utf8) + body.prefix(sentCount ?? body.count)
  }

  /// A status with nothing behind it.
  static func status(_ status: String, _ headers: String...) -> Reply {
    Reply(status: status, headers: headers, length: 0)
  }

  /// A file, or the part of it that was asked for, as a server does that has all of HTTP.
  static func file(
    _ file: [UInt8], for request: WebServer.Request, tag: String? = "\"v1\""
  ) -> Reply {
    let tags = tag.map { ["ETag: \($0)"] } ?? []
    let condition = request.headers["if-range"]
    guard let offset = request.offset, condition == nil || condition == tag else {
      return Reply(headers: tags, body: file, length: file.count)
    }
    guard offset < file.count else {
      return .status("416 Range Not Satisfiable", "Content-Range: bytes */\(file.count)")
    }
    return Reply(
      status: "206 Partial Content",
      headers: tags + ["Content-Range: bytes \(offset)-\(file.count - 1)/\(file.count)"],
      body: Array(file[offset...]), length: file.count - offset)
  }

  /// The same, of which only so many bytes of the body are sent.
  func cut(after count: Int, then ending: Ending = .close) -> Reply {
    var reply = self
    reply.sentCount = count
    reply.ending = ending
    return reply
  }
}
