internal import CellChecking
internal import CellSyntax

/// A call in register code.
final class CallSite {
  /// The function, where it is known when code is made.
  let function: CompiledFunction?
  let convention: CallConvention
  /// Slots of the caller that boxed arguments move out of, with the number of their parameter.
  let boxed: [(slot: Int, parameter: Int)]
  /// Those of them that move back when the call ends: `inout`.
  let lent: [(slot: Int, parameter: Int)]
  /// The slot that takes a result that is no scalar; `nil` when nobody wants it.
  let resultSlot: Int?
  /// The method that `callByType` and `callOfType` look for.
  let method: DispatchedMethod?
  let site: Site

  init(
    function: CompiledFunction?, convention: CallConvention,
    boxed: [(slot: Int, parameter: Int)], lent: [(slot: Int, parameter: Int)], resultSlot: Int?,
    method: DispatchedMethod?, site: Site
  ) {
    self.function = function
    self.convention = convention
    self.boxed = boxed
    self.lent = lent
    self.resultSlot = resultSlot
    self.method = method
    self.site = site
  }

  /// Whether it takes arguments from slots of the caller, or puts its result into one.
  var usesSlots: Bool { !boxed.isEmpty || resultSlot != nil }
}

/// What the interpreter reads of a call.
@safe struct CallTarget {
  /// The function, where it is known when code is made; its call site holds it.
  let function: Unmanaged<CompiledFunction>?
  let key: Int
  /// The slot that takes the result; −1 for none.
  let resultSlot: Int
  /// Whether arguments move back when the call ends.
  let lends: Bool
  private let boxedCount: Int
  private let boxed: UnsafeMutablePointer<(slot: Int, parameter: Int)>
  private let lentCount: Int
  private let lent: UnsafeMutablePointer<(slot: Int, parameter: Int)>

  init(_ site: CallSite) {
    unsafe function = site.function.map { unsafe Unmanaged.passUnretained($0) }
    key = site.convention.key
    resultSlot = site.resultSlot ?? -1
    lends = !site.lent.isEmpty
    boxedCount = site.boxed.count
    unsafe boxed = CodePointer.copy(site.boxed)
    lentCount = site.lent.count
    unsafe lent = CodePointer.copy(site.lent)
  }

  /// The slot of the first boxed argument.
  var receiverSlot: Int { unsafe boxed[0].slot }

  /// Moves boxed arguments from the slots of the caller to where their parameters are.
  @inline(__always)
  func pass(from outer: Slots, to inner: Slots) {
    for index in 0..<boxedCount {
      let argument = unsafe boxed[index]
      inner.cursor(argument.parameter).take(from: outer.cursor(argument.slot))
    }
  }

  /// Moves arguments that the call may have changed back to the slots of the caller.
  @inline(never)
  func takeBack(from inner: Slots, to outer: Slots) {
    for index in 0..<lentCount {
      let argument = unsafe lent[index]
      outer[argument.slot] = inner.takeArgument(argument.parameter)
    }
  }

  /// Gives the memory back.
  func free() {
    unsafe boxed.deallocate()
    unsafe lent.deallocate()
  }
}

/// A method found by the dynamic type of its receiver.
final class DispatchedMethod {
  let symbol: FunctionSymbol
  let substitution: Substitution
  /// The static type of the receiver.
  let receiver: Type
  /// Whether the receiver is of a class, and so tells its type itself.
  let isOfClass: Bool
  /// The number under which the machine remembers what it found last.
  let number: Int

  init(_ symbol: FunctionSymbol, _ substitution: Substitution, receiver: Type, number: Int) {
    self.symbol = symbol
    self.substitution = substitution
    self.receiver = receiver
    isOfClass = receiver.nominal?.kind == .class
    self.number = number
  }
}
