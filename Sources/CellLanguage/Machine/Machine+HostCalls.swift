internal import Allowances
internal import CellSyntax

extension Machine {
  /// Calls a host function: the one place where the libraries are entered, and where what they
  /// throw, or what they ran out of, becomes what ends the cell.
  func call(
    _ body: HostFunction.Body, _ arguments: [Value], receiver: Value = .void,
    newValue: Value = .void, at site: Site
  ) throws -> (result: Value, call: HostCall) {
    try poll(site)
    hostCalls &+= 1
    if hostCalls & 0x3F == 0 { try checkMemory(at: site) }
    let allowance = allowance
    let context = HostContext(
      console: console, interrupt: { allowance.isSpent }, caller: self)
    var call = HostCall(
      arguments: arguments, receiver: receiver, newValue: newValue, context: context)
    do {
      isResultKept = false
      let result = try body(&call)
      if isResultKept, allowance.shortage == .interrupted, respite.begin() { allowance.resume() }
      isResultKept = false
      // What is made by work that ran out of something is of no value.
      try checkAllowance(at: site)
      return (result, call)
    } catch let fault as Fault {
      throw fault
    } catch let thrown as Thrown {
      throw thrown
    } catch let failure as HostFailure {
      // Another host function's, which a closure called: it is told where that was called.
      throw failure
    } catch {
      try checkAllowance(at: site)
      throw HostFailure(error: error, site: site)
    }
  }
}
