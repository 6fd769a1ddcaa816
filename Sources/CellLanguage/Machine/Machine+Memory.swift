internal import Allowances
internal import CellSyntax

extension Machine {
  /// Refuses a large allocation that would go past the limit; small ones are found by `checkMemory`.
  func allow(_ bytes: Int, at site: Site?) throws {
    guard bytes > 1 << 20 else { return }
    if !allowance.hasRoom(for: bytes) { throw spent(at: site) }
  }

  /// Stops a program that has taken more memory than it may.
  func checkMemory(at site: Site?) throws {
    if !allowance.measure() { throw spent(at: site) }
  }

  /// Stops a program whose allowance was used up by what it called.
  @inline(__always)
  func checkAllowance(at site: Site?) throws {
    if allowance.isSpent { throw spent(at: site) }
  }

  /// The fault of a program whose allowance is used up.
  func spent(at site: Site?) -> Fault {
    switch allowance.shortage {
    case .interrupted, nil: Fault("interrupted", at: site, kind: .interrupted)
    case .memory, .system:
      Fault(allowance.shortage?.description ?? "out of memory", at: site, kind: .limit)
    }
  }
}
