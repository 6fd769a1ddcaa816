import CSharedLibrary
import Dispatch
import Glibc
import Testing

/// A library of the system of which one function is wanted.
@safe private final class WantedLibrary: @unchecked Sendable {
  // The table is written by `csharedlibrary_open` alone, which locks.

  private let file: UnsafeMutablePointer<CChar>
  private let names: UnsafeMutablePointer<UnsafePointer<CChar>>
  private let table: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private let library: UnsafeMutablePointer<CSharedLibrary>

  init(_ file: String, function: String) {
    unsafe self.file = unsafe strdup(file)
    unsafe names = .allocate(capacity: 1)
    unsafe names.initialize(to: UnsafePointer(strdup(function)))
    unsafe table = .allocate(capacity: 1)
    unsafe table.initialize(to: nil)
    unsafe library = .allocate(capacity: 1)
    unsafe library.initialize(to: CSharedLibrary())
    unsafe library.pointee.file = unsafe UnsafePointer(self.file)
    unsafe library.pointee.names = unsafe UnsafePointer(names)
    unsafe library.pointee.table = unsafe UnsafeMutableRawPointer(table)
    unsafe library.pointee.count = 1
  }

  deinit {
    unsafe free(UnsafeMutableRawPointer(mutating: names[0]))
    unsafe free(file)
    unsafe names.deallocate()
    unsafe table.deallocate()
    unsafe library.deallocate()
  }

  /// Opens it; what is wrong, or nil.
  func open() -> String? {
    unsafe csharedlibrary_open(library).map { unsafe String(cString: $0) }
  }

  /// The function, as one of a number.
  var function: (@convention(c) (Double) -> Double)? {
    unsafe unsafeBitCast(table.pointee, to: (@convention(c) (Double) -> Double)?.self)
  }
}

@Suite struct `A shared library` {
  @Test func `is opened when it is asked for, and its functions can be called`() {
    let library = WantedLibrary("libm.so.6", function: "sqrt")

    #expect(library.function == nil)
    #expect(library.open() == nil)
    #expect(library.function?(9) == 3)
    #expect(library.open() == nil)
  }

  @Test func `that is not there is named, each time`() throws {
    let library = WantedLibrary("libnowhere.so.1", function: "sqrt")

    for _ in 1...2 {
      let problem = try #require(library.open())
      #expect(problem.hasPrefix("cannot load 'libnowhere.so.1': "))
      #expect(problem.hasSuffix("No such file or directory"))
    }
  }

  @Test func `without one of the functions is not opened`() {
    let library = WantedLibrary("libm.so.6", function: "square_root")

    #expect(library.open() == "'libm.so.6' has no function 'square_root'")
    #expect(library.function == nil)
  }

  @Test func `is opened once by threads that ask at the same time`() {
    let library = WantedLibrary("libm.so.6", function: "sqrt")

    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      #expect(library.open() == nil)
      #expect(library.function?(4) == 2)
    }
  }
}
