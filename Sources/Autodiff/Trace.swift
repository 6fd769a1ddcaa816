/// A value's place on a tape.
///
/// `primal` is the same value seen from outside the tape: a constant, or a value on the tape of an
/// enclosing derivative. A chain of traces is as long as derivatives are nested, no longer.
final class Trace: Sendable {
  let tape: Tape
  let position: Int
  let primal: Tensor

  init(tape: Tape, position: Int, primal: Tensor) {
    self.tape = tape
    self.position = position
    self.primal = primal
  }
}

extension Tensor {
  /// This value, without the traces of derivatives that have been taken already.
  ///
  /// A closure that is differentiated can leak a value into a variable outside; once the
  /// derivative is done, the leaked value is a constant of its tape.
  var live: Tensor {
    var value = self
    while let trace = value.trace, !trace.tape.isOpen { value = trace.primal }
    return value
  }

  /// This value as it is seen from outside `tape`.
  func primal(outside tape: Tape) -> Tensor {
    guard let trace, trace.tape === tape else { return self }
    return trace.primal
  }
}
