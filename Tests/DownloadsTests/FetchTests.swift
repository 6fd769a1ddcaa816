import Downloads
import Glibc
import SystemFiles
import Testing

/// What comes over the net, and what of it is kept.
@Suite struct `Fetching` {
  private let official = Trial.official

  // MARK: Good servers

  @Test func `brings the official archive and leaves nothing beside it`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.fetched == .official)
    #expect(trial.bytes() == official)
    #expect(trial.files == ["a.zip"])
    #expect(server.requests.map(\.path) == ["/a.zip"])
    #expect(trial.progress == trial.progress.sorted())
    #expect(trial.progress.last == official.count)
  }

  @Test func `makes the folder, and those that it lies in`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    let home = try #require(Source(parsing: server.address))
    let fetch = Fetch(
      Trial.dataSet(home: home), to: trial.path("x/y"), interrupt: { false }, report: { _ in })

    try fetch.run()

    #expect(trial.bytes("x/y/a.zip") == official)
  }

  @Test func `takes an answer that announces no length`() throws {
    let trial = try Trial()
    let server = WebServer { [official] _, _ in Reply(body: official) }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
  }

  @Test func `follows redirects`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in
      request.path == "/a.zip"
        ? .status("302 Found", "Location: /elsewhere") : .file(official, for: request)
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    #expect(server.requests.map(\.path) == ["/a.zip", "/elsewhere"])
  }

  @Test func `waits for a server that is slow`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in
      var reply = Reply.file(official, for: request)
      reply.pieceSize = 20_000
      reply.microsecondsBetweenPieces = 20_000
      return reply
    }
    defer { server.stop() }

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.retries.isEmpty)
    #expect(Set(trial.progress).count > 2)
  }

  // MARK: What is not the archive

  @Test func `refuses an official archive of other bytes and keeps none of them`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in
      var wrong = official
      wrong[100_000] ^= 1
      return .file(wrong, for: request)
    }
    defer { server.stop() }

    let error = trial.fetch(home: server.address)

    guard case .wrongDigest(let source, _, _) = error else {
      Issue.record("other bytes were taken: \(String(describing: error))")
      return
    }
    #expect(source == "\(server.address)/a.zip")
    #expect(trial.files.isEmpty)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [199_999, 200_001])
  func `refuses an official archive of another size before it comes`(size: Int) throws {
    let trial = try Trial()
    let server = WebServer { request, _ in .file([UInt8](repeating: 0, count: size), for: request) }
    defer { server.stop() }

    #expect(
      trial.fetch(home: server.address)
        == .wrongSize(source: "\(server.address)/a.zip", size: size, expected: 200_000))

    #expect(trial.files.isEmpty)
    #expect(trial.progress.isEmpty)
  }

  @Test func `stops when more comes than there can be`() throws {
    let trial = try Trial()
    let server = WebServer { [official] _, _ in Reply(body: official + official, ending: .hang) }
    defer { server.stop() }

    guard case .wrongSize? = trial.fetch(home: server.address) else {
      Issue.record("a file that is too long was taken")
      return
    }
    #expect(trial.files.isEmpty)
  }

  @Test func `takes another archive from elsewhere, if it holds the same, and says so`() throws {
    let trial = try Trial()
    let server = WebServer { request, _ in .file(Trial.equivalent, for: request) }
    defer { server.stop() }

    #expect(trial.fetch(from: .web(server.address)) == nil)

    #expect(trial.fetched == .equivalent)
    #expect(trial.bytes() == Trial.equivalent)
    #expect(trial.files == ["a.zip"])
  }

  @Test func `takes the official archive from elsewhere, and says so`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }

    #expect(trial.fetch(from: .web(server.address)) == nil)

    #expect(trial.fetched == .official)
  }

  @Test func `refuses what does not hold the same`() throws {
    let trial = try Trial()
    let page = Array("<html>Sign in to this network</html>".utf8)
    let server = WebServer { request, _ in .file(page, for: request) }
    defer { server.stop() }

    #expect(
      trial.fetch(from: .web(server.address))
        == .unfit(source: "\(server.address)/a.zip", fault: "is something else"))

    #expect(trial.files.isEmpty)
  }

  @Test func `refuses what a server took the end from without saying so`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in
      Reply(body: Trial.equivalent, length: Trial.equivalent.count - 1)
    }
    defer { server.stop() }

    #expect(
      trial.fetch(from: .web(server.address))
        == .unfit(source: "\(server.address)/a.zip", fault: "is truncated"))

    #expect(trial.files.isEmpty)
  }
}

/// What is there already.
@Suite struct `An archive that is there` {
  private let official = Trial.official

  @Test(arguments: [(Trial.official, Verdict.official), (Trial.equivalent, .equivalent)])
  func `is left alone, and nothing is asked for`(bytes: [UInt8], verdict: Verdict) throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("404 Not Found") }
    defer { server.stop() }
    try trial.write(bytes)

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.present == verdict)
    #expect(trial.bytes() == bytes)
    #expect(server.requests.isEmpty)
  }

  @Test func `is replaced when it is damaged`() throws {
    let trial = try Trial()
    let server = WebServer { [official] request, _ in .file(official, for: request) }
    defer { server.stop() }
    try trial.write(official.dropLast())

    #expect(trial.fetch(home: server.address) == nil)

    #expect(trial.bytes() == official)
    guard case .unfit(_, let error)? = trial.events.first else {
      Issue.record("nobody was told")
      return
    }
    #expect(error == .unfit(source: trial.path(), fault: "is something else"))
  }

  @Test func `is not waited for where a pipe has its name`() throws {
    let trial = try Trial()
    #expect(unsafe mkfifo(trial.path(), 0o666) == 0)

    #expect(trial.fetch() == .file(FileError(.read, trial.path(), .notAFile)))
  }

  @Test func `stays, damaged as it is, when no other comes`() throws {
    let trial = try Trial()
    let server = WebServer { _, _ in .status("404 Not Found") }
    defer { server.stop() }
    try trial.write(official.dropLast())

    #expect(trial.fetch(home: server.address) != nil)

    #expect(trial.bytes() == official.dropLast())
    #expect(trial.files == ["a.zip"])
  }
}

/// Archives that lie in a folder of this machine.
@Suite struct `Copying` {
  @Test(arguments: [(Trial.official, Verdict.official), (Trial.equivalent, .equivalent)])
  func `takes what holds what it must`(bytes: [UInt8], verdict: Verdict) throws {
    let other = try Trial()
    try other.write(bytes)
    let trial = try Trial()

    #expect(trial.fetch(from: .folder(other.folder)) == nil)

    #expect(trial.fetched == verdict)
    #expect(trial.bytes() == bytes)
    #expect(trial.files == ["a.zip"])
    #expect(other.bytes() == bytes)
  }

  @Test func `refuses what is damaged, and leaves nothing`() throws {
    let other = try Trial()
    try other.write(Trial.equivalent.dropLast())
    let trial = try Trial()

    #expect(
      trial.fetch(from: .folder(other.folder))
        == .unfit(source: other.path(), fault: "is truncated"))

    #expect(trial.files.isEmpty)
  }

  @Test func `names the archive that is missing`() throws {
    let other = try Trial()
    let trial = try Trial()

    #expect(trial.fetch(from: .folder(other.folder)) == .notThere(path: other.path()))

    #expect(trial.files.isEmpty)
  }

  @Test func `stops when somebody asks to`() throws {
    let other = try Trial()
    try other.write(Trial.official)
    let trial = try Trial()

    #expect(trial.fetch(from: .folder(other.folder), interrupt: { true }) == .interrupted)

    #expect(trial.files.isEmpty)
  }
}
