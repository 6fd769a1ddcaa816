internal import Autodiff
public import FewShotData
internal import Images
public import MetaLearning
internal import Plotting
internal import Tensors

extension FewShotTask: Presented {
  /// Classes and images, and the support and query sets as pictures.
  var presentation: Presentation {
    Presentation(
      "FewShotTask, \(way)-way \(shot)-shot",
      [
        ("classes", names.joined(separator: ", ")),
        ("support", "\(counted(supportImages.count, "image")), \(shot) of each class"),
        ("query", "\(counted(queryImages.count, "image")), \(queriesPerClass) of each class"),
      ], picture: picture)
  }

  /// The first images of each class, a column for each class: support above query.
  private var picture: Figure? {
    guard way > 0, !supportImages.isEmpty, !queryImages.isEmpty else { return nil }
    let columns = min(way, 10)
    func rows(_ images: ImageBatch, of each: Int, _ count: Int, title: String) -> Figure {
      let indices = (0..<min(each, count)).flatMap { row in
        (0..<columns).map { $0 * each + row }
      }
      return show(
        indices.filter { $0 < images.count }.map { images[$0] }, columns: columns, title: title)
    }
    let support = rows(supportImages, of: shot, 2, title: "support")
    let query = rows(
      queryImages, of: queriesPerClass, shot > 1 ? 1 : 2,
      title: queriesPerClass > 2 ? "query, the first of \(queriesPerClass)" : "query")
    return grid([support, query], columns: 1)
  }

  /// How many classes, and how many examples of each: `5-way 1-shot`.
  public var summary: String? { "\(way)-way \(shot)-shot" }

  /// The bytes of all images.
  public var byteCount: Int? {
    (supportImages.byteCount ?? 0) + (queryImages.byteCount ?? 0)
  }
}

extension TaskDistribution: Presented {
  /// What the tasks are and what they are drawn from.
  var presentation: Presentation {
    Presentation(
      "TaskDistribution, \(way)-way \(shot)-shot",
      [
        ("way", counted(way, "class", "classes")),
        ("shot", "\(counted(shot, "support image")) of each class"),
        ("queries", "\(counted(queriesPerClass, "image")) of each class"),
        ("classes", characters.description),
        ("shift", shift == 0 ? nil : "up to \(counted(shift, "pixel"))"),
        ("seed", "\(seed)"),
      ])
  }

  /// How many classes, and how many examples of each: `5-way 1-shot`.
  public var summary: String? { "\(way)-way \(shot)-shot" }

  /// The bytes of the characters.
  public var byteCount: Int? { characters.byteCount }
}

extension ImageCollection: Presented {
  /// How many classes and images there are.
  var presentation: Presentation {
    let counts = imageCounts
    let (fewest, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let each = fewest == most ? "\(most)" : "\(fewest) to \(most)"
    return Presentation(
      "ImageCollection, \(counted(count, "class", "classes"))",
      [
        ("classes", "\(count)"),
        ("images", "\(each) of each class, \(counts.reduce(0, +)) in all"),
        ("size", "\(width)×\(height) pixels\(channels == 1 ? "" : ", in colour")"),
        ("names", isEmpty ? nil : Self.sample(names)),
      ])
  }

  /// Some of many names.
  private static func sample(_ names: [String]) -> String {
    names.count <= 3 ? names.joined(separator: ", ") : "\(names[0]), …, \(names[names.count - 1])"
  }

  /// How many classes there are: `964 classes`.
  public var summary: String? { counted(count, "class", "classes") }

  /// A byte for each number of a pixel.
  public var byteCount: Int? { imageCounts.reduce(0, +) * width * height * channels }
}

extension ClassSplit: Presented {
  /// The parts as a table.
  var presentation: Presentation {
    let parts = [("train", train), ("validation", validation), ("test", test)]
    let classes = parts.reduce(0) { $0 + $1.1.count }
    var table = ValueTable([("part", .left), ("classes", .right), ("images", .right)])
    for (name, part) in parts {
      table.add([name, "\(part.count)", "\(part.imageCounts.reduce(0, +))"])
    }
    return Presentation(["ClassSplit, \(counted(classes, "class", "classes"))"] + table.lines)
  }

  /// The number of classes of each part: `80/10/10 classes`.
  public var summary: String? { "\(train.count)/\(validation.count)/\(test.count) classes" }

  /// The bytes of all parts.
  public var byteCount: Int? {
    [train, validation, test].reduce(0) { $0 + ($1.byteCount ?? 0) }
  }
}

extension SinusoidTasks: Presented {
  /// What the tasks are.
  var presentation: Presentation {
    Presentation(
      "SinusoidTasks, regression",
      [
        ("shot", "\(counted(shot, "point")) to learn from"),
        ("queries", "\(counted(queries, "point")) to be judged by"), ("seed", "\(seed)"),
      ])
  }

  /// How many examples a task has: `10-shot`.
  public var summary: String? { "\(shot)-shot" }
}

extension Examples: Presented {
  /// The inputs and the answers.
  var presentation: Presentation {
    let shown = labels.prefix(20).map { "\($0)" }.joined(separator: ", ")
    return Presentation(
      "Examples, \(counted(count, "example"))",
      [
        ("inputs", "Tensor \(inputs.shape.times)"),
        ("labels", values == nil ? shown + (labels.count > 20 ? ", …" : "") : nil),
        ("values", values.map { "Tensor \($0.shape.times)" }),
      ])
  }

  /// How many examples there are.
  public var summary: String? { counted(count, "example") }

  /// The bytes of inputs and answers.
  public var byteCount: Int? {
    (inputs.byteCount ?? 0) + (values?.byteCount ?? 0) + labels.count * MemoryLayout<Int>.stride
  }
}

extension Episode: Presented {
  /// The examples to adapt to and those to be judged by.
  var presentation: Presentation {
    func text(_ examples: Examples) -> String {
      "\(examples.description), inputs \(examples.inputs.shape.times)"
    }
    return Presentation("Episode", [("support", text(support)), ("query", text(query))])
  }

  /// How many examples there are of both kinds.
  public var summary: String? { "\(support.count) support, \(query.count) query" }

  /// The bytes of all examples.
  public var byteCount: Int? { (support.byteCount ?? 0) + (query.byteCount ?? 0) }
}

extension Adaptation: Presented {
  /// What was learned, and the picture of it.
  var presentation: Presentation {
    let steps = predictions.map { "\($0.steps)" }.joined(separator: ", ")
    return Presentation(
      "Adaptation to \(curve)", [("after", "\(steps) inner steps")], picture: plot(self))
  }

  /// The curve.
  public var summary: String? { curve.description }
}
