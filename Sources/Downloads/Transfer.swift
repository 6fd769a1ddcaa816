internal import CCurl
internal import Glibc

/// One request to a web server, of which the bytes are taken as they come.
@safe
struct Transfer: ~Copyable {
  private let url: String
  private let patience: Patience
  private let handle: OpaquePointer
  private var state = CCurlGoing
  /// When a server that does not stall was last seen, and how many bytes have come since.
  private var window: (start: ContinuousClock.Instant, bytes: Int) = (.now, 0)

  /// Begins a request.
  ///
  /// - Parameters:
  ///   - url: The address, http or https.
  ///   - offset: Where the bytes that are wanted begin.
  ///   - validator: What has the server send all where the file has changed since; see
  ///     ``PartialFile/Origin``.
  init(
    url: String, from offset: Int, validator: String?, patience: Patience
  ) throws(DownloadError) {
    if let problem = unsafe ccurl_load() {
      throw .noLibrary(reason: unsafe String(cString: problem))
    }
    let range = offset > 0 ? unsafe strdup("\(offset)-") : nil
    let condition = offset > 0 ? unsafe validator.flatMap { unsafe strdup("If-Range: \($0)") } : nil
    defer {
      unsafe free(range)
      unsafe free(condition)
    }
    let handle = unsafe url.withCString { address in
      unsafe "mamlnb".withCString { agent in
        var asked = unsafe CCurlRequest(
          url: address, agent: agent, range: range, condition: condition,
          refuses_plain: url.lowercased().hasPrefix("https:"),
          connect_milliseconds: Int(patience.connecting / .milliseconds(1)))
        return unsafe ccurl_start(&asked)
      }
    }
    guard let handle = unsafe handle else {
      throw .connection(url: url, reason: "out of memory", .certain)
    }
    self.url = url
    self.patience = patience
    unsafe self.handle = handle
  }

  deinit { unsafe ccurl_end(handle) }
}

// MARK: - What comes

extension Transfer {
  /// How often somebody who waits can ask whether to stop, in milliseconds.
  private static let tick: Int32 = 50

  /// Waits a little for bytes, which replace those that there were.
  mutating func wait() {
    state = unsafe ccurl_step(handle, Self.tick)
    window.bytes += count
    if window.bytes >= patience.leastBytes { window = (.now, 0) }
  }

  /// The bytes of the file that the last wait brought; valid until the next.
  var bytes: UnsafeRawBufferPointer {
    var count = 0
    let start = unsafe ccurl_bytes(handle, &count)
    return unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  /// The number of bytes of the file that the last wait brought.
  var count: Int { unsafe bytes.count }

  /// Whether the answer's head is there.
  var isAnswered: Bool { count > 0 || state == CCurlDone || state == CCurlShort }

  /// Whether all has come; throws where no more will.
  ///
  /// - Parameters:
  ///   - received: How many bytes of the file there are, for the error.
  ///   - total: How many there should be.
  func isOver(received: Int, of total: Int?) throws(DownloadError) -> Bool {
    switch state {
    case CCurlDone: return true
    case CCurlGoing:
      guard ContinuousClock.now - window.start > patience.silence else { return false }
      throw .stalled(url: url, after: patience.silence)
    case CCurlShort: throw .endedEarly(url: url, received: received, total: total)
    case CCurlUntrusted: throw .untrusted(url: url, reason: reason)
    case CCurlTransient: throw .connection(url: url, reason: reason, .perhaps)
    default: throw .connection(url: url, reason: reason, .certain)
    }
  }

  private var reason: String { unsafe String(cString: ccurl_reason(handle)) }
}

// MARK: - The answer

extension Transfer {
  /// What the head of an answer says.
  struct Answer {
    /// The status, such as 200.
    var status: Int
    /// The number of bytes that are to follow, where the server says it.
    var length: Int?
    /// Which bytes of the file these are, and how many it has.
    var range: ContentRange?
    /// What tells this file from a later one; nil where the server has nothing that serves.
    var validator: String?
    /// The pause that the server asks for.
    var pause: Duration
  }

  /// The head of the answer, once it is there.
  var answer: Answer {
    Answer(
      status: unsafe ccurl_status(handle), length: header("Content-Length").flatMap { Int($0) },
      range: header("Content-Range").flatMap { ContentRange($0) }, validator: validator,
      pause: .seconds(unsafe ccurl_retry_after(handle)))
  }

  private var validator: String? {
    // A weak tag says that a file means the same, not that it has the same bytes.
    if let tag = header("ETag"), tag.hasPrefix("\"") { return tag }
    return header("Last-Modified")
  }

  private func header(_ name: String) -> String? {
    unsafe ccurl_header(handle, name).map { unsafe String(cString: $0) }
  }
}
