/// Returns what a function makes of each element, in order; the function is called on several threads
/// at once.
///
///     concurrentMap(0..<8) { task in lossAfterAdapting(to: tasks[task]) }
///
/// The result has the same bits for any number of threads, if each call follows from its element
/// alone. An error stops the work: the first in order is thrown, whichever came first. Work that is
/// part of other concurrent work is done on one thread.
///
/// - Parameters:
///   - elements: What to go through.
///   - threads: How many threads to use; without it, as many as there are cores.
///   - transform: The function.
public func concurrentMap<Elements: Sequence, Result: Sendable, Failure: Error>(
  _ elements: Elements, threads: Int? = nil,
  _ transform: @Sendable (Elements.Element) throws(Failure) -> Result
) throws(Failure) -> [Result] where Elements.Element: Sendable {
  precondition(threads ?? 1 >= 1, "work needs at least one thread")
  let elements = Array(elements)
  return try concurrently(elements.count, threads: threads ?? coreCount) { index throws(Failure) in
    try transform(elements[index])
  }
}
