import Downloads
import Glibc
import SystemFiles
import Testing

/// Downloads that break off and go on.
@Suite struct `A download that breaks off` {
  private let official = Trial.official

  @Test(arguments: [Reply.Ending.close, .reset])
  func `goes on where it ended`(ending: Reply.Ending) throws {
    let trial = try Trial()
    let server = WebServer { [official] request, before in
      let reply = Reply.file(official, for: request)
      guard before == 0 else { return reply }
      var cut = reply.cut(after: 80_000, then: ending)
      // A reset throws away what has not been read.
      if ending == .reset { (cut.pieceSize, cut.microsecondsBetweenPieces) = (40_000, 200_000) }
      return cut
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(trial.retries.count == 1)
    #expect(trial.restarts == 0)
    #expect(server.requests.count == 2)
    #expect((server.requests[1].offset ?? 0) > 0)
    #expect(server.requests[1].headers["if-range"] == "\"v1\"")
  }

  @Test func `again and again goes on as long as something comes`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in
      Reply.file(official, for: request).cut(after: 21_000)
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(server.requests.count == 10)
    #expect(trial.bytes() == official)
  }

  @Test func `without a length goes on, too`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, before in
      before == 0 ? Reply(body: official, sentCount: 80_000) : .file(official, for: request)
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(
      trial.retries == [
        .endedEarly(url: "\(server.address)/a.zip", received: 80_000, total: 200_000)
      ])
  }

  @Test func `comes from the start where the server knows no parts`() throws {
    let trial = try Trial()
    let server = WebServer { [official] _, before in
      let reply = Reply(body: official, length: official.count)
      return before == 0 ? reply.cut(after: 80_000) : reply
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(trial.restarts == 1)
  }

  @Test func `always at the same place is given up`() throws {
    let trial = try Trial()
    let server = WebServer { [official] _, _ in
      Reply(body: official, length: official.count).cut(after: 80_000)
    }
    defer { server.stop() }

    #expect(
      trial.fetch(home: server.address)
        == .endedEarly(url: "\(server.address)/a.zip", received: 80_000, total: 200_000))

    #expect(server.requests.count == 3)
    #expect(trial.files == ["a.zip.part", "a.zip.part.from"])
  }

  @Test func `because more was announced than there is, is given up`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in
      Reply(body: Trial.equivalent, length: Trial.equivalent.count + 1)
    }
    defer { server.stop() }

    guard case .endedEarly? = trial.fetch(from: .web(server.address)) else {
      Issue.record("a length that is wrong was believed")
      return
    }
    #expect(!trial.files.contains("a.zip"))
  }

  @Test func `comes from the start where the server sends another part`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in
      guard request.offset != nil else { return .file(official, for: request) }
      return Reply(
        status: "206 Partial Content", headers: ["Content-Range: bytes 0-199999/200000"],
        body: official, length: official.count)
    }
    defer { server.stop() }
    try trial.writePart(official.prefix(80_000), from: server)

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(trial.retries == [.wrongRange(url: "\(server.address)/a.zip")])
  }
}

/// What a run leaves that was ended.
@Suite struct `The part of an earlier run` {
  private let official = Trial.official

  @Test func `is gone on with`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    try trial.writePart(official.prefix(80_000), from: server)

    #expect(trial.fetch(home: server.address) == nil)

    #expect(server.requests.map(\.offset) == [80_000])
    #expect(trial.progress.first == 80_000)
    #expect(trial.files == ["a.zip"])
    #expect(trial.bytes() == official)
  }

  @Test func `that has all is not asked for again`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("404 Not Found") }
    defer { server.stop() }
    try trial.writePart(official, from: server)

    #expect(trial.fetch(home: server.address) == nil)

    #expect(server.requests.isEmpty)
    #expect(trial.bytes() == official)
  }

  @Test func `that has all of a file whose size nobody knows is recognized`() throws {
    let trial = try Trial()
    let server = WebServer { request, _ in .file(Trial.equivalent, for: request) }
    defer { server.stop() }
    try trial.writePart(Trial.equivalent, from: server)

    #expect(trial.fetch(from: .web(server.address)) == nil)

    #expect(trial.bytes() == Trial.equivalent)
    #expect(server.requests.count == 1)
  }

  @Test func `of a file that has changed since is replaced`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    try trial.writePart([UInt8](repeating: 1, count: 80_000), from: server, tag: "\"v0\"")

    #expect(trial.fetch(home: server.address) == nil)

    #expect(server.requests.map(\.offset) == [80_000])
    #expect(trial.restarts == 1)
    #expect(trial.bytes() == official)
  }

  @Test func `that does not fit is found by the digest, and all comes once more`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request, tag: nil) }
    defer { server.stop() }
    try trial.writePart([UInt8](repeating: 1, count: 80_000), from: server, tag: "")

    #expect(trial.fetch(home: server.address) == nil)

    #expect(server.requests.map(\.offset) == [80_000, nil])
    #expect(trial.restarts == 1)
    #expect(trial.bytes() == official)
  }

  @Test func `with more bytes than there are is replaced`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    try trial.writePart(official + [0], from: server)

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
  }

  @Test func `from another address, or from nobody knows where, is replaced`() throws {
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    for origin in [nil, "", "http://127.0.0.1:1/a.zip\n\"v1\"\n", "\(server.address)/a.zip"] {
      let trial = try Trial()
      try trial.write(official.prefix(80_000), to: "a.zip.part")
      if let origin { try trial.write(origin.utf8, to: "a.zip.part.from") }

      #expect(trial.fetch(home: server.address) == nil)

      #expect(trial.bytes() == official)
      #expect(trial.files == ["a.zip"])
    }
    #expect(server.requests.allSatisfy { $0.offset == nil })
  }

  @Test func `outlives a server that has lost the file`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("404 Not Found") }
    defer { server.stop() }
    try trial.writePart(official.prefix(80_000), from: server)

    #expect(trial.fetch(home: server.address) != nil)

    #expect(trial.files == ["a.zip.part", "a.zip.part.from"])
  }

  @Test func `is another run's while that goes on`() throws {
    let trial = try Trial()
    let other = unsafe open(trial.path("a.zip.part"), O_RDWR | O_CREAT, 0o666)
    #expect(flock(other, LOCK_EX) == 0)
    defer { close(other) }

    #expect(trial.fetch() == .busy(path: trial.path()))
  }

  @Test func `is not written through a link`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    try trial.write([1, 2, 3], to: "mine")
    #expect(unsafe symlink("mine", trial.path("a.zip.part")) == 0)

    guard case .file? = trial.fetch(home: server.address) else {
      Issue.record("a link was followed")
      return
    }
    #expect(trial.bytes("mine") == [1, 2, 3])
  }

  @Test func `stays when the disk is full`() async {
    await #expect(processExitsWith: .success) {
      let trial = try Trial()
      let server = WebServer { request, _ in .file(Trial.official, for: request) }
      var limit = rlimit(rlim_cur: 80_000, rlim_max: 80_000)
      signal(SIGXFSZ, SIG_IGN)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)

      let error = trial.fetch(home: server.address)

      let part = trial.bytes("a.zip.part")
      trial.remove()
      guard case .file(let fileError)? = error, fileError.code == EFBIG else { exit(1) }
      exit(part == Array(Trial.official.prefix(80_000)) ? 0 : 2)
    }
  }
}
