internal import Glibc

/// A path from the root on, as a list of names in which `..` stands for itself.
///
/// Only a `..` at the start of a path is resolved, against the folder that the program works in,
/// whose path has no link in it. Any other may follow a link, and then means something else than
/// the name before it says.
struct AbsolutePath: Equatable {
  /// The names from the root on.
  let names: [String]

  /// The path as the program would open it.
  init(_ path: String) {
    let own = PathNames.split(path)
    if path.hasPrefix("/") {
      names = own
      return
    }
    var folder = PathNames.split(PathNames.workingFolder)
    let climbs = own.prefix { $0 == ".." }.count
    folder.removeLast(min(climbs, folder.count))
    names = folder + own.dropFirst(climbs)
  }
}

/// Paths taken apart.
enum PathNames {
  /// The names in a path; `.` and doubled slashes are nothing.
  static func split(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }.filter { $0 != "." }
  }

  /// The folder that the program works in, without a link in its path.
  static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
