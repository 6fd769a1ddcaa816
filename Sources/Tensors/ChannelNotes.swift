internal import CKernels
internal import Synchronization

/// What has been worked out of the numbers of some storage for batch norm, and is asked for again: by
/// the derivatives, and by the derivatives in other operands.
///
/// Numbers never change, so it stays right for as long as they are there. What says something about two
/// arrays is kept with one of them, and knows the other by its note, which it keeps: so a note never
/// keeps an array's memory.
final class ChannelNotes: Sendable {
  private struct Notes {
    var moments: ChannelMoments?
    var adjoint: ChannelAdjoint?
    var product: ChannelProduct?
  }

  private let notes = Mutex(Notes())

  /// Returns the moments of so many channels, made if they are not there: the same numbers may be an
  /// array of another shape, too.
  func moments(
    of channels: Int, epsilon: Float, _ make: () -> ChannelMoments
  ) -> ChannelMoments {
    if let known = notes.withLock({ $0.moments }), known.mean.count == channels,
      known.epsilon == epsilon
    {
      return known
    }
    let made = make()
    notes.withLock { $0.moments = made }
    return made
  }

  /// Returns the sums with what the moments are of, made if they are not there.
  func adjoint(of moments: ChannelMoments, _ make: () -> ChannelAdjoint) -> ChannelAdjoint {
    if let known = notes.withLock({ $0.adjoint }), known.moments === moments { return known }
    let made = make()
    notes.withLock { $0.adjoint = made }
    return made
  }

  /// Returns the sums with what another has its sums of, made if they are not there.
  func product(with other: ChannelAdjoint, _ make: () -> ChannelProduct) -> ChannelProduct {
    if let known = notes.withLock({ $0.product }), known.other === other { return known }
    let made = make()
    notes.withLock { $0.product = made }
    return made
  }
}

/// The mean of each channel, and 1 / √(variance + ε).
final class ChannelMoments: Sendable {
  let epsilon: Float
  let mean, inverse: [Float]

  init(epsilon: Float, mean: [Float], inverse: [Float]) {
    self.epsilon = epsilon
    self.mean = mean
    self.inverse = inverse
  }
}

/// For each channel the sum of an array g and of g · x̂.
final class ChannelAdjoint: Sendable {
  /// Those of x.
  let moments: ChannelMoments
  let sum, dot: [Double]

  init(moments: ChannelMoments, sum: [Double], dot: [Double]) {
    self.moments = moments
    self.sum = sum
    self.dot = dot
  }
}

/// For each channel the sum of h · g.
final class ChannelProduct: Sendable {
  /// That of g.
  let other: ChannelAdjoint
  let sum: [Double]

  init(other: ChannelAdjoint, sum: [Double]) {
    self.other = other
    self.sum = sum
  }
}
