import Glibc
import Synchronization
import SystemFiles
import Testing

@Suite struct FileAccessTests {
  private let folder = TemporaryFolder()
  private let files = FileAccess.everywhere

  private func error(_ body: () throws -> Void) -> FileError? {
    #expect(throws: FileError.self) { try body() }
  }

  // MARK: Reading

  @Test(arguments: [0, 1, 65_535, 65_536, 200_001])
  func `a file reads back as it was written`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    try files.write(bytes, to: folder("a"))

    #expect(try files.read(folder("a")) == bytes)
    #expect(try files.read(folder("a"), limit: 3) == Array(bytes.prefix(3)))
    #expect(folder.names() == ["a"])
  }

  @Test func `a file that cannot be read is an error with the system's reason`() {
    let missing = error { _ = try files.read(folder("none")) }
    #expect(missing == FileError(.read, folder("none"), code: ENOENT))
    #expect(missing?.description == "cannot read '\(folder("none"))': No such file or directory")
    #expect(error { _ = try files.read(folder.path) }?.code == EISDIR)
    #expect(error { _ = try files.read("") }?.code == ENOENT)
  }

  @Test func `a pipe is written into and stays a pipe`() throws {
    let path = folder("pipe")
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }

    try files.write([1, 2, 3], to: path)

    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(unsafe read(reader, &bytes, 8) == 3)
    #expect(bytes.prefix(3) == [1, 2, 3])
    #expect(try files.kind(of: path) == .other)
    #expect(folder.names() == ["pipe"])
    let limited = FileAccess(readable: [.named(folder.path)], writable: [.named(folder.path)])
    #expect(error { try limited.write([4], to: path) }?.reason == .notAFile)
  }

  @Test func `a device is not replaced by a file`() throws {
    try files.write([1], to: "/dev/null")
    #expect(try files.kind(of: "/dev/null") == .other)
  }

  @Test func `a name that the system would cut short is refused`() throws {
    try files.write([1], to: folder("a"))

    #expect(error { _ = try files.read(folder("a\0b")) }?.code == EINVAL)
    #expect(error { try files.write([2], to: folder("a\0b")) }?.code == EINVAL)
    #expect(error { try files.extend(folder("a\0b"), by: [2]) }?.code == EINVAL)
    #expect(error { try files.makeFolder(folder("a\0b")) }?.code == EINVAL)
    #expect(error { try files.remove(folder("a\0b")) }?.code == EINVAL)
    #expect(error { _ = try files.kind(of: folder("a\0b")) }?.code == EINVAL)
    #expect(try files.read(folder("a")) == [1])
  }

  @Test func `the names in a folder are sorted and those with a dot left out`() throws {
    for name in ["b", "a", ".hidden", "new\nline", "ä"] { try files.write([], to: folder(name)) }

    #expect(try files.names(in: folder.path) == ["a", "b", "new\nline", "ä"])
    #expect(error { _ = try files.names(in: folder("a")) }?.code == ENOTDIR)
  }

  @Test func `a path leads to a file, a folder, something else or nothing`() throws {
    try files.write([], to: folder("a"))
    unsafe symlink("nowhere", folder("dangling"))
    unsafe symlink(".", folder("link"))

    #expect(try files.kind(of: folder("a")) == .file)
    #expect(try files.kind(of: folder.path) == .folder)
    #expect(try files.kind(of: folder("link")) == .folder)
    #expect(try files.kind(of: "/dev/null") == .other)
    #expect(try files.kind(of: folder("dangling")) == nil)
    #expect(try files.kind(of: folder("none")) == nil)
  }

  // MARK: Writing

  @Test func `a write that is broken off leaves the old file and nothing beside it`() throws {
    try files.write([1], to: folder("a"))

    let broken = error {
      try files.replace(folder("a")) { draft throws(FileError) in
        try draft.append([2, 3] as [UInt8])
        #expect(try files.read(folder("a")) == [1])
        throw FileError(.write, "elsewhere", code: EPIPE)
      }
    }

    #expect(broken == FileError(.write, "elsewhere", code: EPIPE))
    #expect(try files.read(folder("a")) == [1])
    #expect(folder.names() == ["a"])
  }

  @Test func `a full disk leaves the old file and nothing beside it`() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let files = FileAccess.everywhere
      try files.write([1], to: folder("a"))
      limitFileSize(1_000)

      #expect(throws: FileError(.write, folder("a"), code: EFBIG)) {
        try files.write([UInt8](repeating: 7, count: 100_000), to: folder("a"))
      }
      #expect(throws: FileError(.write, "/dev/full", code: ENOSPC)) {
        try files.extend("/dev/full", by: [1])
      }
      #expect(try files.read(folder("a")) == [1])
      #expect(folder.names() == ["a"])
    }
  }

  @Test func `a folder that may not be written is an error with the system's reason`() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let files = FileAccess.everywhere
      try files.write([1], to: folder("a"))
      unsafe chmod(folder.path, 0o555)
      unsafe chmod(folder("a"), 0o444)
      becomeNobody()

      #expect(throws: FileError(.write, folder("a"), code: EACCES)) {
        try files.write([2], to: folder("a"))
      }
      #expect(throws: FileError(.write, folder("a"), code: EACCES)) {
        try files.extend(folder("a"), by: [2])
      }
      // What could not be made is the reason, not that it is missing afterwards.
      #expect(throws: FileError(.write, folder("b/c/d"), code: EACCES)) {
        try files.write([2], to: folder("b/c/d"), makingFolders: true)
      }
      #expect(throws: FileError(.makeFolder, folder("b"), code: EACCES)) {
        try files.makeFolder(folder("b"))
      }
      #expect(throws: FileError(.write, folder("a"), code: EACCES)) {
        try files.remove(folder("a"))
      }
      #expect(try files.read(folder("a")) == [1])
      #expect(folder.names() == ["a"])
    }
  }

  @Test func `a place that no file can have is refused`() throws {
    try files.makeFolder(folder("full/of"))

    #expect(error { try files.write([], to: folder("full")) }?.code == EISDIR)
    #expect(error { try files.write([], to: folder("full/")) }?.code == EISDIR)
    #expect(error { try files.write([], to: folder("..")) }?.code == EISDIR)
    #expect(error { try files.write([], to: "") }?.code == ENOENT)
    #expect(error { try files.write([], to: folder("none/a")) }?.code == ENOENT)
    #expect(error { try files.write([], to: "/dev/null/a") }?.code == ENOTDIR)
    #expect(
      error { try files.write([], to: folder(String(repeating: "n", count: 256))) }?.code
        == ENAMETOOLONG)
    #expect(folder.names() == ["full"])
    #expect(folder.names(in: "full") == ["of"])
  }

  @Test func `a name may have all the bytes that a name can have`() throws {
    let name = String(repeating: "n", count: 255)

    try files.write([1], to: folder(name))

    #expect(folder.names() == [name])
  }

  @Test func `a link is replaced and what it leads to is left alone`() throws {
    try files.write([1], to: folder("target"))
    unsafe symlink("target", folder("link"))

    try files.write([2], to: folder("link"))

    #expect(try files.read(folder("target")) == [1])
    #expect(try files.read(folder("link")) == [2])
  }

  @Test func `a file that was there may be written by those who could before`() throws {
    try files.write([1], to: folder("a"))
    var status = stat()
    unsafe stat(folder("a"), &status)
    let mask = umask(0)
    umask(mask)

    #expect(status.st_mode & 0o777 == 0o666 & ~mask)
  }

  @Test func `writers of one file leave one of what they wrote`() async throws {
    let path = folder("a")
    await withTaskGroup { group in
      for writer in 0..<8 {
        group.addTask {
          for _ in 0..<25 {
            try? FileAccess.everywhere.write(
              [UInt8](repeating: UInt8(writer), count: 5_000), to: path, lasting: .program)
          }
        }
      }
    }

    let bytes = try files.read(path)
    #expect(bytes.count == 5_000)
    #expect(Set(bytes).count == 1)
    #expect(folder.names() == ["a"])
  }

  @Test func `what is added comes at the end`() throws {
    try files.extend(folder("a"), by: [1], mode: 0o600)
    try files.extend(folder("a"), by: [2, 3], lasting: .machine)

    #expect(try files.read(folder("a")) == [1, 2, 3])
    var status = stat()
    unsafe stat(folder("a"), &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  // MARK: Folders

  @Test func `folders are made as far as they are missing`() throws {
    try files.makeFolder(folder("a/b"))
    try files.makeFolder(folder("a/b/c//d/"))
    try files.write([1], to: folder("e/f"), makingFolders: true)

    #expect(try files.kind(of: folder("a/b/c/d")) == .folder)
    #expect(error { try files.makeFolder(folder("e/f")) }?.code == ENOTDIR)
    #expect(error { try files.makeFolder(folder("e/f/g")) }?.code == ENOTDIR)
    #expect(
      error { try files.makeFolder("/proc/none") }?.description
        == "cannot make the folder '/proc/none': No such file or directory")
  }

  @Test func `a file is removed, and one that is not there is no error`() throws {
    try files.write([1], to: folder("a"))

    try files.remove(folder("a"))
    try files.remove(folder("a"))

    #expect(folder.names() == [])
    #expect(error { try files.remove(folder.path) }?.code == EISDIR)
  }

  // MARK: Leaks

  @Test func `nothing leaves a descriptor open`() async {
    await #expect(processExitsWith: .success) {
      let stranger = StrangerFolder()
      let accesses = [
        FileAccess.everywhere, stranger.access(usingKernel: true),
        stranger.access(usingKernel: false),
      ]
      var counts: [Int] = []
      for _ in 0..<10 {
        for files in accesses {
          for name in ["a/b", "sub", "sub/link-out", "loop", "link-in/../x/../y", "link-in/deep"] {
            let path = stranger.inside(name)
            try? files.write([1], to: path, lasting: .program, makingFolders: true)
            try? files.extend(path, by: [1])
            _ = try? files.read(path)
            _ = try? files.names(in: path)
            _ = try? files.kind(of: path)
            try? files.makeFolder(path)
          }
        }
        counts.append(try FileAccess.everywhere.names(in: "/proc/self/fd").count)
      }
      // The first round may open what stays open.
      #expect(Set(counts.dropFirst()).count == 1, "\(counts)")
    }
  }
}
