internal import Synchronization

/// The work of calling one function with each of some elements, which several workers share.
final class Mapping: @unchecked Sendable {
  // Elements and function are only read, and copied before they are used; results are put under a
  // lock.

  let elements: [Datum]
  let function: Datum
  let output: OrderedOutput
  /// What the random numbers of the elements are parts of.
  let random: CellRandom
  private let hasDrawn = Atomic(false)
  private let failure: Failure
  private let next = Atomic(0)
  private let outcomes: Mutex<[Result<Datum, any Error>?]>

  init(
    _ elements: [Datum], _ function: Datum, _ failure: Failure, _ output: OrderedOutput,
    _ random: CellRandom
  ) {
    self.random = random
    self.elements = elements
    self.function = function
    self.failure = failure
    self.output = output
    outcomes = Mutex(Array(repeating: nil, count: elements.count))
  }

  /// The next element that nobody has taken; nil where there is none, or where an earlier one failed.
  func take() -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < elements.count && !failure.precedes(index) ? index : nil
  }

  /// Whether a call has drawn random numbers.
  var isRandom: Bool { hasDrawn.load(ordering: .relaxed) }

  /// Notes that a call has drawn random numbers.
  func noteDrawing() { hasDrawn.store(true, ordering: .relaxed) }

  /// Notes what the function made of an element.
  func finish(_ index: Int, _ outcome: Result<Datum, any Error>) {
    if case .failure = outcome { failure.note(index) }
    outcomes.withLock { $0[index] = outcome }
    output.finish(index)
  }

  /// The results in order; throws the first error.
  func results() throws -> [Datum] {
    let all = outcomes.withLock { outcomes in
      defer { outcomes = [] }
      return outcomes
    }
    var results: [Datum] = []
    results.reserveCapacity(all.count)
    for case let outcome? in all { results.append(try outcome.get()) }
    return results
  }
}

extension Worker {
  /// Does as much of the work as the others leave to it.
  func run(_ work: Mapping) {
    while let index = work.take() {
      let outcome = Result { () throws -> Datum in
        try doing(index) {
          let random = work.random.part(index)
          defer { if machine.random != random { work.noteDrawing() } }
          return try call(
            try object(work.function), [work.elements[index]], mayChangeArguments: true,
            random: random, console: work.output.console(index))
        }
      }.mapError { Self.error($0, in: index) }
      work.finish(index, outcome)
      if case .failure = outcome { return }
    }
  }

  /// A fault that says in which element it was.
  private static func error(_ error: any Error, in index: Int) -> any Error {
    let frame = CellFailure.Frame(function: "element \(index) of concurrentMap", place: nil)
    if var failure = error as? HostFailure, !(failure.error is CancellationError) {
      failure.frames.append(frame)
      return failure
    }
    guard var fault = error as? Fault, fault.kind != .interrupted else { return error }
    fault.frames.append(frame)
    return fault
  }
}
