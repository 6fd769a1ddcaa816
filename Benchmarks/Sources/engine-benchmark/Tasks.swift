import MetaLearning

/// The tasks of a workload: images of noise, or sinusoids.
struct Tasks: EpisodeSource {
  private let images: RandomEpisodes?
  private let sinusoids: SinusoidTasks

  init(of workload: Workload) throws {
    images =
      workload.net == .sinusoid
      ? nil
      : RandomEpisodes(
        way: workload.way, shot: workload.shot, queries: workload.queryCount / workload.way,
        image: workload.net.image)
    sinusoids = try SinusoidTasks(shot: workload.shot)
  }

  /// Returns the task of a number.
  func episode(_ index: Int) -> Episode { images?.episode(index) ?? sinusoids.episode(index) }
}
