internal import Glibc

/// A file from a web server, with as many requests as that takes.
///
/// A request that fails in a way that may pass is made again after a pause, each time a longer one,
/// for what is missing. A server that sends all instead is taken at its word. Whether the bytes are
/// those that were wanted is for others to see: here only their number counts.
struct Download {
  /// The address, http or https.
  let url: String
  /// The number of bytes that the file must have, where that is known.
  let size: Int?
  /// The number of bytes that no file that is wanted has more than.
  let limit: Int
  /// How long to wait for what.
  let patience: Patience
  /// Whether to stop; is asked about twenty times in a second.
  let interrupt: () -> Bool
  /// Is told what happens.
  let report: (Event) -> Void

  /// Whether bytes of different requests stand one after the other, and may not fit together.
  private(set) var isPieced = false
  /// Whether the server has shown that it does not understand parts of files.
  private var asksForAll = false

  /// What happens to a download.
  enum Event {
    /// So many bytes are there, of so many where that is known.
    case progress(Int, of: Int?)
    /// An attempt failed; another follows after a pause.
    case retry(DownloadError, after: Duration)
    /// The server sends all from the start.
    case restart
  }

  init(
    url: String, size: Int?, limit: Int, patience: Patience, interrupt: @escaping () -> Bool,
    report: @escaping (Event) -> Void
  ) {
    self.url = url
    self.size = size
    self.limit = limit
    self.patience = patience
    self.interrupt = interrupt
    self.report = report
  }

  /// Brings all bytes of the file that are not there yet.
  mutating func run(into part: inout PartialFile) throws(DownloadError) {
    var most = usableSize(of: part)
    var failures = 0
    while true {
      do throws(DownloadError) {
        return try request(&part)
      } catch {
        guard error.isTransient else { throw error }
        failures = usableSize(of: part) > most ? 1 : failures + 1
        most = max(most, usableSize(of: part))
        guard failures < patience.attempts else { throw error }
        let pause = patience.pause(afterFailures: failures, asked: error.askedPause)
        report(.retry(error, after: pause))
        try sleep(pause)
      }
    }
  }

  /// How many bytes there are to go on with: neither another file's nor more than there can be.
  private func usableSize(of part: borrowing PartialFile) -> Int {
    part.origin?.url == url && part.size <= size ?? .max ? part.size : 0
  }

  private func sleep(_ pause: Duration) throws(DownloadError) {
    let end = ContinuousClock.now + pause
    while ContinuousClock.now < end {
      guard !interrupt() else { throw .interrupted }
      usleep(useconds_t(max(0, min(end - .now, .milliseconds(50)) / .microseconds(1))))
    }
  }
}

// MARK: - One request

extension Download {
  /// Asks once for all that is missing.
  private mutating func request(_ part: inout PartialFile) throws(DownloadError) {
    let offset = asksForAll ? 0 : usableSize(of: part)
    if offset > 0, offset == size {
      isPieced = true
      return
    }
    var transfer = try Transfer(
      url: url, from: offset, validator: part.origin?.validator, patience: patience)
    var total = size
    var isBegun = false
    var isOver = false
    while !isOver {
      guard !interrupt() else { throw .interrupted }
      transfer.wait()
      if transfer.isAnswered, !isBegun {
        isBegun = true
        let answer = transfer.answer
        if offset > 0, answer.status == 416, answer.range?.total == offset {
          isPieced = true
          return
        }
        total = try begin(answer, offset: offset, &part) ?? size
        report(.progress(part.size, of: total))
      }
      if transfer.count > 0 {
        try unsafe part.append(transfer.bytes)
        try checkGrowth(of: part)
        report(.progress(part.size, of: total))
      }
      isOver = try transfer.isOver(received: part.size, of: total)
    }
    // Some servers announce nothing, and end what they send by hanging up.
    if let total, part.size < total {
      throw .endedEarly(url: url, received: part.size, total: total)
    }
  }

  /// Makes ready for the bytes that an answer brings, and returns how many the file has.
  private mutating func begin(
    _ answer: Transfer.Answer, offset: Int, _ part: inout PartialFile
  ) throws(DownloadError) -> Int? {
    let total: Int?
    switch answer.status {
    case 200:
      total = answer.length
      try check(total)
      if offset > 0 { report(.restart) }
      try part.restart(from: PartialFile.Origin(url: url, validator: answer.validator))
    case 206 where answer.range?.start == offset && offset > 0:
      total = answer.range?.total
      try check(total)
      isPieced = true
    case 206, 416:
      asksForAll = true
      throw .wrongRange(url: url)
    default:
      throw .status(url: url, code: answer.status, pause: answer.pause)
    }
    return total
  }

  /// Throws where more has come than can be.
  private func checkGrowth(of part: borrowing PartialFile) throws(DownloadError) {
    if let size, part.size > size {
      throw .wrongSize(source: url, size: part.size, expected: size)
    }
    guard part.size <= limit else { throw .tooLarge(source: url, limit: limit) }
  }

  /// Throws where a file has not the number of bytes that it must have.
  private func check(_ total: Int?) throws(DownloadError) {
    guard let total else { return }
    if let size, total != size { throw .wrongSize(source: url, size: total, expected: size) }
    guard total <= limit else { throw .tooLarge(source: url, limit: limit) }
  }
}
