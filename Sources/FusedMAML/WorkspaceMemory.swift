internal import Allowances
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// The memory that all workspaces have taken together, and the most that they may.
package enum WorkspaceMemory {
  private static let taken = Atomic(0)
  private static let most = Atomic(physicalMemory / 4 * 3)

  /// How many bytes all workspaces have.
  package static var byteCount: Int { taken.load(ordering: .relaxed) }

  /// How many bytes they may have; three quarters of the machine's memory unless it is changed.
  package static var limit: Int {
    get { most.load(ordering: .relaxed) }
    set { most.store(newValue, ordering: .relaxed) }
  }

  /// Counts bytes that are to be taken, or throws that they are too many.
  static func take(_ count: Int) throws(WorkspaceTooLarge) {
    let (before, after) = taken.add(count, ordering: .relaxed)
    guard after <= limit else {
      giveBack(count)
      throw WorkspaceTooLarge(needed: count, left: max(0, limit - before))
    }
  }

  /// Counts bytes that were given back.
  static func giveBack(_ count: Int) { taken.subtract(count, ordering: .relaxed) }

  /// Throws unless there is room for `count` pieces of a size, taking nothing.
  static func require(_ count: Int, of size: Int) throws(WorkspaceTooLarge) {
    let (needed, isOver) = count.multipliedReportingOverflow(by: size)
    let left = max(0, limit - byteCount)
    guard !isOver, needed <= left, Allowance.allows(needed) else {
      throw WorkspaceTooLarge(needed: isOver ? .max : needed, left: left)
    }
  }

  private static var physicalMemory: Int {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages * size : .max
  }
}

/// The inner loop of a task needs more memory than there is.
package struct WorkspaceTooLarge: Error, Equatable {
  /// How many bytes it needs besides those it has.
  package let needed: Int
  /// How many bytes may still be taken.
  package let left: Int
}

extension WorkspaceTooLarge: CustomStringConvertible {
  /// The error in words.
  package var description: String {
    "the inner loop of one task needs \(megabytes(needed)) of memory more, and \(megabytes(left)) are"
      + " left; fewer inner steps, or the first order, need less"
  }

  private func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
}
