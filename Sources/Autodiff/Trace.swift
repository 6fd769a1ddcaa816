import Tensors

/// A value's place on a tape.
///
/// `primal` is the same value seen from outside the tape: a constant, or a value on the tape of an
/// enclosing derivative. A chain of traces is as long as derivatives are nested, no longer.
final class Trace: Sendable {
  let tape: Tape
  let position: Int
  let primal: Tensor
  /// What the value was made of, where that spares an operation that comes after some work.
  let origin: Origin?

  init(tape: Tape, position: Int, primal: Tensor, origin: Origin? = nil) {
    self.tape = tape
    self.position = position
    self.primal = primal
    self.origin = origin
  }
}

/// What a value was made of, for operations that give the same, and have the same derivatives, with
/// less work when they begin there.
enum Origin: Sendable {
  /// It is `relu` of this: the largest of rectified numbers is their largest, rectified.
  case rectified(Tensor)
  /// It is this plus a finite number for each channel of the last axis: batch norm takes that away.
  case shifted(Tensor)
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

  /// What this value was made of, where that is worth to know.
  var origin: Origin? {
    guard let trace, trace.tape.isOpen else { return nil }
    return trace.origin
  }

  /// The same value, which knows what it was made of by a primitive.
  func made(by primitive: Primitive, of operands: [Tensor]) -> Tensor {
    guard let trace else { return self }
    let origin: Origin
    switch primitive {
    case .unary(.relu):
      origin = .rectified(operands[0])
    case .binary(.add):
      let (x, shift) = (operands[0], operands[1])
      guard x.rank >= 2, shift.rank == 1, shift.shape[0] == x.shape[-1],
        shift.array.withSpan({ numbers in numbers.indices.allSatisfy { numbers[$0].isFinite } })
      else { return self }
      origin = .shifted(x)
    default:
      return self
    }
    return Tensor(
      array,
      Trace(tape: trace.tape, position: trace.position, primal: trace.primal, origin: origin))
  }

  /// This value as it is seen from outside `tape`.
  func primal(outside tape: Tape) -> Tensor {
    guard let trace, trace.tape === tape else { return self }
    return trace.primal
  }
}
