/// What this thread does as a part of work that may be shared by several.
package enum ConcurrentWork {
  /// Whether several threads share the work: then more would only be in each other's way.
  @TaskLocal package static var isShared = false

  /// The number of the piece of work that this thread does; nil outside of such work.
  ///
  /// It says more than the thread does: whatever differs by it is the same for any number of
  /// threads.
  @TaskLocal package static var piece: Int?
}
