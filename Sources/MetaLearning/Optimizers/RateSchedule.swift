internal import Glibc

/// How a learning rate changes over a training; a pure function of the iteration, so that a training
/// that is continued goes on as if it had not stopped.
///
///     let schedule = RateSchedule.warmup(iterations: 100, then: .cosine(total: 1000))
///     adam.step(&model, along: slope, rateFactor: schedule.factor(at: iteration))
public indirect enum RateSchedule: Sendable, Hashable {
  /// It stays as it is.
  case constant
  /// It falls along half a cosine over `total` iterations, to the share `floor` of what it was, and
  /// stays there (Loshchilov and Hutter, 2017, without restarts).
  case cosine(total: Int, floor: Double = 0.01)
  /// It falls evenly over `total` iterations, to the share `floor` of what it was, and stays there.
  case linear(total: Int, floor: Double = 0)
  /// It is multiplied by `factor` after each `every` iterations.
  case steps(every: Int, factor: Double = 0.1)
  /// It is multiplied by `factor` after each iteration.
  case exponential(factor: Double)
  /// It grows evenly over some iterations, and then changes as another schedule says.
  case warmup(iterations: Int, then: RateSchedule = .constant)

  /// What the rate is multiplied by in an iteration, counted from 0.
  public func factor(at iteration: Int) -> Double {
    switch self {
    case .constant:
      return 1
    case .cosine(let total, let floor):
      let done = share(of: iteration, in: total)
      return floor + (1 - floor) * (1 + cos(.pi * done)) / 2
    case .linear(let total, let floor):
      return 1 - (1 - floor) * share(of: iteration, in: total)
    case .steps(let every, let factor):
      return every > 0 ? power(factor, max(0, iteration) / every) : 1
    case .exponential(let factor):
      return power(factor, max(0, iteration))
    case .warmup(let iterations, let then):
      guard iteration < iterations else { return then.factor(at: iteration - max(0, iterations)) }
      return Double(max(0, iteration) + 1) / (Double(iterations) + 1) * then.factor(at: 0)
    }
  }

  /// How much of a number of iterations is done.
  private func share(of iteration: Int, in total: Int) -> Double {
    total > 0 ? min(1, max(0, Double(iteration) / Double(total))) : 1
  }

  /// Throws what is wrong with the schedule.
  public func validate() throws(MetaLearningError) {
    switch self {
    case .constant: break
    case .cosine(let total, let floor), .linear(let total, let floor):
      try requirePositive(total, "total")
      try requireUnit(floor, "floor")
    case .steps(let every, let factor):
      try requirePositive(every, "every")
      try requireUnit(factor, "factor")
    case .exponential(let factor):
      try requireUnit(factor, "factor")
    case .warmup(let iterations, let then):
      try requireNotNegative(iterations, "iterations")
      try then.validate()
    }
  }
}

/// Throws unless a setting is a share: from 0 to 1.
private func requireUnit(_ value: Double, _ name: String) throws(MetaLearningError) {
  guard (0...1).contains(value) else { throw .outOfRange(name: name, value: "\(value)") }
}

extension RateSchedule: CustomStringConvertible {
  /// The schedule as one writes it, such as `cosine(total: 1000, floor: 0.01)`.
  public var description: String {
    switch self {
    case .constant: "constant"
    case .cosine(let total, let floor): "cosine(total: \(total), floor: \(floor))"
    case .linear(let total, let floor): "linear(total: \(total), floor: \(floor))"
    case .steps(let every, let factor): "steps(every: \(every), factor: \(factor))"
    case .exponential(let factor): "exponential(factor: \(factor))"
    case .warmup(let iterations, let then): "warmup(iterations: \(iterations), then: \(then))"
    }
  }
}
