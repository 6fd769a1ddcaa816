import Glibc
import SystemFiles
import Testing

@Suite struct `A file that is written anew` {
  private let folder = TemporaryFolder()
  private let files = FileAccess.everywhere

  @Test(arguments: [0o600, 0o644, 0o755, 0o440] as [mode_t])
  func `keeps its mode`(mode: mode_t) throws {
    try files.write([1], to: folder("a"))
    unsafe chmod(folder("a"), mode)

    try files.rewrite(folder("a"), with: [2, 3])

    var status = stat()
    #expect(unsafe stat(folder("a"), &status) == 0)
    #expect(status.st_mode & 0o7777 == mode)
    #expect(try files.read(folder("a")) == [2, 3])
    #expect(folder.names() == ["a"])
  }

  @Test func `stays where links lead`() throws {
    try files.write([1], to: folder("a"))
    unsafe symlink("a", folder("b"))
    unsafe symlink(folder("b"), folder("c"))

    try files.rewrite(folder("c"), with: [2])

    #expect(try files.read(folder("a")) == [2])
    var status = stat()
    #expect(unsafe lstat(folder("b"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(unsafe lstat(folder("c"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `must be there, and be a file`() {
    unsafe mkdir(folder("d"), 0o755)

    for path in [folder("none"), folder("d"), "/dev/null", ""] {
      #expect(throws: FileError.self) { try files.rewrite(path, with: [1]) }
    }
    #expect(folder.names() == ["d"])
  }
}
