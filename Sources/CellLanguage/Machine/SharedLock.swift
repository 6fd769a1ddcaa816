internal import Glibc

/// A lock that the thread which has it may take again: what serves one question may ask another.
///
/// Where nobody else wants it, which is whenever one thread runs the cells, taking it costs a few
/// nanoseconds.
@safe final class SharedLock: @unchecked Sendable {
  // The mutex stays where it is for as long as the object lives, and is only ever locked and unlocked.

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    var attributes = pthread_mutexattr_t()
    unsafe pthread_mutexattr_init(&attributes)
    unsafe pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    let status = unsafe pthread_mutex_init(mutex, &attributes)
    precondition(status == 0, "a process has room for one more lock")
    unsafe pthread_mutexattr_destroy(&attributes)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Runs `body` while no other thread has the lock.
  @inline(__always)
  func locked<R>(_ body: () throws -> R) rethrows -> R {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body()
  }
}
