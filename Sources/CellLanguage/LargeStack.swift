internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  // Where Dispatch is, its C module is what gives threads their attributes.
  internal import CDispatch
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs `body` on a thread with a stack large enough for the deepest recursion that limits allow, and
/// waits for it; `body` is told the address that the stack must not grow below.
func onLargeStack<T>(_ body: (_ lowest: UInt) -> T) -> T {
  withoutActuallyEscaping(body) { body in
    let work = Work(body)
    if let thread = LargeStackThread.take() {
      thread.run(work)
      thread.giveBack()
    } else {
      // On a stack of unknown size: half a mebibyte is what the smallest have.
      work.run(stackPosition() - (256 << 10))
    }
    guard let result = work.result else { fatalError("the thread ended without a result") }
    work.body = nil
    return result
  }
}

/// Runs `body` on so many such threads at once, and waits for all of them.
///
/// They are none of the system's pool, which would have fewer for timers while these are busy.
func onLargeStacks(_ count: Int, _ body: @Sendable (_ lowest: UInt) -> Void) {
  withoutActuallyEscaping(body) { body in
    let threads = (0..<count).compactMap { _ in LargeStackThread.take() }
    let works = threads.map { _ in Work<Void> { body($0) } }
    for (thread, work) in zip(threads, works) { thread.begin(work) }
    if threads.isEmpty { onLargeStack { body($0) } }
    for (thread, work) in zip(threads, works) {
      thread.finish()
      work.body = nil
      thread.giveBack()
    }
  }
}

/// A thread that waits for work. Making one for each cell would take several times as long as most cells
/// do: its stack is address space that the system must lay out and take back.
final class LargeStackThread: @unchecked Sendable {
  // `work` is set before `start` is signalled and read after, and the other way round with `done`.

  private var work: AnyWork?
  private let start = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  /// What is called at the end of work that nobody waits for any more.
  private let givenUp = Mutex<(@Sendable () -> Void)?>(nil)

  /// Those that have nothing to do.
  private static let idle = Mutex<[LargeStackThread]>([])

  // Address space, not memory: only what is touched is taken.
  private static let size = 2 << 30

  /// A thread that is idle, or a new one; `nil` where the system makes none.
  static func take() -> LargeStackThread? {
    idle.withLock { $0.popLast() } ?? LargeStackThread()
  }

  func giveBack() { Self.idle.withLock { $0.append(self) } }

  private init?() {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.size)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let pointer = unsafe Unmanaged.passRetained(self).toOpaque()
    let status = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe Unmanaged<LargeStackThread>.fromOpaque(pointer).takeRetainedValue().work(for: .max)
        return nil
      }, pointer)
    guard status == 0 else {
      unsafe Unmanaged<LargeStackThread>.fromOpaque(pointer).release()
      return nil
    }
  }

  /// Does some work on the thread, and waits for it.
  func run(_ work: AnyWork) {
    begin(work)
    finish()
  }

  /// Begins some work on the thread.
  func begin(_ work: AnyWork) {
    self.work = work
    start.signal()
  }

  /// Waits a while for the work that was begun; whether it is done.
  func finish(within time: DispatchTimeInterval) -> Bool {
    guard done.wait(timeout: .now() + time) == .success else { return false }
    work = nil
    return true
  }

  /// Waits no more for the work that was begun: the thread is idle again once that is done, which calls
  /// `end` first, perhaps now.
  func giveUp(then end: @escaping @Sendable () -> Void) {
    let isDone = givenUp.withLock { givenUp in
      if done.wait(timeout: .now()) == .success { return true }
      givenUp = end
      return false
    }
    guard isDone else { return }
    end()
    work = nil
    giveBack()
  }

  /// Waits for the work that was begun.
  func finish() {
    done.wait()
    work = nil
  }

  private func work(for rounds: Int) {
    // A part of the stack is kept for unwinding, and for library calls that recurse.
    let lowest = stackPosition() - UInt(Self.size) + (8 << 20)
    for _ in 0..<rounds {
      start.wait()
      let begin = ContinuousClock.now
      work?.run(lowest)
      // What is short cannot have gone deep.
      if begin.duration(to: .now) > .milliseconds(2) { forgetStack(from: lowest) }
      let end = givenUp.withLock { givenUp in
        if givenUp == nil { done.signal() }
        defer { givenUp = nil }
        return givenUp
      }
      guard let end else { continue }
      end()
      work = nil
      giveBack()
    }
  }

  /// Gives back the memory of a stack that went deep.
  private func forgetStack(from lowest: UInt) {
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let start = (lowest + page - 1) / page * page
    let end = (stackPosition() - (1 << 20)) / page * page
    guard end > start else { return }
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_DONTNEED)
  }
}

class AnyWork {
  func run(_ lowest: UInt) {}
}

final class Work<T>: AnyWork {
  var body: ((UInt) -> T)?
  var result: T?

  init(_ body: @escaping (UInt) -> T) { self.body = body }

  override func run(_ lowest: UInt) { result = body?(lowest) }
}

/// Where the stack has grown to.
@inline(__always)
func stackPosition() -> UInt {
  var marker: UInt8 = 0
  return unsafe withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
}
