/// What instructions over boxed values work on.
///
/// In memory and not in variables of the interpreter's loop: the few that are left there find room in the
/// registers of the processor, which makes all instructions faster.
@safe struct ExecutionState {
  // It lives on the native stack for as long as the code runs.

  @unsafe private struct Storage {
    var frame: FrameReference
    var slots: Slots
    var cursor: Cursor
    var resumption: Resumption
    let base: Int
  }

  private let storage: UnsafeMutablePointer<Storage>

  /// Runs `body` with the state of code that starts in a frame, at a depth of calls.
  static func with<R>(
    _ frame: Frame, _ code: CodePointer, base: Int, _ body: (ExecutionState) throws -> R
  ) rethrows -> R {
    var storage = unsafe Storage(
      frame: FrameReference(frame), slots: frame.slots, cursor: frame.slots.cursor(0),
      resumption: Resumption(
        code: code, next: code.pointer(to: 0), registers: frame.registers), base: base)
    return try unsafe withUnsafeMutablePointer(to: &storage) {
      try body(unsafe ExecutionState(storage: $0))
    }
  }

  /// The frame of the function that is running.
  var frame: FrameReference {
    @inline(__always) get { unsafe storage.pointee.frame }
    @inline(__always) nonmutating set { unsafe storage.pointee.frame = newValue }
  }

  /// The slots of the frame.
  var slots: Slots {
    @inline(__always) get { unsafe storage.pointee.slots }
    @inline(__always) nonmutating set { unsafe storage.pointee.slots = newValue }
  }

  var cursor: Cursor {
    @inline(__always) get { unsafe storage.pointee.cursor }
    @inline(__always) nonmutating set { unsafe storage.pointee.cursor = newValue }
  }

  /// Where the code begins, or goes on after an error.
  var resumption: Resumption {
    @inline(__always) get { unsafe storage.pointee.resumption }
    @inline(__always) nonmutating set { unsafe storage.pointee.resumption = newValue }
  }

  /// How many calls were under way when the code was started.
  @inline(__always)
  var base: Int { unsafe storage.pointee.base }

  /// Leaves the result of the function that is running where its caller looks for it.
  @inline(__always)
  func answer(_ result: Datum) { frame.use { $0.result = result } }
}
