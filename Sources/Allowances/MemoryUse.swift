internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much memory the process has.
public struct MemoryUse: Sendable {
  /// The bytes of memory in use; what is only kept for later does not count.
  public let held: Int
  /// The bytes of addresses in use, of memory or not.
  public let addresses: Int
  /// The most bytes of addresses that the process may have; nil where there is no limit.
  let addressLimit: Int?

  /// Bytes that pools keep for later, which belong to nobody.
  private static let kept = Atomic(0)

  /// Notes that a pool keeps so many bytes more, or fewer where it is below 0.
  public static func noteKept(_ bytes: Int) { kept.wrappingAdd(bytes, ordering: .relaxed) }
}

// MARK: - Measuring

#if os(Linux)
  extension MemoryUse {
    /// The process's memory as it is now.
    ///
    /// - Complexity: one or two system calls.
    public static var now: MemoryUse {
      let (addresses, resident) = pages()
      return MemoryUse(
        held: resident * pageSize - kept.load(ordering: .relaxed),
        addresses: addresses * pageSize, addressLimit: addressLimit)
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
    /// Open as long as the process lives: opening takes longer than reading.
    private static let table = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

    /// The first two numbers of the table: pages of addresses, and pages of memory; 0 where the
    /// system does not say.
    private static func pages() -> (Int, Int) {
      var bytes: InlineArray<64, UInt8> = .init(repeating: 0)
      var span = bytes.mutableSpan
      let count = unsafe span.withUnsafeMutableBytes { buffer in
        unsafe pread(table, buffer.baseAddress, buffer.count - 1, 0)
      }
      var numbers: (Int, Int) = (0, 0)
      var field = 0
      for index in 0..<max(0, count) {
        switch bytes[index] {
        case 0x30...0x39 where field == 0: numbers.0 = numbers.0 * 10 + Int(bytes[index] - 0x30)
        case 0x30...0x39 where field == 1: numbers.1 = numbers.1 * 10 + Int(bytes[index] - 0x30)
        default: field += 1
        }
      }
      return numbers
    }

    private static var addressLimit: Int? {
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
        return nil
      }
      return Int(exactly: limit.rlim_cur)
    }

    /// The C library's `malloc_trim`, which no header here declares; nil where it has none.
    private static let trim: (@convention(c) (Int) -> Int32)? = unsafe dlsym(nil, "malloc_trim")
      .map { symbol in unsafe unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self) }

    /// Gives memory back to the system that was freed but is kept by the allocator.
    static func returnFreedMemory() {
      _ = trim?(0)
    }
  }
#else
  extension MemoryUse {
    /// The process's memory as it is now, as far as the system says.
    public static var now: MemoryUse {
      var usage = rusage()
      let isKnown = unsafe getrusage(RUSAGE_SELF, &usage) == 0
      return MemoryUse(
        held: (isKnown ? usage.ru_maxrss : 0) - kept.load(ordering: .relaxed), addresses: 0,
        addressLimit: nil)
    }

    /// Gives memory back to the system that was freed but is kept by the allocator.
    static func returnFreedMemory() {}
  }
#endif

extension MemoryUse {
  /// The bytes of memory that the machine has.
  public static let ofMachine: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? pages * size : 8 << 30
  }()
}
