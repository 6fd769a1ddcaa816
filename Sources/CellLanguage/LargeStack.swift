#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs `body` on a thread with a stack large enough for the deepest recursion that limits allow, and
/// waits for it; `body` is told the address that the stack must not grow below.
func onLargeStack<T>(_ body: (_ lowest: UInt) -> T) -> T {
  // Address space, not memory: only what is touched is taken.
  let size = 2 << 30
  return withoutActuallyEscaping(body) { body in
    // A part of the stack is kept for unwinding, and for library calls that recurse.
    let work = Work { body(stackPosition() - UInt(size) + (8 << 20)) }
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, size)
    var thread = pthread_t()
    let pointer = unsafe Unmanaged.passRetained(work as AnyWork).toOpaque()
    let status = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe Unmanaged<AnyWork>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, pointer)
    if status != 0 {
      unsafe Unmanaged<AnyWork>.fromOpaque(pointer).release()
      // On a stack of unknown size: half a mebibyte is what the smallest have.
      return body(stackPosition() - (256 << 10))
    }
    pthread_join(thread, nil)
    guard let result = work.result else { fatalError("the thread ended without a result") }
    work.body = nil
    return result
  }
}

private class AnyWork {
  func run() {}
}

private final class Work<T>: AnyWork {
  var body: (() -> T)?
  var result: T?

  init(_ body: @escaping () -> T) { self.body = body }

  override func run() { result = body?() }
}

/// Where the stack has grown to.
@inline(__always)
func stackPosition() -> UInt {
  var marker: UInt8 = 0
  return unsafe withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
}
