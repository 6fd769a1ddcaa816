internal import Synchronization

/// The calls under way: their registers, their frames, and what each returns to.
///
/// In memory of its own and not in properties of an object, because the interpreter reads and writes it
/// with every call and the checks of exclusive access would take longer than the call.
@safe struct CallStack {
  // `top` never passes `limit` by more than the registers of four functions: the machine asks before each
  // fourth call at least, and a function has at most 65,536 of them. `frames` holds `frameCount` frames.

  @unsafe private struct Storage {
    var top: Registers
    var depth = 0
    var steps = 0
    var openFrames = 0
    var frameCount = 0
    var frameCapacity: Int
    var frames: UnsafeMutablePointer<Frame>
    var arguments: [Datum] = []
  }

  private let storage: UnsafeMutablePointer<Storage>
  private let words: UnsafeMutablePointer<Int>
  private let records: UnsafeMutablePointer<CallRecord>
  private let limit: UnsafeMutablePointer<Int>
  private let deepest: Int

  private static let capacity = 1 << 22
  private static let registersOfFourFunctions = 1 << 18

  /// Those that no run uses, kept because the system takes longer to make one than most cells take.
  private static let idle = Mutex<[Idle]>([])

  private struct Idle: @unchecked Sendable {
    // Handed over whole, by the lock.
    let stack: CallStack
  }

  /// A stack with room for so many calls inside one another.
  static func take(depth: Int) -> CallStack {
    let known = idle.withLock { all in
      all.lastIndex { $0.stack.deepest == depth }.map { all.remove(at: $0) }
    }
    return known?.stack ?? CallStack(depth: depth)
  }

  /// Leaves it to another run.
  func giveBack() {
    freeFrames()
    unsafe storage.pointee.top = unsafe Registers(base: words)
    unsafe storage.pointee.depth = 0
    unsafe storage.pointee.steps = 0
    let left = Idle(stack: self)
    let isKept = Self.idle.withLock { all in
      guard all.count < 4 else { return false }
      all.append(left)
      return true
    }
    if !isKept { free() }
  }

  /// Address space, not memory: only what is touched is taken.
  private init(depth: Int) {
    unsafe words = .allocate(capacity: Self.capacity)
    unsafe limit = words + (Self.capacity - Self.registersOfFourFunctions)
    unsafe records = .allocate(capacity: depth + 6)
    deepest = depth
    unsafe storage = .allocate(capacity: 1)
    unsafe storage.initialize(
      to: Storage(
        top: Registers(base: words), frameCapacity: 64, frames: .allocate(capacity: 64)))
  }

  /// Where the registers of the next call begin.
  var top: Registers {
    @inline(__always) get { unsafe storage.pointee.top }
    @inline(__always) nonmutating set { unsafe storage.pointee.top = newValue }
  }

  /// How many calls are under way.
  var depth: Int {
    @inline(__always) get { unsafe storage.pointee.depth }
    @inline(__always) nonmutating set { unsafe storage.pointee.depth = newValue }
  }

  /// Counts a jump back or a call; how many there were.
  @inline(__always)
  func countStep() -> Int {
    unsafe storage.pointee.steps &+= 1
    return unsafe storage.pointee.steps
  }

  /// How many jumps back and calls there were.
  var steps: Int { unsafe storage.pointee.steps }

  /// What the call at a depth returns to.
  subscript(depth: Int) -> CallRecord {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(records + depth) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe records + depth }
  }

  /// Whether no further call finds room for registers from a place on.
  @inline(__always)
  func isFull(at registers: Registers) -> Bool {
    unsafe depth &+ 1 >= deepest || registers.base > limit
  }

  // MARK: - Arguments of native functions

  /// An empty array with room for arguments, where one is left from an earlier call.
  @inline(__always)
  func takeArguments() -> [Datum] {
    var arguments: [Datum] = []
    unsafe swap(&arguments, &storage.pointee.arguments)
    return arguments
  }

  /// Leaves the room to later calls.
  @inline(__always)
  func giveBack(_ arguments: inout [Datum]) {
    arguments.removeAll(keepingCapacity: true)
    unsafe swap(&arguments, &storage.pointee.arguments)
  }

  // MARK: - Frames

  /// A frame that no call uses; kept for the calls after that one.
  @inline(__always)
  func takeFrame(_ machine: Machine) -> Unmanaged<Frame> {
    let index = unsafe storage.pointee.openFrames
    if unsafe index == storage.pointee.frameCount { addFrame(machine) }
    unsafe storage.pointee.openFrames = index + 1
    return unsafe Unmanaged.passUnretained(storage.pointee.frames[index])
  }

  /// Takes back the frame that was taken last.
  @inline(__always)
  func giveBackFrame() { unsafe storage.pointee.openFrames -= 1 }

  @inline(never)
  private func addFrame(_ machine: Machine) {
    let count = unsafe storage.pointee.frameCount
    if unsafe count == storage.pointee.frameCapacity {
      let larger = UnsafeMutablePointer<Frame>.allocate(capacity: count * 2)
      unsafe larger.moveInitialize(from: storage.pointee.frames, count: count)
      unsafe storage.pointee.frames.deallocate()
      unsafe storage.pointee.frames = larger
      unsafe storage.pointee.frameCapacity = count * 2
    }
    unsafe (storage.pointee.frames + count).initialize(to: Frame(machine))
    unsafe storage.pointee.frameCount = count + 1
  }

  /// Lets go of the frames: they hold the machine, and the machine them.
  func freeFrames() {
    unsafe storage.pointee.frames.deinitialize(count: storage.pointee.frameCount)
    unsafe storage.pointee.frameCount = 0
    unsafe storage.pointee.openFrames = 0
  }

  private func free() {
    unsafe storage.pointee.frames.deallocate()
    unsafe storage.deallocate()
    unsafe words.deallocate()
    unsafe records.deallocate()
  }
}

/// What a call of register code returns to. Nothing in it is retained: the caller's code, frame and
/// function live at least as long as the call.
@safe struct CallRecord {
  /// The caller's next instruction.
  var next: InstructionPointer
  var registers: Registers
  var code: CodePointer
  /// The function that was called, for the call stack of messages; `nil` where the call itself says which.
  var function: Unmanaged<CompiledFunction>?
  /// The frame of the called function, when it has one of its own; then also the caller's, and where the
  /// registers of its calls began.
  var opened: Unmanaged<Frame>?
  var frame: Unmanaged<Frame>
  var top: Registers
  /// Makes a record 64 bytes long, so that a shift finds it.
  private var room = 0

  /// Which call of the caller's code it is.
  @inline(__always)
  var call: UInt16 { next.taken.b }
}
