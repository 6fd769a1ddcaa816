import Foundation
import Synchronization
import SystemFiles
import Testing

/// Paths that somebody may try who wants something else than the folder that may be used; `@` stands
/// for that folder, `^` for the one that has it and what is outside.
private let attempts = [
  // Where a link is the last name, the first, one in the middle, one after another.
  "@/link-file", "@/dangling", "@/link-out", "@/link-out/", "@/link-out/secret",
  "@/link-out-slash/secret", "@/link-absolute/secret", "@/link-absolute/new", "@/link-dot/secret",
  "@/link-round/secret", "@/link-out/sub/secret", "@/link-out/new", "@/link-out/new/deep/x",
  "@/dangling/x", "@/dangling/deep/x", "@/chain/secret", "@/chain", "@/sub/link-out/secret",
  "@/link-in/link-out/secret", "@/link-through", "@/link-file/", "@/link-file/..", "@/loop",
  "@/loop/secret", "@/new\nline/secret", "@//link-out//secret", "@/./link-out/./secret",
  // Up, before a link, behind a link, behind what is no folder or is not there.
  "@/..", "@/../..", "@/../secret", "@/../../outside/secret", "@/link-up/secret",
  "@/link-up/../outside/secret", "@/sub/../../../outside/secret", "@/sub/../../secret",
  "@/link-out/../outside/secret", "@/link-out/../new", "@/link-in/../../../outside/secret",
  "@/link-in/../link-out/secret", "@/inside/../../secret", "@/none/../../secret",
  "@/none/../../../outside/new", "@/dangling-in/../../secret", "@/.//..//../outside/secret",
  "@/sub/./.././../secret", "@/../checkpoints-2/secret", "@/../checkpoints/../secret",
  "@/../plots/new", "@/../plots/../new",
  // Other folders, whose names begin as that of the allowed one or lead there in another way.
  "^/outside/secret", "^/outside/new", "^/outside/new/deep", "^/stranger/secret",
  "^/stranger/checkpoints-2/secret", "^/stranger/checkpoints-3", "^/stranger/plots/new",
  "^/stranger/plots/secret", "^/outside/../outside/secret", "^/none/../outside/secret", "^",
  "/proc/self/root^/outside/secret", "@/root^/outside/secret", "@/process-root^/outside/secret",
  "@/process/root^/outside/secret", "/proc/thread-self/root^/outside/secret",
  "/proc/self/cwd/x", "/proc/self/environ", "/proc/self/fd/0", "/proc/self/fd/1", "/dev/stdin",
  "/dev/stdout", "/dev/fd/0", "@/process/environ", "@/process/fd/0", "/etc/passwd", "/etc", "/",
  ".", "..", "../../../../../../../../etc/passwd", "~/secret", "file://^/outside/secret",
  // Devices, pipes, sockets.
  "@/pipe", "@/socket", "@/null", "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/tty",
  // What is no name at all.
  "", "\0", "@/\0", "@/\0/../../secret", "@/link-out\0/x", "^/outside/secret\0",
  "@/" + String(repeating: "../", count: 2_000) + "etc/passwd",
  "@/" + String(repeating: "sub/../", count: 1_500) + "../secret",
  "@/" + String(repeating: "n", count: 5_000),
]

@Suite struct RedTeamTests {
  private let stranger = StrangerFolder()

  private func path(_ attempt: String) -> String {
    attempt.replacing("@", with: stranger.inside("").dropLast())
      .replacing("^", with: stranger.folder.path)
  }

  @Test(arguments: attempts, [true, false])
  func `nothing outside is read, written or made`(attempt: String, usingKernel: Bool) {
    let files = stranger.access(usingKernel: usingKernel)
    let path = path(attempt)
    let before = stranger.outside

    let read = try? files.read(path)
    let names = try? files.names(in: path)
    let opened = (try? files.openFile(path)) != nil
    // The name itself last, because a link in the folder may be replaced.
    for suffix in ["/deep/x", "/x", ""] {
      #expect(throws: FileError.self) { try files.extend(path + suffix, by: [1]) }
      try? files.makeFolder(path + suffix)
      try? files.write([1], to: path + suffix, lasting: .program)
      try? files.write([1], to: path + suffix, lasting: .program, makingFolders: true)
      try? files.remove(path + suffix)
    }

    #expect(read == nil)
    #expect(names == nil)
    #expect(!opened)
    #expect(stranger.outside == before)
  }

  @Test(arguments: [true, false])
  func `a path that leads out names the option that would allow it`(usingKernel: Bool) {
    let files = stranger.access(usingKernel: usingKernel)

    for attempt in [
      "@/link-out/secret", "@/link-file", "@/../secret", "@/link-in/../../secret", "^/outside/x",
      "@/link-absolute/secret", "@/root/etc/passwd", "/etc/passwd", "..",
    ] {
      let path = path(attempt)
      #expect(throws: FileError(.read, path, .notAllowed)) { try files.read(path) }
      #expect(throws: FileError(.write, path, .notAllowed)) { try files.extend(path, by: []) }
    }
    let error = FileError(.write, "x/y", .notAllowed)
    #expect("\(error)" == "writing 'x/y' is not allowed; run with --allow-write 'x/y' to allow it")
  }

  @Test(arguments: [true, false])
  func `what stays inside is used, whatever the way`(usingKernel: Bool) throws {
    let files = stranger.access(usingKernel: usingKernel)

    for attempt in [
      "@/inside", "@/sub/deep", "@/link-in/deep", "@/sub/../inside", "@/link-in/../inside",
      "@/./sub//deep", "@/sub/./../sub/deep",
    ] {
      #expect(try files.read(path(attempt)) == Array("inside".utf8), "\(attempt)")
    }
    try files.write([1], to: path("@/link-in/new/deep/x"), makingFolders: true)
    try files.extend(path("@/sub/new/deep/x"), by: [2])
    try files.write([3], to: path("@/sub/new/..\u{1}\ny"))
    try files.makeFolder(path("@/made/deep"))
    #expect(try files.read(path("@/sub/new/deep/x")) == [1, 2])
    #expect(try files.names(in: path("@/link-in/new")) == ["deep"])
    #expect(try files.kind(of: path("@/made/deep")) == .folder)
    #expect(try files.kind(of: path("@/none")) == nil)
    #expect(try files.kind(of: path("@/pipe")) == .other)
    // A link of the file's name is replaced by the file.
    try files.write([4], to: path("@/link-file"))
    #expect(try files.read(path("@/link-file")) == [4])
    try files.remove(path("@/link-out"))
    #expect(try FileAccess.everywhere.read(path("^/outside/secret")) == Array("secret".utf8))
  }

  @Test(arguments: [true, false])
  func `devices, pipes and sockets are no files, and nobody waits for them`(usingKernel: Bool) {
    let files = stranger.access(usingKernel: usingKernel)

    #expect(throws: FileError(.read, path("@/pipe"), .notAFile)) { try files.read(path("@/pipe")) }
    #expect(throws: FileError(.write, path("@/pipe"), code: ENXIO)) {
      try files.extend(path("@/pipe"), by: [1])
    }
    let reader = unsafe open(path("@/pipe"), O_RDONLY | O_NONBLOCK)
    #expect(throws: FileError(.write, path("@/pipe"), .notAFile)) {
      try files.extend(path("@/pipe"), by: [1])
    }
    var byte: UInt8 = 0
    #expect(unsafe Glibc.read(reader, &byte, 1) <= 0)
    close(reader)
    #expect(throws: FileError.self) { try files.read(path("@/socket")) }
    let devices = FileAccess(readable: [.named("/dev")], writable: [.named("/dev")])
    #expect(throws: FileError(.read, "/dev/zero", .notAFile)) { try devices.read("/dev/zero") }
    #expect(throws: FileError(.write, "/dev/full", .notAFile)) {
      try devices.extend("/dev/full", by: [1])
    }
  }

  @Test(arguments: [true, false])
  func `a file without end is not read`(usingKernel: Bool) throws {
    let files = stranger.access(usingKernel: usingKernel)
    let huge = path("@/huge")
    try files.write([1], to: huge)
    #expect(unsafe truncate(huge, 1 << 40) == 0)

    #expect(throws: FileError(.read, huge, .tooLarge(limit: 1 << 20))) { try files.read(huge) }
    #expect(try files.read(huge, limit: 3) == [1, 0, 0])
  }

  // MARK: The folder itself

  @Test(arguments: [true, false])
  func `a customary folder that is a link is not followed, one that was named is`(
    usingKernel: Bool
  ) throws {
    let before = stranger.outside
    func files(_ folder: AllowedFolder) -> FileAccess {
      FileAccess(readable: [folder], writable: [folder], usingKernel: usingKernel)
    }
    let plots = path("^/stranger/plots")
    let custom = files(.customary("plots", in: path("^/stranger")))
    let deep = files(.customary("plots/deep", in: path("^/stranger")))

    #expect(throws: FileError(.read, plots + "/secret", .notAllowed)) {
      try custom.read(plots + "/secret")
    }
    #expect(throws: FileError(.write, plots + "/deep/x", .notAllowed)) {
      try deep.write([1], to: plots + "/deep/x", makingFolders: true)
    }
    #expect(throws: FileError(.write, plots + "/x", .notAllowed)) {
      try custom.extend(plots + "/x", by: [1])
    }
    #expect(throws: FileError(.makeFolder, plots + "/x", .notAllowed)) {
      try custom.makeFolder(plots + "/x")
    }
    #expect(stranger.outside == before)
    #expect(try files(.named(plots)).read(plots + "/secret") == Array("secret".utf8))
  }

  @Test(arguments: ["..", "../outside", "x/../..", "\0", "x\0"], [true, false])
  func `a name that climbs makes no customary folder`(name: String, usingKernel: Bool) {
    let before = stranger.outside
    let folder = AllowedFolder.customary("checkpoints/\(name)", in: path("^/stranger"))
    let files = FileAccess(readable: [folder], writable: [folder], usingKernel: usingKernel)

    for file in ["\(folder.path)/x", path("^/outside/x"), path("^/stranger/x"), path("@/x")] {
      #expect(throws: FileError.self) { try files.write([1], to: file, makingFolders: true) }
    }
    #expect(stranger.outside == before)
  }

  @Test func `a single file that was named is used and nothing beside it`() throws {
    let file = AllowedFolder.named(path("^/outside/secret"))
    let files = FileAccess(readable: [file], writable: [file])

    #expect(try files.read(path("^/outside/secret")) == Array("secret".utf8))
    try files.write([1], to: path("^/outside/secret"))
    #expect(try files.read(path("^/outside/secret")) == [1])
    #expect(throws: FileError.self) { try files.read(path("^/outside/secret/x")) }
    #expect(throws: FileError.self) { try files.write([1], to: path("^/outside/secrets")) }
  }

  @Test func `what may be read may not for that reason be written`() {
    let files = FileAccess(readable: [.named(path("@"))], writable: [])

    #expect(throws: FileError(.write, path("@/inside"), .notAllowed)) {
      try files.write([1], to: path("@/inside"))
    }
    #expect(throws: FileError(.makeFolder, path("@/x"), .notAllowed)) {
      try files.makeFolder(path("@/x"))
    }
  }

  @Test func `a path that climbs from the working folder meets the folder that it means`() throws {
    // The same folder, written from here and from the root.
    let here = FileManager.default.currentDirectoryPath.split(separator: "/").map { _ in ".." }
    let climbing = (here + [String(path("@").dropFirst())]).joined(separator: "/")
    let files = stranger.access(usingKernel: true)

    #expect(try files.read(climbing + "/inside") == Array("inside".utf8))
    #expect(throws: FileError.self) { try files.read(climbing + "/../secret") }
  }

  // MARK: Races

  @Test(arguments: [true, false])
  func `a link that turns meanwhile leads nowhere`(usingKernel: Bool) throws {
    let (link, draft) = (stranger.inside("swap"), stranger.inside("swap-next"))
    try stranger.access(usingKernel: true).write(
      [7], to: stranger.inside("real/secret"), makingFolders: true)

    try survive(usingKernel: usingKernel, makingFolders: true) {
      for target in ["../../outside", "real"] {
        _ = unsafe symlink(target, draft)
        _ = unsafe rename(draft, link)
      }
    }
  }

  @Test(arguments: [true, false])
  func `a folder whose place a link takes meanwhile leads nowhere`(usingKernel: Bool) throws {
    let (place, link) = (stranger.inside("swap"), stranger.inside("swap-link"))
    try stranger.access(usingKernel: true).write([7], to: place + "/secret", makingFolders: true)
    _ = unsafe symlink("../../outside", link)

    try survive(usingKernel: usingKernel, makingFolders: false) {
      for (from, to) in [
        (place, place + "-aside"), (link, place), (place, link), (place + "-aside", place),
      ] {
        _ = unsafe rename(from, to)
      }
    }
  }

  /// Uses what is below `swap` while somebody else swaps it for what is outside.
  private func survive(
    usingKernel: Bool, makingFolders: Bool, swap: @escaping @Sendable () -> Void
  ) throws {
    let files = stranger.access(usingKernel: usingKernel)
    let before = stranger.outside
    let place = stranger.inside("swap")
    let swapper = Swapper(swap)
    var (stolen, refused, worked) = (0, 0, 0)

    for round in 0..<3_000 {
      do {
        if try files.read(place + "/secret") == Array("secret".utf8) { stolen += 1 }
        worked += 1
      } catch {
        refused += 1
      }
      try? files.extend(place + "/new", by: [1])
      try? files.write(
        [7], to: place + "/secret", lasting: .program, makingFolders: makingFolders)
      if makingFolders { try? files.makeFolder(place + "/deep/\(round % 10)") }
      try? files.remove(place + "/new")
      _ = try? files.names(in: place + "/sub/..")
    }
    let swaps = swapper.stop()

    #expect(stolen == 0)
    #expect(stranger.outside == before)
    // Both were met, or this says nothing.
    #expect(swaps > 100 && refused > 0 && worked > 0, "\(swaps) \(refused) \(worked)")
  }
}

/// A thread that does something again and again.
private final class Swapper: Sendable {
  private let isDone = Atomic(false)
  private let count = Atomic(0)
  private let ended = DispatchSemaphore(value: 0)

  init(_ swap: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { [self] in
      while !isDone.load(ordering: .relaxed) {
        swap()
        count.add(1, ordering: .relaxed)
      }
      ended.signal()
    }
  }

  /// Ends the thread and returns how often it did it.
  func stop() -> Int {
    isDone.store(true, ordering: .relaxed)
    ended.wait()
    return count.load(ordering: .relaxed)
  }
}
