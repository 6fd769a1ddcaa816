/// Variables in a row, without the checks of an array: which numbers there are is decided when code is
/// made, and never by the program that runs.
@safe struct Slots {
  // Every index is a slot of the function or a variable of the cells, counted by the compiler; `count`
  // of them are initialised.

  private var base: UnsafeMutablePointer<Datum>
  private(set) var count: Int

  init(count: Int) {
    self.count = max(count, 8)
    unsafe base = .allocate(capacity: self.count)
    unsafe base.initialize(repeating: .void, count: self.count)
  }

  subscript(_ index: Int) -> Datum {
    @inline(__always) get { unsafe base[index] }
    @inline(__always) nonmutating set { unsafe base[index] = newValue }
  }

  /// The integer in a slot.
  @inline(__always)
  func int(_ index: Int) -> Int? {
    if case .int(let value) = unsafe base[index] { return value }
    return nil
  }

  /// The floating-point number in a slot.
  @inline(__always)
  func double(_ index: Int) -> Double? {
    if case .double(let value) = unsafe base[index] { return value }
    return nil
  }

  /// Whether a slot holds an optional without a value.
  @inline(__always)
  func isNone(_ index: Int) -> Bool {
    if case .none = unsafe base[index] { true } else { false }
  }

  /// Moves an argument out of its slot, or of the box that closures share it in.
  func takeArgument(_ index: Int) -> Datum {
    let value = unsafe base[index]
    unsafe base[index] = .void
    guard case .box(let box) = value else { return value }
    return box.value
  }

  /// Where a slot is; good until there is made room for more.
  @inline(__always)
  func pointer(to index: Int) -> UnsafeMutablePointer<Datum> { unsafe base + index }

  /// Makes room for more; what is there stays.
  mutating func grow(to count: Int) {
    guard count > self.count else { return }
    let capacity = max(count, self.count * 2)
    let larger = UnsafeMutablePointer<Datum>.allocate(capacity: capacity)
    unsafe larger.moveInitialize(from: base, count: self.count)
    unsafe (larger + self.count).initialize(repeating: .void, count: capacity - self.count)
    unsafe base.deallocate()
    unsafe base = larger
    self.count = capacity
  }

  /// Empties the first ones.
  @inline(__always)
  func clear(_ count: Int) {
    for index in 0..<count { unsafe base[index] = .void }
  }

  /// Gives the memory back.
  func free() {
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }
}
