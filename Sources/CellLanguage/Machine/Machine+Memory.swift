#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Machine {
  /// Refuses a large allocation that would go past the limit; small ones are found by `checkMemory`.
  func allow(_ bytes: Int, at site: Site?) throws {
    guard bytes > 1 << 20 else { return }
    let (sum, overflow) = residentBytes().subtractingReportingOverflow(startBytes)
    if overflow || bytes > limits.memory - max(0, sum) { throw outOfMemory(site) }
  }

  /// Stops a program that has taken more memory than it may.
  func checkMemory(at site: Site?) throws {
    if residentBytes() - startBytes > limits.memory { throw outOfMemory(site) }
  }

  private func outOfMemory(_ site: Site?) -> Fault {
    Fault(
      "out of memory: a cell may take \(limits.memory >> 20) MiB", at: site, kind: .limit)
  }
}

/// The bytes of memory that the process has now; 0 where the system does not say.
func residentBytes() -> Int {
  #if os(Linux)
    let file = unsafe open("/proc/self/statm", O_RDONLY)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, 63) }
    guard count > 0 else { return 0 }
    let words = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  #else
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
    return usage.ru_maxrss
  #endif
}

/// The bytes of memory that the machine has.
func physicalBytes() -> Int {
  let pages = sysconf(Int32(_SC_PHYS_PAGES))
  let size = sysconf(Int32(_SC_PAGESIZE))
  return pages > 0 && size > 0 ? pages * size : 8 << 30
}
