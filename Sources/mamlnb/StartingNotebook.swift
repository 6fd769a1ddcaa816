internal import Text

/// The notebook that `mamlnb new` writes.
package struct StartingNotebook {
  /// Its title.
  let title: String

  /// A notebook of a title.
  package init(title: String) { self.title = title }

  /// The file.
  package var text: String {
    #"""
    ---
    title: \#(JSONValue.string(title).line)
    seed: 1
    ---

    # \#(title)

    Text is Markdown; a block of `swift` is a cell. `--set iterations=200` changes a parameter.

    ```swift
    //| id: parameters
    //| tags: [parameters]
    let iterations = 30
    let shots = 1
    ```

    ## Data

    Characters that nobody has written, four of them drawn eight times each. What is learned from and
    what is measured on are split first.

    ```swift
    //| id: data
    let characters = try loadCharacters(data)
    let split = characters.split(seed: seed)
    show(split.train[0..<4].samples(perCharacter: 8), columns: 8, title: "Four characters")
    ```

    ## Learning

    ```swift
    //| id: train
    let tasks = try TaskDistribution(split.train, way: 5, shot: shots, queriesPerClass: 5, seed: seed)
    let maml = MAML(innerSteps: 1, innerLearningRate: 0.4, order: .second)
    let run = try train(
      Network.pooled(way: 5, seed: seed), using: maml, on: tasks, iterations: iterations,
      tasksPerBatch: 4, metaLearningRate: 0.002)
    plot(run.history)
    ```

    ## Measuring

    On characters that took no part in the training; guessing would score 20 %.

    ```swift
    //| id: measure
    let unseen = try TaskDistribution(split.test, way: 5, shot: shots, seed: seed + 1)
    try evaluate(run.network, using: maml, on: unseen, taskCount: 50, steps: 3)
    ```

    """#
  }
}
