public import Tensors

/// Numbers in a grid of any number of axes, and the value that everything here is computed with.
///
///     let x = Tensor([[1, 2], [3, 4]])
///     let y = matmul(x, x.transposed()) + 1      // [[6, 12], [12, 26]]
///     gradient(at: x) { x in (x * x).sum() }     // [[2, 4], [6, 8]]
///
/// A tensor is a value: nothing can change it, and copying one is cheap. Its numbers are `Float`,
/// row-major; images are `[batch, height, width, channels]`.
///
/// Inside a function that is being differentiated a tensor also remembers where on the tape it
/// came from, which is all that ``gradient(at:in:)`` needs; outside, nothing is remembered.
/// Operations on shapes that do not fit together stop the program with the text of the
/// ``/Tensors/ShapeError``. ``Checked`` has the same operations throwing it instead.
public struct Tensor: Sendable {
  /// The numbers.
  package let array: DenseArray
  /// Where on a tape this value was made, when it was made while differentiating.
  let trace: Trace?

  /// Creates a constant: a tensor that no gradient goes through.
  package init(_ array: DenseArray) {
    self.array = array
    trace = nil
  }

  /// Creates a value with a place on a tape.
  init(_ array: DenseArray, _ trace: Trace) {
    self.array = array
    self.trace = trace
  }

  /// Creates a value that a tape knows.
  init(primal: Tensor, tape: Tape, position: Int) {
    array = primal.array
    trace = Trace(tape: tape, position: position, primal: primal)
  }
}

extension Tensor {
  /// Whether a gradient that is being taken goes through it.
  package var isTraced: Bool { trace != nil }
}

// MARK: - Reading

extension Tensor {
  /// The sizes of the axes.
  public var shape: Shape { array.shape }

  /// The number of axes.
  public var rank: Int { shape.rank }

  /// The number of elements.
  public var elementCount: Int { array.elementCount }

  /// The numbers, in row-major order.
  public var scalars: [Float] { array.scalars }

  /// The only number of a tensor that has one.
  public var scalar: Float {
    trapping { () throws(ShapeError) in try Checked.scalar(self) }.array.scalar(at: 0)
  }

  /// The same numbers, seen as constants: no gradient of any order goes through them.
  public var withoutGradient: Tensor { Tensor(array) }
}

extension Tensor: Equatable {
  /// Returns whether two tensors have the same shape and the same numbers.
  public static func == (lhs: Tensor, rhs: Tensor) -> Bool {
    lhs.shape == rhs.shape
      && lhs.array.withSpan { left in
        rhs.array.withSpan { right in
          left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
        }
      }
  }
}
