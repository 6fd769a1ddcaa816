import ArgumentParser
import FewShotData
import Foundation
import MetaLearning

/// Trains each algorithm on Omniglot and prints a row of a table: how good it is on unseen characters.
struct AccuracyBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy-benchmark",
    abstract: "Trains each algorithm on 5-way 1-shot tasks and tests it on unseen characters.",
    discussion: """
      The split is the walkthrough's, 973/325/325 characters; those to train with also come turned \
      by 90°, 180° and 270°, those of the test do not. A test task has 15 query images of each \
      class, whose statistics batch normalization uses (it is transductive). Time is that of the \
      processor: ten minutes on two cores are 20 core minutes, whatever else the machine does.
      """)

  @Argument(help: "Parts of the names of algorithms to take, such as 'ANIL'.")
  var filters: [String] = []

  @Option(help: "The characters: omniglot or glyphs.")
  var data = "omniglot"

  @Option(help: "Decides split, weights and tasks.")
  var seed = 0

  @Option(help: "Multiplies all numbers of iterations.")
  var scale = 1.0

  @Option(help: "The number of tasks of the test.")
  var testTasks = 600

  @Option(help: "How many threads to use.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func run() throws {
    let split = try loadCharacters(data).split(seed: seed)
    let tests = try TaskDistribution(split.test, way: 5, shot: 1, seed: seed + 1)
    let training = split.withRotations(.training).train
    print("| algorithm | iterations × tasks | core minutes | accuracy |\n|---|---|---|---|")
    for recipe in Recipe.all(scale: scale) where isWanted(recipe) {
      let tasks = try TaskDistribution(
        training, way: 5, shot: 1, queriesPerClass: recipe.queriesPerClass, seed: seed)
      print(try row(of: recipe, learning: recipe.learner, from: tasks, testedOn: tests))
      fflush(nil)
    }
  }

  private func isWanted(_ recipe: Recipe) -> Bool {
    filters.isEmpty || filters.contains { recipe.name.contains($0) }
  }

  /// Tells on standard error now and then how far a training is.
  private func report(
    _ progress: TrainingProgress, of recipe: Recipe, since start: ContinuousClock.Instant
  ) {
    guard progress.iteration.isMultiple(of: max(1, progress.total / 50)) else { return }
    let seconds = Double(start.duration(to: .now).components.seconds)
    let left = seconds / Double(progress.iteration) * Double(progress.total - progress.iteration)
    let line =
      "\(recipe.name): \(progress.iteration)/\(progress.total), loss "
      + String(format: "%.3f, %.0f s left\n", progress.loss, left)
    FileHandle.standardError.write(Data(line.utf8))
  }

  private func row(
    of recipe: Recipe, learning learner: some MetaLearner, from tasks: TaskDistribution,
    testedOn tests: TaskDistribution
  ) throws -> String {
    let start = (clock: ContinuousClock.now, processor: processorSeconds())
    let run = try train(
      .pooled(way: 5, seed: seed), using: learner, on: tasks, iterations: recipe.iterations,
      tasksPerBatch: recipe.tasksPerBatch, metaLearningRate: recipe.metaLearningRate,
      metaRateSchedule: .cosine(total: recipe.iterations), threads: threads,
      progress: { report($0, of: recipe, since: start.clock) })
    let seconds = processorSeconds() - start.processor
    let result = try evaluate(
      run.parameters, using: learner, on: tests, taskCount: testTasks, steps: recipe.testSteps,
      everyStep: false, threads: threads)
    let minutes = String(format: "%.1f", seconds / 60)
    return "| \(recipe.name) | \(recipe.iterations) × \(recipe.tasksPerBatch) | \(minutes) "
      + "| \(result) |"
  }
}

/// How long this process has kept processors busy.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

AccuracyBenchmark.main()
