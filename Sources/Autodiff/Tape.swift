internal import Allowances
import Synchronization
import Tensors

/// The ways back from what was computed while a function was being differentiated, in order.
///
/// There is one tape for each derivative being taken. Tapes of nested derivatives are told apart
/// by `level`, which grows inwards. An operation is recorded on the innermost tape that one of its
/// operands is on, and its pullbacks hold values as the next tape outwards sees them; so the walk
/// back through this tape computes with outer values, and is itself recorded there if, and only
/// if, an outer derivative needs it.
final class Tape: Sendable {
  /// The way back from the result of an operation to one operand.
  struct Edge: Sendable {
    /// The operand's place on the tape.
    let position: Int
    /// The operand's shape.
    let shape: Shape
    let pullback: Pullback
  }

  /// The edges of an operation; none for an input.
  private typealias Entry = [Edge]

  /// Larger than the level of every tape that was open when this one was made.
  let level: Int
  private let open = Atomic(true)
  // Locked because a closure may compute on several threads with values of one derivative.
  private let entries = Mutex<[Entry]>([])

  private static let levels = Atomic(0)

  init() {
    level = Self.levels.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Whether the derivative is still being taken.
  var isOpen: Bool { open.load(ordering: .acquiring) }

  /// Ends recording and lets go of everything recorded.
  func close() {
    open.store(false, ordering: .releasing)
    entries.withLock { $0 = [] }
  }
}

// MARK: - Recording

extension Tape {
  /// Returns a value as an input of the function being differentiated.
  func input(_ value: Tensor) -> Tensor {
    record(value, edges: [])
  }

  /// Returns the result of an operation, recorded.
  func record(_ result: Tensor, edges: [Edge]) -> Tensor {
    let position = entries.withLock { entries in
      entries.append(edges)
      return entries.count - 1
    }
    return Tensor(primal: result, tape: self, position: position)
  }
}

// MARK: - Walking back

extension Tape {
  /// Returns the derivatives of a single number in the first `count` entries, which are inputs;
  /// nil for an input that the number does not depend on.
  ///
  /// Each entry is visited once, last first, and let go.
  func gradients(of result: Tensor, inputs count: Int) -> [Tensor?] {
    guard let trace = result.trace, trace.tape === self else {
      return Array(repeating: nil, count: count)
    }
    var remaining = entries.withLock { entries in
      defer { entries = [] }
      return entries
    }
    var cotangents: [Tensor?] = Array(repeating: nil, count: max(trace.position + 1, count))
    cotangents[trace.position] = Tensor(repeating: 1, shape: result.shape)
    remaining.removeSubrange(cotangents.count...)
    while remaining.count > count, !Allowance.isSpent, let edges = remaining.popLast() {
      guard let cotangent = cotangents.removeLast() else { continue }
      for edge in edges {
        let part = edge.pullback(cotangent)
        // The one place where repeated axes are summed back; no pullback knows of broadcasting.
        let gradient = part.shape == edge.shape ? part : part.sum(to: edge.shape)
        cotangents[edge.position] = cotangents[edge.position].map { $0 + gradient } ?? gradient
      }
    }
    guard !Allowance.isSpent else { return Array(repeating: nil, count: count) }
    return cotangents
  }
}
