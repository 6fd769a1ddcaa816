internal import Glibc

/// A folder whose files may be used, or a single file.
///
/// What is below it is opened from its descriptor and from nowhere else, so that no link in it leads
/// out. Whether the folder itself may be a link depends on who named it: what a person wrote on the
/// command line may, what is only the custom may not, because a stranger's archive can have a link
/// `plots → ~/.ssh` in it.
public struct AllowedFolder: Hashable, Sendable {
  /// A folder that a person named; links on its way are followed.
  let base: String
  /// What comes below, name by name; here no link is followed.
  let names: [String]

  private init(base: String, names: [String]) {
    self.base = base
    self.names = names
  }

  /// A folder or file that a person named.
  public static func named(_ path: String) -> AllowedFolder {
    AllowedFolder(base: path, names: [])
  }

  /// A folder that is used because it is the custom, below one that a person named.
  public static func customary(_ path: String, in base: String = ".") -> AllowedFolder {
    AllowedFolder(base: base, names: PathNames.split(path))
  }

  /// The path, as a program would write it.
  public var path: String {
    if names.isEmpty { return base }
    let below = names.joined(separator: "/")
    return base == "." ? below : base.hasSuffix("/") ? base + below : "\(base)/\(below)"
  }

  /// Whether a person named the folder itself.
  var isNamed: Bool { names.isEmpty }

  /// What is left of a path below this folder, `b/../c` of `/x/a/b/../c` for `/x/a`; nil where the
  /// path doesn't go through it.
  ///
  /// Only how the two are written counts here. Where the rest leads is seen when it is opened.
  func remainder(of path: AbsolutePath) -> [String]? {
    // A name that climbs is no custom: it came from the name of a notebook.
    guard !names.contains(where: { $0 == ".." || $0.utf8.contains(0) }) else { return nil }
    let own = AbsolutePath(base).names + names
    guard path.names.starts(with: own) else { return nil }
    return Array(path.names.dropFirst(own.count))
  }

  /// Opens the folder, which is made first where it is missing and is to be.
  func open(_ opener: BeneathOpener, making: Bool) throws(SystemCode) -> OpenFile {
    if making, let code = makeFolders(base) { throw SystemCode(code) }
    let descriptor = unsafe openat(AT_FDCWD, base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    let folder = OpenFile(owning: descriptor)
    if names.isEmpty { return folder }
    return try opener.openFolder(names, beneath: folder, making: making, refusingLinks: true)
  }
}

/// Makes a folder, and those that it lies in, where they are missing; the error number where that
/// failed.
func makeFolders(_ folder: String, mode: mode_t = 0o777) -> Int32? {
  var place = folder.hasPrefix("/") ? "/" : ""
  for name in folder.split(separator: "/") {
    place += name + "/"
    // What is there already, folder or not, shows when it is used.
    if unsafe mkdir(place, mode) != 0, errno != EEXIST { return errno }
  }
  return nil
}
