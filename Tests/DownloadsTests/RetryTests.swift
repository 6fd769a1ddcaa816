import Downloads
import Glibc
import Synchronization
import Testing

/// Servers that fail, for a while or for good.
@Suite struct `A server that fails` {
  private let official = Trial.official

  @Test(arguments: [
    "500 Internal Server Error", "503 Service Unavailable", "429 Too Many Requests",
  ])
  func `once is asked again`(status: String) throws {
    let trial = try Trial()
    let server = WebServer { [official] request, before in
      before == 0 ? .status(status) : .file(official, for: request)
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(trial.retries.count == 1)
  }

  @Test func `always is given up`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("503 Service Unavailable") }
    defer { server.stop() }

    #expect(
      trial.fetch(home: server.address) == .status(url: "\(server.address)/a.zip", code: 503))

    #expect(server.requests.count == 3)
    #expect(trial.files.isEmpty)
  }

  @Test(arguments: [404, 403, 410, 304])
  func `with a status that will not change is asked once`(code: Int) throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("\(code) No") }
    defer { server.stop() }

    #expect(
      trial.fetch(home: server.address) == .status(url: "\(server.address)/a.zip", code: code))

    #expect(server.requests.count == 1)
    #expect(trial.files.isEmpty)
  }

  @Test func `with a page about the error has none of it kept`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in
      Reply(status: "404 Not Found", body: Array("<html>".utf8), length: 6)
    }
    defer { server.stop() }

    #expect(trial.fetch(from: .web(server.address)) != nil)

    #expect(trial.files.isEmpty)
  }

  @Test func `by a pause that it asks for is waited for, but not for ever`() throws {
    let trial = try Trial()
    var patience = Trial.patience
    patience.longestPause = .milliseconds(200)
    let server = WebServer { [official] request, before in
      before == 0
        ? .status("503 Service Unavailable", "Retry-After: 3600") : .file(official, for: request)
    }
    defer { server.stop() }
    let start = ContinuousClock.now

    #expect(trial.fetch(home: server.address, patience: patience) == nil)

    #expect(ContinuousClock.now - start >= .milliseconds(200))
    #expect(trial.retries.count == 1)
  }

  @Test func `to be there at all is asked again`() throws {
    let trial = try Trial()
    let (address, socket) = WebServer.deadAddress()
    defer { close(socket) }

    let error = trial.fetch(home: address)

    guard case .connection(_, _, .perhaps)? = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(trial.retries.count == 2)
    #expect(trial.files.isEmpty)
  }

  @Test func `to speak HTTP is given up`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in Reply(status: "-1 \u{7F}\r\n\r\n", ending: .reset) }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) != nil)

    #expect(trial.files.isEmpty)
  }

  @Test func `in redirects that never end is given up`() throws {
    let trial = try Trial()
    let server = WebServer { request, _ in .status("302 Found", "Location: \(request.path)+") }
    defer { server.stop() }

    guard case .connection(_, _, .certain)? = trial.fetch(home: server.address) else {
      Issue.record("redirects were not given up")
      return
    }
    #expect(server.requests.count == 11)
    #expect(trial.retries.isEmpty)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a.zip", "gopher://127.0.0.1/"])
  func `in a redirect to something else than the web is not followed`(place: String) throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("302 Found", "Location: \(place)") }
    defer { server.stop() }

    guard case .connection(_, _, .certain)? = trial.fetch(from: .web(server.address)) else {
      Issue.record("\(place) was followed")
      return
    }
    #expect(trial.files.isEmpty)
  }
}

/// Servers that send too little.
@Suite struct `A server that stalls` {
  private var shortPatience: Patience {
    var patience = Trial.patience
    patience.silence = .milliseconds(150)
    patience.leastBytes = 3000
    return patience
  }

  @Test func `is given up, and what came is kept for the next run`() throws {
    let trial = try Trial()
    let isStalling = Atomic(true)
    let server = WebServer { request, _ in
      let reply = Reply.file(Trial.official, for: request)
      guard isStalling.load(ordering: .relaxed) else { return reply }
      return reply.cut(after: 80_000 - (request.offset ?? 0), then: .hang)
    }
    defer { server.stop() }

    #expect(
      trial.fetch(home: server.address, patience: shortPatience)
        == .stalled(url: "\(server.address)/a.zip", after: .milliseconds(150)))

    #expect(trial.files == ["a.zip.part", "a.zip.part.from"])
    #expect(trial.bytes("a.zip.part") == Array(Trial.official.prefix(80_000)))
    isStalling.store(false, ordering: .relaxed)
    #expect(trial.fetch(home: server.address) == nil)
    #expect(server.requests.last?.offset == 80_000)
    #expect(trial.bytes() == Trial.official)
    #expect(trial.files == ["a.zip"])
  }

  @Test func `before it answers is given up`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in Reply(ending: .hang, isSilent: true) }
    defer { server.stop() }

    guard case .stalled? = trial.fetch(home: server.address, patience: shortPatience) else {
      Issue.record("a silent server was waited for")
      return
    }
    #expect(trial.retries.count == 2)
    #expect(trial.files.isEmpty)
  }

  @Test func `by sending drops is given up`() throws {
    let trial = try Trial()
    var patience = shortPatience
    patience.attempts = 1
    let server = WebServer { request, _ in
      var reply = Reply.file(Trial.official, for: request)
      reply.pieceSize = 100
      reply.microsecondsBetweenPieces = 20_000
      return reply
    }
    defer { server.stop() }

    guard case .stalled? = trial.fetch(home: server.address, patience: patience) else {
      Issue.record("a dripping server was waited for")
      return
    }
  }

  @Test func `does not keep a person who asks to stop`() throws {
    let trial = try Trial()
    let server = WebServer { request, _ in
      Reply.file(Trial.official, for: request).cut(after: 80_000, then: .hang)
    }
    defer { server.stop() }
    var asked = 0
    let start = ContinuousClock.now

    let error = trial.fetch(home: server.address) {
      asked += trial.progress.last == 80_000 ? 1 : 0
      return asked > 0
    }

    #expect(error == .interrupted)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(trial.bytes("a.zip.part")?.count == 80_000)
    #expect(trial.files == ["a.zip.part", "a.zip.part.from"])
  }
}
