#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs `body` on a thread with a stack large enough for the deepest recursion that limits allow, and
/// waits for it.
func onLargeStack<T>(_ body: () -> T) -> T {
  withoutActuallyEscaping(body) { body in
    let work = Work { body() }
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    // Address space, not memory: only what is touched is taken.
    unsafe pthread_attr_setstacksize(&attributes, 2 << 30)
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
      return body()
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
