import Synchronization

/// What was computed while a function was being differentiated, in order.
///
/// There is one tape for each derivative being taken. Tapes of nested derivatives are told apart
/// by `level`, which grows inwards. An operation is recorded on the innermost tape that one of its
/// operands is on, with operands and result as the next tape outwards sees them; so the walk back
/// through this tape computes with outer values, and is itself recorded there if, and only if,
/// an outer derivative needs it.
final class Tape: Sendable {
  /// An operand of a recorded operation.
  struct Operand: Sendable {
    /// The value, seen from outside this tape.
    let value: Tensor
    /// Its place on this tape, or nil for a constant.
    let position: Int?
  }

  private enum Entry: Sendable {
    case input
    case operation(Primitive, operands: [Operand], result: Tensor)
  }

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

  private func append(_ entry: Entry) -> Int {
    entries.withLock { entries in
      entries.append(entry)
      return entries.count - 1
    }
  }
}

// MARK: - Recording

extension Tape {
  /// Returns a value as an input of the function being differentiated.
  func input(_ value: Tensor) -> Tensor {
    Tensor(primal: value, tape: self, position: append(.input))
  }

  /// Returns the result of an operation, recorded.
  func record(_ primitive: Primitive, _ operands: [Operand], result: Tensor) -> Tensor {
    let position = append(.operation(primitive, operands: operands, result: result))
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
    let place = result.operand(on: self)
    guard let last = place.position else { return Array(repeating: nil, count: count) }
    var remaining = entries.withLock { entries in
      defer { entries = [] }
      return entries
    }
    remaining.removeSubrange((last + 1)...)
    var cotangents: [Tensor?] = Array(repeating: nil, count: remaining.count)
    cotangents[last] = Tensor(repeating: 1, shape: result.shape)
    while remaining.count > count, let entry = remaining.popLast() {
      let arrived = cotangents.removeLast()
      guard case .operation(let primitive, let operands, let output) = entry,
        let cotangent = arrived
      else { continue }
      let values = operands.map(\.value)
      for (index, operand) in operands.enumerated() {
        guard let position = operand.position,
          let part = primitive.pullback(cotangent, to: index, of: values, result: output)
        else { continue }
        // The one place where repeated axes are summed back; no pullback knows of broadcasting.
        let gradient = part.shape == operand.value.shape ? part : part.sum(to: operand.value.shape)
        cotangents[position] = cotangents[position].map { $0 + gradient } ?? gradient
      }
    }
    return (0..<count).map { $0 < cotangents.count ? cotangents[$0] : nil }
  }
}
