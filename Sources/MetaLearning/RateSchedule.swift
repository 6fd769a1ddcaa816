internal import Glibc

/// How the outer learning rate changes over a training; a pure function of the iteration, so that a
/// training that is continued goes on as if it had not stopped.
public enum RateSchedule: Sendable, Hashable {
  /// It stays as it is.
  case constant
  /// It falls along half a cosine over `total` iterations, to the share `floor` of what it was, and
  /// stays there (Loshchilov and Hutter, 2017, without restarts).
  case cosine(total: Int, floor: Double = 0.01)

  /// What the rate is multiplied by in an iteration, counted from 0.
  public func factor(at iteration: Int) -> Double {
    switch self {
    case .constant:
      return 1
    case .cosine(let total, let floor):
      let done = total > 0 ? min(1, max(0, Double(iteration) / Double(total))) : 1
      return floor + (1 - floor) * (1 + cos(.pi * done)) / 2
    }
  }

  /// Throws what is wrong with the schedule.
  func validate() throws(MetaLearningError) {
    guard case .cosine(let total, let floor) = self else { return }
    guard total >= 1 else { throw .outOfRange(name: "total", value: "\(total)") }
    guard (0...1).contains(floor) else { throw .outOfRange(name: "floor", value: "\(floor)") }
  }
}

extension RateSchedule: CustomStringConvertible {
  /// The schedule as one writes it, such as `cosine(total: 1000, floor: 0.01)`.
  public var description: String {
    switch self {
    case .constant: "constant"
    case .cosine(let total, let floor): "cosine(total: \(total), floor: \(floor))"
    }
  }
}
