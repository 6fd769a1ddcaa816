internal import CellLanguage

/// `concurrentMap`, as cells see it.
let concurrencyFunctions: [HostFunction] = [
  HostFunction(
    """
    func concurrentMap<S: Sequence, R>(_ elements: S, threads: Int? = nil, \
    _ transform: @Sendable (S.Element) throws -> R) rethrows -> [R]
    """,
    """
    What a closure makes of each element, in order; it runs on all cores at once. Each call works on \
    copies of what it captures, so the result has the same bits for any number of threads, and a \
    change of a captured variable or instance is an error. The first error in order is thrown and stops the rest. \
    `concurrentMap(0..<8) { task in loss(of: weights, on: task) }`
    """
  ) { (context: HostContext, elements: Value, threads: Int?, transform: Value) in
    let threads = try threads.map { try positive($0, "threads") }
    return try context.concurrentCalls().map(elements, threads: threads, transform)
  }
]
