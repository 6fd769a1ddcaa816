import Foundation
import Glibc
import Synchronization

/// A web server on this machine that answers as a test wants it to, rightly or wrongly.
@safe
final class WebServer: Sendable {
  /// The head of a request.
  struct Request {
    /// The path in its first line.
    let path: String
    /// Its other lines by their names in small letters.
    let headers: [String: String]

    /// Where the bytes that are asked for begin.
    var offset: Int? {
      headers["range"].flatMap { Int($0.dropFirst("bytes=".count).prefix { $0 != "-" }) }
    }
  }

  private struct State {
    var requests: [Request] = []
    var isStopped = false
  }

  /// The address that files are below.
  let address: String
  private let listener: Int32
  private let state = Mutex(State())
  private let answer: @Sendable (Request, Int) -> Reply

  /// Starts a server; `answer` is given a request and how many came before it.
  init(_ answer: @escaping @Sendable (Request, Int) -> Reply) {
    // Whatever this machine needs to reach others, it must not be asked for itself.
    unsafe setenv("no_proxy", "127.0.0.1", 1)
    self.answer = answer
    let (socket, port) = Self.boundSocket()
    precondition(Glibc.listen(socket, 16) == 0)
    listener = socket
    address = Self.address(port)
    Thread.detachNewThread { [self] in accept() }
  }

  /// An address at which nobody answers, and the socket that keeps everybody else from it.
  static func deadAddress() -> (address: String, socket: Int32) {
    let (socket, port) = boundSocket()
    return (address(port), socket)
  }

  private static func address(_ port: UInt16) -> String { "http://127.0.0.1:\(port)" }

  /// A socket that has a port, which is a free one.
  private static func boundSocket() -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafeMutablePointer(to: &place) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        precondition(unsafe bind(listener, $0, size) == 0)
        unsafe getsockname(listener, $0, &size)
      }
    }
    return (listener, UInt16(bigEndian: place.sin_port))
  }

  /// The requests so far.
  var requests: [Request] { state.withLock { $0.requests } }

  /// Ends all answers that wait, and takes no more requests.
  func stop() {
    state.withLock { $0.isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func accept() {
    while !isStopped {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      Thread.detachNewThread { [self] in serve(connection) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = readHead(connection) else { return }
    let before = state.withLock {
      $0.requests.append(request)
      return $0.requests.count - 1
    }
    let reply = answer(request, before)
    let bytes = reply.bytes
    for start in stride(from: 0, to: bytes.count, by: reply.pieceSize) {
      guard !isStopped else { return }
      guard send(bytes[start..<min(start + reply.pieceSize, bytes.count)], to: connection) else {
        return
      }
      if bytes.count > reply.pieceSize { usleep(reply.microsecondsBetweenPieces) }
    }
    switch reply.ending {
    case .close:
      // Closing while bytes are unread would be a reset.
      shutdown(connection, Int32(SHUT_WR))
      var rest = [UInt8](repeating: 0, count: 1024)
      while unsafe recv(connection, &rest, rest.count, 0) > 0 {}
    case .hang: while !isStopped { usleep(5000) }
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      unsafe setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger,
        socklen_t(MemoryLayout<Glibc.linger>.size))
    }
  }

  private func readHead(_ connection: Int32) -> Request? {
    var head = ""
    var byte: UInt8 = 0
    while !head.hasSuffix("\r\n\r\n") {
      guard unsafe recv(connection, &byte, 1, 0) == 1 else { return nil }
      head.unicodeScalars.append(Unicode.Scalar(byte))
    }
    let lines = head.components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return Request(path: lines[0].components(separatedBy: " ")[1], headers: headers)
  }

  private func send(_ bytes: ArraySlice<UInt8>, to connection: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
