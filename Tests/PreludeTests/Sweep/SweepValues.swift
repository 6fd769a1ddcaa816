/// What the sweep puts in place of arguments, as source text, by the type of the parameter.
enum SweepValues {
  /// Stands for no argument at all, where a parameter has a default or is variadic.
  static let leftOut = "<left out>"

  /// Defines the values that arguments refer to.
  static let setup = """
    let tasks = try SinusoidTasks(shot: 2)
    let network = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
    let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
    let run = try train(network, using: maml, on: tasks, iterations: 1, tasksPerBatch: 1)
    let validated = try train(
      network, using: maml, on: tasks, iterations: 1, tasksPerBatch: 1,
      validation: Validation(on: tasks, every: 1, taskCount: 2))
    let evaluation = try evaluate(network, using: maml, on: tasks, taskCount: 2)
    let episode = tasks.episode(0)
    let examples = episode.support
    let adaptation = try Adaptation(of: network, using: maml, on: tasks)
    let characters = try loadCharacters("glyphs")
    let split = characters.split(seed: 0)
    let distribution = try TaskDistribution(characters, way: 2, shot: 1, queriesPerClass: 1)
    let task = distribution[0]
    let images = task.supportImages
    let rules = FewShotProtocol.walkthrough(way: 2)
    let figure = plot([1.0, 2.0])
    let x = Tensor([[1, 2], [3, 4]])
    let table = try Table(columnNames: ["a", "b"], rows: [["1", "2"], ["", "x"]])
    let million = Array(repeating: 0.0, count: 1_000_000)
    let manyInts = Array(repeating: 0, count: 1_000_000)
    let manyFloats = Array(repeating: Float(0), count: 1_000_000)
    let longText = String(repeating: "é", count: 100_000)
    let large = Tensor(zeros: [3000, 3000])
    """

  private static let sensibleByType = [
    "Int": "2", "Int?": leftOut, "Double": "0.5", "Float": "0.5", "Bool": "true", "Bool?": leftOut,
    "String": "\"a\"",
    "String?": leftOut, "[Int]": "[1, 0]", "[Float]": "[1, 2]", "[Double]": "[1.0, 2.0]",
    "[Double]?": leftOut, "[[Float]]": "[[1, 2], [3, 4]]", "[String]": "[\"a\", \"b\"]",
    "[String]?": leftOut, "[Y]": "[1.0, 2.0]", "[X]": "[1.0, 2.0]",
    "[[Y]]": "[[1.0, 2.0], [3.0, 4.0]]",
    "Episode": "episode", "TrainedModel": "TrainedModel(run)",
    "Range<Int>": "0..<1", "Range<Float>": "0..<1", "ClosedRange<Float>": "0...1",
    "any TensorPlace": "0..<1", "() throws -> Result": "{ 1 }",
    "ClosedRange<Double>?": leftOut, "ClosedRange<Double>": "0.0...1.0",
    "Tensor": "x", "[Tensor]": "[x, x]", "Network": "network", "[Layer]": "[.flatten, .relu]",
    "any MetaLearner": "maml", "any EpisodeSource": "tasks", "SinusoidTasks": "tasks",
    "MetaGradient":
      "MetaGradient(gradient: run.parameters, score: QueryScore(loss: 0.5, accuracy: nil))",
    "QueryScore": "QueryScore(loss: 0.5, accuracy: 0.5)",
    "QueryMeasurement": "QueryMeasurement(steps: 1)", "Setting": "Setting(\"a\", \"b\")",
    "Examples": "examples", "MetaParameters": "run.parameters", "TrainingRun": "run",
    "TrainingHistory": "run.history", "Adaptation": "adaptation", "RateSchedule": ".constant",
    "RateSchedule?": leftOut, "Validation?": leftOut, "Checkpointing?": leftOut,
    "ImageCollection": "characters", "SplitProportion": ".paper", "Rotations": ".all",
    "Table": "table", "NumberKind": ".float64", "[String: Tensor]": "[\"a\": x]",
    "[[String]]": "[[\"1\", \"2\"]]", "[Image]": "[images[0], images[1]]", "Float?": leftOut,
    "ImageBatch": "images", "Image": "images[0]", "Series": "Series.line([1.0, 2.0])",
    "[Series]": "[Series.line([1.0, 2.0])]", "[Figure]": "[figure, figure]", "Order": ".second",
    "FigureSize?": leftOut, "FigureColor?": leftOut, "[FigureColor]": "[]", "Marker": ".circle",
    "Marker?": leftOut, "Dash": ".solid", "Scale": ".linear", "Legend": ".automatic",
    "Palette": ".blues", "Padding": ".same",
    "() throws -> Void": "{}",
    "(any Optimizer)?": leftOut, "GradientClipping?": leftOut, "Double?": leftOut,
    "Gradient": "network",
    "Input": "network", "First": "[x, x]", "Second": "[\"w\": x]", "Third": "x", "Fourth": "(x, x)",
    "Fifth": "network", "Sixth": "x", "Parameters": "network",
    // Whatever the receiver is.
    "Self": leftOut, "S": "[1.0, 2.0]", "@Sendable (S.Element) throws -> R": "{ $0 + 1 }",
    "(Network) throws -> Void": "{ _ in }", "(MetaParameters) throws -> Network": "{ $0.network }",
    "(String, Tensor) throws -> Tensor": "{ _, x in x * 2 }",
    "@escaping @Sendable (Int) throws -> Episode": "{ tasks.episode($0) }",
    "(Input) throws -> Tensor": "{ n in (n(Tensor([[1]])) * 2).sum() }",
    "(First, Second) throws -> Tensor": "{ a, _ in (a[0] * 2).sum() }",
    "(First, Second, Third) throws -> Tensor": "{ _, b, c in (b[\"w\"]! * c).sum() }",
    "(First, Second, Third, Fourth) throws -> Tensor": "{ _, _, _, d in (d.0 * d.1).sum() }",
    "(First, Second, Third, Fourth, Fifth) throws -> Tensor":
      "{ _, _, _, _, e in e(Tensor([[1]])).sum() }",
    "(First, Second, Third, Fourth, Fifth, Sixth) throws -> Tensor":
      "{ _, _, _, _, _, f in f.sum() }",
    "(Tensor) throws -> Tensor": "{ x in (x * x).sum() }",
    "([Tensor]) throws -> Tensor": "{ xs in (xs[0] * xs[1]).sum() }",
    "(Tensor, Tensor) throws -> Tensor": "{ a, b in (a * b).sum() }",
    "(Tensor, Tensor, Tensor) throws -> Tensor": "{ a, b, c in (a * b * c).sum() }",
  ]

  /// What is sensible for some parameters only, by function and label.
  private static let sensibleByName = [
    "conv2d images": "Tensor(zeros: [1, 8, 8, 1])", "conv2d weights": "Tensor(zeros: [3, 3, 1, 1])",
    "train iterations": "1", "train tasksPerBatch": "1", "evaluate taskCount": "2",
    "averagePool images": "Tensor(zeros: [1, 8, 8, 1])", "measure repetitions": "1",
    "layerNorm scale": "Tensor([1, 1])", "layerNorm offset": "Tensor([0, 0])",
    "dense inputs": "1", "callAsFunction batch": "Tensor(zeros: [2, 1])",
    "plot y": "Tensor([1, 2])", "plot x": "Tensor([1, 2])", "scatter x": "Tensor([1, 2])",
    "scatter y": "Tensor([1, 2])",
  ]

  private static let integers = ["0", "-1", "1", "Int.max", "Int.min", "1_000_000_000"]
  private static let numbers = [
    "0.0", "-1.0", "1e300", "-1e300", "5e-324", "Double.nan", "Double.infinity", "-Double.infinity",
  ]
  private static let floats = [
    "0.0", "-1.0", "Float(1e30)", "Float(1e-40)", "Float.nan", "Float.infinity", "-Float.infinity",
  ]
  private static let texts = ["\"\"", "longText", "\"a\\u{0}b\"", "\"../../..\""]
  private static let coordinates = [
    "[]", "[Double.nan]", "[Double.infinity, -Double.infinity]", "[1e308, -1e308]", "[0.0]",
    "million",
  ]
  private static let tensors = [
    "Tensor(0)", "Tensor(zeros: [0])", "Tensor(zeros: [0, 5])", "Tensor(zeros: [5, 0])", "large",
    "Tensor(zeros: [1, 1, 1, 1, 1, 1, 1, 1])", "Tensor([Float.nan])", "Tensor(zeros: [1, 0, 0, 1])",
    "Tensor(zeros: [1, 8, 8, 1])", "Tensor(zeros: [0, 3, 3, 1])",
  ]
  private static let steps = [
    "Int.max", "Int.min", "-1", "100_000_000",
  ]

  private static let extremesByType: [String: [String]] = [
    "Int": integers, "Int?": integers, "Double": numbers, "Float": floats, "String": texts,
    "String?": texts, "Bool": ["false"], "Bool?": ["true", "false"],
    "[Int]": [
      "[]", "[Int.max]", "[Int.min, -1]", "[Int.max, Int.max]", "[1_000_000_000, 1_000_000_000]",
      "[40_000, 40_000]", "[0, Int.max]", "[-1]", "[1_000_000_000]", "manyInts",
    ],
    "[Float]": ["[]", "[.nan]", "[.infinity]", "manyFloats"],
    "[Double]": coordinates, "[Double]?": coordinates, "[X]": coordinates + ["manyInts"],
    "[Y]": coordinates + ["manyInts"],
    "[[Float]]": ["[]", "[[]]", "[[], [1]]", "Array(repeating: [], count: 1_000_000)"],
    "[[Y]]": [
      "[]", "[[]]", "[[], [1.0]]", "[[Double.nan]]", "[[Double.infinity, -1e300]]", "[million]",
      "Array(repeating: [1.0], count: 100_000)",
    ],
    "[String]": ["[]", "[longText]", "Array(repeating: \"a\", count: 100_000)"],
    "[String]?": ["[]", "[longText]"],
    "Range<Float>": ["0..<0", "-Float.infinity..<0", "-3e38..<3e38", "0..<1e-45"],
    "ClosedRange<Float>": ["0...0", "-Float.infinity...Float.infinity", "1e30...1e38"],
    "any TensorPlace": [
      "-1", "Int.max", "0...", "...0", "Int.min..<Int.max", "0...Int.max", "9...",
    ],
    "Range<Int>": ["0..<0", "0..<Int.max", "Int.min..<0", "Int.min..<Int.max", "5..<5"],
    "ClosedRange<Double>?": [
      "0.0...0.0", "-Double.infinity...Double.infinity", "-1e308...1e308", "0.0...5e-324",
    ],
    "Tensor": tensors,
    "[Tensor]": ["[]", "[large, x]", "[Tensor(0)]", "Array(repeating: x, count: 100_000)"],
    "Input": ["try Network([])", "try Network([.flatten])"],
    "S": ["[Double]()", "[Double.nan]", "million"],
    "Parameters": ["try Network([])"],
    "Network": [
      "try Network([])", "try Network([.flatten])", "try Network.strided(way: 1)",
      "try Network([.maxPool(window: Int.max)])",
      "try Network([.convolution(inputs: 1, outputs: 1, kernel: 1, stride: Int.max, padding: Int.max)])",
    ],
    "[Layer]": [
      "[]", "[try .dense(inputs: Int.max, outputs: Int.max)]",
      "[try .convolution(inputs: 1, outputs: 1, kernel: Int.max)]",
      "[try .dense(inputs: 46_340, outputs: 46_340)]",
      "Array(repeating: .relu, count: 100_000)",
    ],
    "any MetaLearner": steps.flatMap { count in
      ["MAML", "ANIL", "Reptile", "MetaSGD", "MAMLPlusPlus"].map { "\($0)(innerSteps: \(count))" }
    } + [
      "ProtoNet()", "Reptile(batchSize: Int.max)", "Reptile(evaluationSteps: Int.max)",
      "MAML(innerLearningRate: .nan)", "MAMLPlusPlus(multiStepIterations: Int.max)",
      "MAMLPlusPlus(firstOrderIterations: Int.min)",
    ],
    "any EpisodeSource": [
      "try SinusoidTasks(shot: Int.max)", "try SinusoidTasks(shot: 1_000_000_000)",
      "try SinusoidTasks(shot: 10, queries: 1_000_000_000_000)", "distribution",
    ],
    "Examples": [
      "Examples(inputs: Tensor(zeros: [0, 1]), values: Tensor(zeros: [0, 1]))",
      "Examples(inputs: x, labels: [0, Int.max])", "Examples(inputs: x, labels: [-1, Int.min])",
    ],
    "Padding": [".valid", ".uniform(Int.max)", ".uniform(Int.min)", ".uniform(1_000_000_000)"],
    "Double?": numbers,
    "(any Optimizer)?": ["SGD(momentum: 0.9)", "Adam(learningRate: 1e30)"],
    "GradientClipping?": [".globalNorm(1e-30)", ".value(1e30)"],
    "RateSchedule": [".cosine(total: 0)", ".cosine(total: Int.min, floor: .nan)"],
    "RateSchedule?": [".cosine(total: Int.max, floor: .infinity)"],
    "Validation?": ["try Validation(on: tasks, every: 1, taskCount: Int.max)"],
    "ImageCollection": ["characters[0..<0]", "characters[0..<1]"],
    "[[String]]": ["[]", "[[]]", "[[\"a\"], [\"a\", \"b\"]]", "[[longText, \"\"]]"],
    "[String: Tensor]": [
      "[:]", "[\"\": Tensor(zeros: [0])]", "[\"__metadata__\": x]", "[\"a\": large]",
    ],
    "[Image]": ["[]", "[images[0], try Image(x)]", "Array(repeating: images[0], count: 10_000)"],
    "Float?": [".nan", "Float.infinity"],
    "NumberKind": [".bool", ".uint8", ".float8e4m3", ".bfloat16"],
    "Series": ["Series.line(million)", "Series.bars([Double.nan])", "Series.line([])"],
    "[Series]": ["[]", "[Series.line(million), Series.bars([])]"],
    "[Figure]": ["[]", "Array(repeating: figure, count: 10_000)"],
    "FigureSize?": [
      "FigureSize(width: 0, height: -1)", "FigureSize(width: Int.max, height: Int.min)",
      "FigureSize(width: 1_000_000_000, height: 1)",
    ],
    "[FigureColor]": ["[FigureColor(-1)]", "[FigureColor(Int.max)]"],
  ]

  private static let receiversByType: [String: [String]] = [
    "ParameterTree": ["network", "try Network([])", "[x]", "[Tensor]()", "[\"a\": x]"],
    "Tensor": ["x"] + tensors, "Network": ["network", "try Network([])"],
    "SinusoidTasks": [
      "tasks", "try SinusoidTasks(shot: Int.max)", "try SinusoidTasks(shot: 1_000_000_000)",
      "try SinusoidTasks(shot: 10, queries: 1_000_000_000_000)",
    ],
    "MAMLPlusPlus": ["MAMLPlusPlus(innerSteps: 1)"]
      + steps.map { "MAMLPlusPlus(innerSteps: \($0))" },
    "MAML": ["maml"] + steps.map { "MAML(innerSteps: \($0))" },
    "ANIL": ["ANIL(innerSteps: 1)"] + steps.map { "ANIL(innerSteps: \($0))" },
    "MetaSGD": ["MetaSGD(innerSteps: 1)"] + steps.map { "MetaSGD(innerSteps: \($0))" },
    "Reptile": ["Reptile(innerSteps: 1, evaluationSteps: 1)"]
      + steps.map { "Reptile(innerSteps: \($0), evaluationSteps: \($0))" },
    "ProtoNet": ["ProtoNet()"], "Timing": ["measure(repetitions: 1) {}"],
    "RateSchedule": [
      "RateSchedule.cosine(total: 10)", "RateSchedule.cosine(total: 0, floor: .nan)",
      "RateSchedule.cosine(total: Int.min)",
    ],
    "Adam": ["Adam()"], "SGD": ["SGD()"], "GradientClipping": ["GradientClipping.value(1)"],
    "Optimizer": ["SGD()"],
    "FewShotProtocol": [
      "rules", "FewShotProtocol.paper(way: Int.max, shot: Int.max)",
      "FewShotProtocol.walkthrough(way: Int.min, shot: Int.min)",
    ],
    "ProtocolTasks": ["try rules.tasks(of: characters)"], "TaskDistribution": ["distribution"],
    "FewShotTask": ["task"], "Episode": ["episode"], "Sinusoid": ["tasks[0]"],
    "ImageCollection": ["characters", "characters[0..<0]"],
    "Table": ["table", "try Table(columnNames: [], rows: [])"],
    "ImageClass": ["characters[0]"], "ClassSplit": ["split"], "ImageBatch": ["images"],
    "Image": ["images[0]"], "Examples": ["examples"], "Validation": ["Validation(on: tasks)"],
    "MetaParameters": ["run.parameters"], "TrainingRun": ["run"],
    "TrainedModel": ["TrainedModel(run)"],
    "TrainingHistory": ["run.history"],
    "ValidationPoint": ["validated.history.validations[0]"],
    "Evaluation": ["evaluation"], "Adaptation": ["adaptation"], "Figure": ["figure"],
    "Checkpointing": ["Checkpointing(to: \"a\")"],
    "FigureSize": [
      "FigureSize(width: 1, height: 1)", "FigureSize(width: Int.max, height: Int.min)",
    ],
  ]

  /// A value that a parameter of this name usually has, where its type does not say it.
  static func sensible(_ label: String, of function: String) -> String? {
    sensibleByName["\(function) \(label)"]
  }

  /// A value of a type with which calls succeed.
  static func sensible(of type: String) -> String { sensibleByType[type] ?? "<unknown \(type)>" }

  /// Values at the ends of what a type can be.
  static func extremes(of type: String) -> [String] { extremesByType[type] ?? [] }

  /// Values whose members are tried; the first is a sensible one.
  static func receivers(of type: String) -> [String] { receiversByType[type] ?? [] }
}
