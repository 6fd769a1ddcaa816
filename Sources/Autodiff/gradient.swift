import Tensors

/// Returns the derivatives of a function's result in its inputs.
///
///     gradient(at: 3) { x in x * x * x }                                 // 27
///     gradient(at: 3) { x in gradient(at: x) { x in x * x * x } }        // 18
///     let (dw, db) = gradient(at: w, b) { w, b in loss(matmul(x, w) + b) }
///
/// The result is a single number; each derivative has its input's structure and shapes. An input
/// that the result does not depend on has a derivative of zeros. Derivatives may be nested to any
/// depth, and taken on any number of threads at once.
///
/// - Parameters:
///   - inputs: where to take the derivative; each a tensor, an array of tensors or any
///     ``ParameterTree``.
///   - function: what to differentiate. Tensors that it uses besides its arguments are constants.
/// - Returns: the derivative in each input.
public func gradient<each Input: ParameterTree, Failure: Error>(
  at inputs: repeat each Input,
  in function: (repeat each Input) throws(Failure) -> Tensor
) throws(Failure) -> (repeat each Input) {
  try valueWithGradient(at: repeat each inputs, in: function).gradient
}

/// Returns a function's result and its derivatives in its inputs, which ``gradient(at:in:)`` gives
/// alone.
public func valueWithGradient<each Input: ParameterTree, Failure: Error>(
  at inputs: repeat each Input,
  in function: (repeat each Input) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: (repeat each Input)) {
  let tape = Tape()
  defer { tape.close() }
  var count = 0
  let traced = (repeat (each inputs).traced(on: tape, &count))
  let output = try function(repeat each traced)
  let result = trapping { () throws(ShapeError) in try Checked.scalar(output) }.live
  var gradients = tape.gradients(of: result, inputs: count)[...]
  return (
    result.primal(outside: tape),
    (repeat (each inputs).replaced(by: &gradients))
  )
}

extension ParameterTree {
  /// Returns the tree with its tensors as inputs on a tape, and counts them.
  fileprivate func traced(on tape: Tape, _ count: inout Int) -> Self {
    map { tensor in
      count += 1
      return tape.input(tensor.live)
    }
  }

  /// Returns the tree with each tensor replaced by the next derivative; zeros where it is nil.
  fileprivate func replaced(by gradients: inout ArraySlice<Tensor?>) -> Self {
    map { tensor in (gradients.popFirst() ?? nil) ?? Tensor(repeating: 0, shape: tensor.shape) }
  }
}
