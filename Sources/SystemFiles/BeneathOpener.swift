internal import COpenBeneath
internal import Glibc

/// Opens paths below a folder's descriptor, and nothing that lies elsewhere: neither `..` nor a link
/// leads out of it, whatever is renamed meanwhile.
enum BeneathOpener: Sendable, Hashable {
  /// By the kernel in one call, and by hand where it cannot.
  case kernel
  /// By hand, name by name.
  case byHand

  /// Opens what the names lead to; EXDEV where they lead out, and ELOOP where a link is on the way
  /// that is not to be followed.
  func open(
    _ names: [String], beneath folder: borrowing OpenFile, _ flags: Int32, mode: mode_t = 0,
    refusingLinks: Bool = false
  ) throws(SystemCode) -> OpenFile {
    if self == .kernel {
      let path = names.isEmpty ? "." : names.joined(separator: "/")
      let descriptor = unsafe open_beneath(
        folder.descriptor, path, flags, mode, refusingLinks ? 1 : 0)
      if descriptor >= 0 { return OpenFile(owning: descriptor) }
      // Containers answer EPERM to what their list of calls does not have.
      guard errno == ENOSYS || errno == EPERM else { throw .last }
    }
    var walk = try Walk(from: folder, refusingLinks: refusingLinks)
    return try walk.open(names, flags, mode: mode)
  }

  /// Opens a folder; where it is missing and is to be made, it is, and those on the way.
  func openFolder(
    _ names: [String], beneath root: borrowing OpenFile, making: Bool, refusingLinks: Bool = false
  ) throws(SystemCode) -> OpenFile {
    do throws(SystemCode) {
      return try open(
        names, beneath: root, O_RDONLY | O_DIRECTORY, refusingLinks: refusingLinks)
    } catch {
      guard making, error.code == ENOENT, let name = names.last, name != ".." else { throw error }
      let parent = try openFolder(
        names.dropLast(), beneath: root, making: true, refusingLinks: refusingLinks)
      if unsafe mkdirat(parent.descriptor, name, 0o777) != 0, errno != EEXIST { throw .last }
      // Not from the parent: between the two calls a link may have taken the folder's place.
      return try open(
        names, beneath: root, O_RDONLY | O_DIRECTORY, refusingLinks: refusingLinks)
    }
  }
}

/// A way through folders that are all open, so that nobody can move it elsewhere.
private struct Walk {
  /// The folders from the first one on; `..` goes back in here and never asks the system.
  private var folders: [Descriptor]
  private let refusesLinks: Bool
  /// How many links may still be followed: what the kernel allows.
  private var linksLeft = 40

  /// A descriptor that several may hold.
  private final class Descriptor {
    let file: OpenFile
    var number: Int32 { file.descriptor }
    init(_ file: consuming OpenFile) { self.file = file }
  }

  init(from folder: borrowing OpenFile, refusingLinks: Bool) throws(SystemCode) {
    let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .last }
    folders = [Descriptor(OpenFile(owning: copy))]
    refusesLinks = refusingLinks
  }

  /// Goes through all names but the last, and opens that.
  mutating func open(
    _ names: [String], _ flags: Int32, mode: mode_t
  ) throws(SystemCode) -> OpenFile {
    var rest = Array(names.reversed())
    while let name = rest.popLast() {
      if name == ".." {
        guard folders.count > 1 else { throw SystemCode(EXDEV) }
        folders.removeLast()
        continue
      }
      let isLast = rest.isEmpty
      let found = openat(name, pathOnly | O_NOFOLLOW)
      guard found >= 0 else {
        if errno == ENOENT, isLast, flags & O_CREAT != 0 { return try openLast(name, flags, mode) }
        throw .last
      }
      let file = OpenFile(owning: found)
      if let target = try target(of: file) {
        guard !refusesLinks, linksLeft > 0 else { throw SystemCode(ELOOP) }
        guard !target.hasPrefix("/") else { throw SystemCode(EXDEV) }
        linksLeft -= 1
        rest += PathNames.split(target).reversed()
        if target.hasSuffix("/"), isLast { rest.insert(".", at: rest.startIndex) }
      } else if isLast {
        return try openLast(name, flags, mode)
      } else {
        guard file.kind() == .folder else { throw SystemCode(ENOTDIR) }
        folders.append(Descriptor(file))
      }
    }
    return try openLast(".", flags & ~O_CREAT, mode)
  }

  /// Opens a name of the folder that the way has come to; a link that has taken its place is none.
  private func openLast(_ name: String, _ flags: Int32, _ mode: mode_t) throws(SystemCode)
    -> OpenFile
  {
    let descriptor = openat(name, flags | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw .last }
    return OpenFile(owning: descriptor)
  }

  private func openat(_ name: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    unsafe Glibc.openat(folders[folders.count - 1].number, name, flags | O_CLOEXEC, mode)
  }

  /// Where a link leads; nil for what is no link.
  private func target(of file: borrowing OpenFile) throws(SystemCode) -> String? {
    var status = stat()
    guard unsafe fstat(file.descriptor, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFLNK else { return nil }
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlinkat(file.descriptor, "", &bytes, bytes.count)
    guard count >= 0 else { throw .last }
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// What opens a file only to name it.
let pathOnly = open_path_only
