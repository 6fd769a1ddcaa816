internal import Allowances
public import CellLanguage

/// How long some work took, again and again.
public struct Timing: Sendable, Equatable {
  /// The seconds of each repetition, in order.
  public let times: [Double]
  /// The most bytes that were held during one repetition, above what was held before.
  public let peakMemory: Int
  private let sorted: [Double]

  init(times: [Double], peakMemory: Int) {
    self.times = times
    self.peakMemory = peakMemory
    sorted = times.sorted()
  }
}

extension Timing {
  /// The seconds that half of the repetitions took at most.
  public var median: Double { quantile(0.5) }

  /// The seconds that a quarter of the repetitions took at most.
  public var lowerQuartile: Double { quantile(0.25) }

  /// The seconds that three quarters of the repetitions took at most.
  public var upperQuartile: Double { quantile(0.75) }

  /// The seconds of the fastest repetition.
  public var fastest: Double { sorted.first ?? 0 }

  /// The seconds of the slowest repetition.
  public var slowest: Double { sorted.last ?? 0 }

  /// Returns a time that a part of the repetitions took at most, between two of them in proportion.
  private func quantile(_ part: Double) -> Double {
    guard let last = sorted.indices.last else { return 0 }
    let place = part * Double(last)
    let (lower, upper) = (Int(place), min(Int(place) + 1, last))
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}

// MARK: - Measuring

/// A number of repetitions that nothing is measured with.
struct RepetitionsOutOfRange: Error, CustomStringConvertible {
  let count: Int

  /// The most that there can be.
  static let most = 1_000_000

  /// The error in words.
  var description: String { "repetitions must be from 1 to \(Self.most), got \(count)" }

  /// Throws unless something can be measured with so many.
  static func check(_ count: Int?) throws(RepetitionsOutOfRange) {
    if let count, !(1...most).contains(count) { throw RepetitionsOutOfRange(count: count) }
  }
}

/// Returns how long some work takes: the times of many repetitions, and the most memory that one held.
///
///     measure { matmul(a, b) }     // median 1.32 ms …
///
/// The work is done once before, which does not count. Work of less than 50 µs is done several times
/// for each time that is told, which is the mean of those.
///
/// - Parameters:
///   - repetitions: how often; by default as often as a second has room for, from 3 to 1000.
///   - isOver: ends the measuring early.
///   - work: what is measured.
public func measure<Result>(
  repetitions: Int? = nil, until isOver: () -> Bool = { false }, _ work: () throws -> Result
) rethrows -> Timing {
  precondition(repetitions ?? 1 > 0, "something is measured with one repetition at least")
  let clock = ContinuousClock()
  var first = Duration.zero
  let peak = try MemoryUse.peak(during: { first = try clock.measure { _ = try work() } }).bytes
  let loops = max(1, Int((50e-6 / max(first.inSeconds, 1e-8)).rounded(.up)))
  var times: [Double] = []
  let start = clock.now
  while !isOver() {
    if let repetitions {
      if times.count == repetitions { break }
    } else if times.count >= 1000 || (times.count >= 3 && clock.now - start > .seconds(1)) {
      break
    }
    let time = try clock.measure { for _ in 0..<loops { _ = try work() } }
    times.append(time.inSeconds / Double(loops))
  }
  return Timing(times: times, peakMemory: peak)
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

// MARK: - Text

extension Timing: HostValue, CellConvertible {
  /// The median, how the times spread, and the memory.
  public var description: String {
    """
    median \(inWords(median)) of \(counted(times.count, "repetition")), half between \
    \(inWords(lowerQuartile)) and \(inWords(upperQuartile)), all between \(inWords(fastest)) and \
    \(inWords(slowest))\(peakMemory > 0 ? "; \(bytesInWords(peakMemory)) of memory" : "")
    """
  }

  /// The median alone.
  public var summary: String? { inWords(median) }
}

/// Returns a time in the unit that suits it, with three digits.
private func inWords(_ seconds: Double) -> String {
  let units = [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
  let unit = units.first { seconds >= $0.0 } ?? (1e-9, "ns")
  let value = seconds / unit.0
  let digits = value < 10 ? 100.0 : value < 100 ? 10 : 1
  let rounded = (value * digits).rounded() / digits
  return (rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)") + " " + unit.1
}

/// Returns a number of bytes in the unit that suits it.
private func bytesInWords(_ bytes: Int) -> String {
  let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")]
  guard let unit = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) bytes" }
  let tenths = (Double(bytes) / Double(unit.0) * 10).rounded()
  return tenths < 100 ? "\(tenths / 10) \(unit.1)" : "\(Int(tenths / 10)) \(unit.1)"
}

/// `Timing`, as cells see it.
let timingType = HostType(
  Timing.self, "How long some work took, again and again, in seconds.",
  conformances: ["Equatable"],
  members: [
    property("var median: Double", "What half of the repetitions took at most.", of: Timing.self) {
      $0.median
    },
    property(
      "var lowerQuartile: Double", "What a quarter of the repetitions took at most.",
      of: Timing.self
    ) { $0.lowerQuartile },
    property(
      "var upperQuartile: Double", "What three quarters of the repetitions took at most.",
      of: Timing.self
    ) { $0.upperQuartile },
    property("var fastest: Double", "The least time.", of: Timing.self) { $0.fastest },
    property("var slowest: Double", "The most time.", of: Timing.self) { $0.slowest },
    property("var times: [Double]", "The time of each repetition, in order.", of: Timing.self) {
      $0.times
    },
    property(
      "var peakMemory: Int", "The most bytes that one repetition held.", of: Timing.self
    ) { $0.peakMemory },
  ])

extension Timing: KeptValue {
  /// Writes the times and the memory.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(times)
    try writer.write(peakMemory)
  }

  /// Reads a timing.
  public init(from reader: inout KeptReader) throws {
    self.init(times: try reader.read(), peakMemory: try reader.read())
  }
}
