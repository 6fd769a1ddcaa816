public import Images

/// One image.
public func show(
  _ image: Image, caption: Caption? = nil, range: ClosedRange<Float> = -1...1,
  title: String? = nil, size: FigureSize? = nil
) -> Figure {
  show([image], captions: caption.map { [$0] } ?? [], range: range, title: title, size: size)
}

/// Images in a grid, row by row.
///
///     show(Array(task.supportImages), columns: 5, title: "One task")
///
/// `range` names the number drawn black and the number drawn white; the default is Omniglot's.
public func show(
  _ images: [Image], columns: Int? = nil, captions: [Caption] = [],
  range: ClosedRange<Float> = -1...1, title: String? = nil, size: FigureSize? = nil
) -> Figure {
  Figure(
    .images(ImageGrid(images, columns: columns, captions: captions, range: range)), title: title,
    size: size)
}

/// Images with their true and their predicted names; right ones green, wrong ones framed and red.
///
/// A right answer's caption is the name; a wrong one's is "predicted, not true".
public func show(
  _ images: [Image], truth: [String], predictions: [String], columns: Int? = nil,
  range: ClosedRange<Float> = -1...1, title: String? = nil, size: FigureSize? = nil
) -> Figure {
  let captions = zip(truth, predictions).map { truth, prediction in
    truth == prediction
      ? Caption(truth, verdict: .right)
      : Caption("\(prediction), not \(truth)", verdict: .wrong)
  }
  return show(
    images, columns: columns, captions: captions, range: range, title: title, size: size)
}

/// Pictures of one size in a grid, row by row, with captions under them.
public func show(
  _ images: ImageBatch, columns: Int? = nil, captions: [String] = [], title: String? = nil,
  size: FigureSize? = nil
) -> Figure {
  show(
    Array(images), columns: columns, captions: captions.map { Caption($0) }, title: title,
    size: size)
}

/// Pictures of one size in a grid; under each what was predicted, in another colour where that is
/// wrong.
public func show(
  _ images: ImageBatch, truth: [String], predictions: [String], columns: Int? = nil,
  title: String? = nil, size: FigureSize? = nil
) -> Figure {
  show(
    Array(images), truth: truth, predictions: predictions, columns: columns, title: title,
    size: size)
}

/// Figures side by side, row by row; without `columns` up to three, then about square.
public func grid(
  _ figures: [Figure], columns: Int? = nil, title: String? = nil, size: FigureSize? = nil
) -> Figure {
  let square = Int(Double(figures.count).squareRoot().rounded(.up))
  let automatic = figures.count <= 3 ? figures.count : square
  return Figure(
    .grid(figures, columns: max(1, columns ?? automatic)), title: title, size: size)
}
