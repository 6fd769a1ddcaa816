internal import CellChecking
internal import CellSyntax

/// One call of a native function: its arguments, `self` first, and what it may need of the machine.
///
/// A mutating function changes `call[0]`; it is moved back to where it came from afterwards. An argument
/// is in the form its type wants (`Datum`): integers of all widths are `.int`, an absent optional `.none`.
@safe struct NativeCall {
  // The machine and the code that call outlive the call; holding them would take as long as many a native
  // function.

  private unowned(unsafe) let caller: Machine
  private unowned(unsafe) let place: NativeCallSite
  var arguments: [Datum]

  init(_ machine: Machine, _ arguments: consuming [Datum], _ place: NativeCallSite) {
    unsafe caller = machine
    unsafe self.place = place
    self.arguments = arguments
  }

  var machine: Machine { unsafe caller }
  /// The types of the arguments, `self` first.
  var types: [Type] { unsafe place.types }
  var resultType: Type { unsafe place.resultType }
  var site: Site { unsafe place.site }

  /// Moves `self` out of the arguments.
  mutating func takeReceiver() -> Datum { takeArgument(0) }

  /// Moves an argument out.
  mutating func takeArgument(_ index: Int) -> Datum {
    var argument = Datum.void
    swap(&argument, &arguments[index])
    return argument
  }

  subscript(_ index: Int) -> Datum {
    get { arguments[index] }
    set { arguments[index] = newValue }
    _modify { yield &arguments[index] }
  }

  func int(_ index: Int) -> Int { arguments[index].integer ?? 0 }
  func double(_ index: Int) -> Double { arguments[index].number ?? 0 }
  func bool(_ index: Int) -> Bool { if case .bool(true) = arguments[index] { true } else { false } }
  func string(_ index: Int) -> String { arguments[index].text ?? "" }
  func array(_ index: Int) -> [Datum] { arguments[index].arrayElements ?? [] }

  /// Calls a function argument.
  func call(_ function: Datum, _ arguments: Datum...) throws -> Datum {
    try machine.call(function, arguments, at: site)
  }

  /// Calls a function with one element after another, and looks now and then for a reason to stop.
  func visit(_ elements: [Datum], _ body: (Datum) throws -> Void) throws {
    for (index, element) in elements.enumerated() {
      if index & 0xFFF == 0 { try machine.stopIfWished(site) }
      try body(element)
    }
  }

  /// Refuses an allocation of so many bytes when it is too large.
  func allow(_ bytes: Int) throws { try machine.allow(bytes, at: site) }

  /// Refuses a number of elements that is too large.
  func allow(count: Int, of size: Int) throws {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    try allow(overflow ? Int.max : bytes)
  }

  /// Runs the `deinit` of what has ended while the arguments were made, before the call shows anything.
  func buryEnded() throws {
    if !machine.graveyard.ended.isEmpty { try machine.bury(at: site) }
  }

  /// A fault at the place of the call.
  func fault(_ message: String) -> Fault { Fault(message, at: site) }

  /// The text of an argument as `print` shows it.
  func describe(_ index: Int) throws -> String {
    try machine.describe(arguments[index], types[index])
  }
}

/// What all calls of a native function from one place in the source have in common.
final class NativeCallSite: Sendable {
  /// The types of the arguments, `self` first.
  let types: [Type]
  let resultType: Type
  let site: Site

  init(_ types: [Type], result: Type, _ site: Site) {
    self.types = types
    resultType = result
    self.site = site
  }
}
