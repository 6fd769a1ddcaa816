internal import Glibc
package import SystemFiles
internal import Text

/// Why a file could not be fetched.
package enum DownloadError: Error, Hashable {
  /// Somebody asked to stop.
  case interrupted
  /// A library of the system that is needed is not there.
  case noLibrary(reason: String)
  /// The server cannot be reached, or the connection broke.
  case connection(url: String, reason: String, Recurrence)
  /// The server's certificate is not to be trusted.
  case untrusted(url: String, reason: String)
  /// The server sent too little for too long.
  case stalled(url: String, after: Duration)
  /// The connection ended before all had come.
  case endedEarly(url: String, received: Int, total: Int?)
  /// The server answered with a status that brings no file; it may ask for a pause.
  case status(url: String, code: Int, pause: Duration = .zero)
  /// The server sent another part of the file than was asked for.
  case wrongRange(url: String)
  /// What was sent, or is there, has not the size that it must have.
  case wrongSize(source: String, size: Int, expected: Int)
  /// More was sent than any data set has.
  case tooLarge(source: String, limit: Int)
  /// What was sent has the right size and other bytes.
  case wrongDigest(source: String, digest: String, expected: String)
  /// What was sent is not what it must be, in words that follow the source's name.
  case unfit(source: String, fault: String)
  /// Another process downloads the file right now.
  case busy(path: String)
  /// A folder that archives are to be copied from has none.
  case notThere(path: String)
  /// A file can't be read or written.
  case file(FileError)

  /// Whether an error of the network may be over soon.
  package enum Recurrence: Sendable { case perhaps, certain }
}

extension DownloadError {
  /// Whether another attempt may succeed.
  var isTransient: Bool {
    switch self {
    case .connection(_, _, let recurrence): recurrence == .perhaps
    case .stalled, .endedEarly, .wrongRange: true
    // 408 and 425: the request came too slowly or too soon. 429: too many came.
    case .status(_, let code, _): [408, 425, 429].contains(code) || code >= 500
    case .interrupted, .noLibrary, .untrusted, .wrongSize, .tooLarge, .wrongDigest, .unfit, .busy,
      .notThere, .file:
      false
    }
  }

  /// The pause that the server asks for.
  var askedPause: Duration {
    if case .status(_, _, let pause) = self { pause } else { .zero }
  }

  /// Whether the files from elsewhere would help.
  package var isOfSource: Bool {
    switch self {
    case .interrupted, .noLibrary, .busy, .file: false
    case .connection, .untrusted, .stalled, .endedEarly, .status, .wrongRange, .wrongSize,
      .tooLarge, .wrongDigest, .unfit, .notThere:
      true
    }
  }
}

extension DownloadError: CustomStringConvertible {
  /// The error in words, such as `cannot download 'URL': the server answers 404 Not Found`.
  package var description: String {
    switch self {
    case .connection(let url, _, _), .untrusted(let url, _), .stalled(let url, _),
      .endedEarly(let url, _, _), .status(let url, _, _), .wrongRange(let url):
      "cannot download '\(url)': \(reason)"
    case .wrongSize(let source, _, _), .wrongDigest(let source, _, _):
      "'\(source)' is not the official file: \(reason)"
    case .tooLarge(let source, _), .unfit(let source, _): "'\(source)' \(reason)"
    case .interrupted, .noLibrary, .busy, .notThere, .file: reason
    }
  }

  /// The error in words, without the address.
  package var reason: String {
    switch self {
    case .interrupted: "interrupted"
    case .noLibrary(let reason): reason
    case .connection(_, let reason, _): reason
    case .untrusted(_, let reason):
      "\(reason); are the certificates of the system installed (apt-get install ca-certificates)?"
    case .stalled(_, let duration): "hardly anything came for \(shown(duration))"
    case .endedEarly(_, let received, let total):
      "the connection ended after \(received)" + (total.map { " of \($0)" } ?? "") + " bytes"
    case .status(_, let code, _): "the server answers \(code)\(phrase(code))"
    case .wrongRange: "the server sent another part of it than was asked for"
    case .wrongSize(_, let size, let expected): "it has \(size) bytes instead of \(expected)"
    case .wrongDigest(_, let digest, let expected):
      "its SHA-256 digest is \(digest) instead of \(expected)"
    case .tooLarge(_, let limit): "has more than \(byteCount(limit)), which no such archive has"
    case .unfit(_, let fault): fault
    case .busy(let path): "another process is fetching '\(path)' right now"
    case .notThere(let path): "there is no '\(path)'"
    case .file(let error): "\(error)"
    }
  }

  private func shown(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1000
      + duration.components.attoseconds / 1_000_000_000_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }

  /// What the commonest of the statuses mean.
  private func phrase(_ code: Int) -> String {
    switch code {
    case 401: " Unauthorized"
    case 403: " Forbidden"
    case 404: " Not Found"
    case 410: " Gone"
    case 429: " Too Many Requests"
    case 500: " Internal Server Error"
    case 502: " Bad Gateway"
    case 503: " Service Unavailable"
    case 504: " Gateway Timeout"
    default: ""
    }
  }
}
