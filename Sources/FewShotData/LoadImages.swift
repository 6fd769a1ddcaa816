internal import Allowances
public import Images
internal import Parallelism
package import SystemFiles

/// Returns the pictures of a folder that has a folder for each class, sorted by the names of folders and
/// files.
///
///     let birds = try loadImages("birds", size: 84)     // birds/wren/1.jpg, birds/robin/a.png, …
///     birds.names                                       // ["robin", "wren"]
///     let tasks = try TaskDistribution(birds.split(seed: 0).train, way: 5, shot: 1)
///
/// PNG and JPEG are read; what else lies there is passed over, and `notice` is told. Pictures are resized
/// as OpenCV does by default: bilinear, without antialiasing.
///
/// - Parameters:
///   - folder: The folder that has a folder of pictures for each class.
///   - size: The number of rows and of columns that all pictures get; without it, they must have one
///     size already.
///   - width: The number of columns, where it is another than `size`.
///   - height: The number of rows, where it is another than `size`.
///   - channels: 1 for gray, 3 for colour; without it, gray where all are.
///   - crops: Whether the middle of a picture is cut out where its aspect differs; otherwise it is
///     stretched.
///   - notice: Is told what was passed over.
///   - progress: Is told now and then how many pictures are ready.
///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
public func loadImages(
  _ folder: String, size: Int? = nil, width: Int? = nil, height: Int? = nil, channels: Int? = nil,
  crops: Bool = false, notice: (String) -> Void = { _ in },
  progress: (LoadingProgress) -> Void = { _ in }, interrupt: () -> Bool = { false }
) throws -> ImageCollection {
  try loadImages(
    folder, size: size, width: width, height: height, channels: channels, crops: crops,
    in: .everywhere, notice: notice, progress: progress, interrupt: interrupt)
}

/// Returns the picture of a PNG or JPEG file, as it is or resized; see ``loadImages(_:size:width:height:channels:crops:notice:progress:interrupt:)``.
public func loadImage(
  _ path: String, size: Int? = nil, width: Int? = nil, height: Int? = nil, channels: Int? = nil,
  crops: Bool = false
) throws -> Image {
  try loadImage(
    path, size: size, width: width, height: height, channels: channels, crops: crops,
    in: .everywhere)
}

/// Returns the picture of one of the files that may be used.
package func loadImage(
  _ path: String, size: Int?, width: Int?, height: Int?, channels: Int?, crops: Bool,
  in files: FileAccess
) throws -> Image {
  let format = try ImageFormat(
    size: size, width: width, height: height, channels: channels, crops: crops)
  return try ImageFolder.picture(path, format, in: files).image
}

/// Returns the pictures of a folder, read from files that may be used.
package func loadImages(
  _ folder: String, size: Int?, width: Int?, height: Int?, channels: Int?, crops: Bool,
  in files: FileAccess, notice: (String) -> Void, progress: (LoadingProgress) -> Void,
  interrupt: () -> Bool
) throws -> ImageCollection {
  let format = try ImageFormat(
    size: size, width: width, height: height, channels: channels, crops: crops)
  let (found, others) = try ImageFolder(path: folder, files: files).contents(interrupt: interrupt)
  let classes = found.filter { !$0.pictures.isEmpty }
  for sentence in passedOver(found, others) { notice(sentence) }
  let paths = classes.flatMap(\.pictures)
  if let (width, height) = format.fixedSize {
    guard Allowance.allows(paths.count * width * height * (channels ?? 1)) else {
      throw CancellationError()
    }
  }
  var pictures: [Picture] = []
  pictures.reserveCapacity(paths.count)
  let round = 16 * coreCount
  for start in stride(from: 0, to: paths.count, by: round) {
    guard !interrupt() else { throw CancellationError() }
    let end = min(start + round, paths.count)
    let read = concurrently(end - start) { index in
      Result { try ImageFolder.picture(paths[start + index], format, in: files) }
    }
    // Fewer than there are where the work was stopped meanwhile.
    guard read.count == end - start else { throw CancellationError() }
    for picture in read { pictures.append(try picture.get()) }
    try requireOneSize(pictures, from: start, paths)
    progress(LoadingProgress(completed: end, total: paths.count))
  }
  return try collection(of: pictures, classes)
}

/// Throws where a picture after the first few has another size than the first.
private func requireOneSize(
  _ pictures: [Picture], from start: Int, _ paths: [String]
) throws(ImageFileError) {
  let first = pictures[0]
  for index in start..<pictures.count {
    let picture = pictures[index]
    if (picture.width, picture.height) == (first.width, first.height) { continue }
    throw .otherSize(
      path: paths[index], size: [picture.width, picture.height], first: paths[0],
      firstSize: [first.width, first.height])
  }
}

/// Puts pictures together, which are in colour where any of them is.
private func collection(
  of pictures: [Picture], _ classes: [ImageFolder.Contents]
) throws -> ImageCollection {
  let channels = pictures.map(\.channels).max() ?? 1
  let (width, height) = (pictures[0].width, pictures[0].height)
  let (count, overflow) = (width * height * channels).multipliedReportingOverflow(
    by: pictures.count)
  guard !overflow, Allowance.allows(count) else { throw CancellationError() }
  var levels: [UInt8] = []
  levels.reserveCapacity(count)
  for picture in pictures {
    if Allowance.isSpent { throw CancellationError() }
    levels += picture.converted(toChannels: channels).levels
  }
  return ImageCollection(
    names: classes.map(\.name), counts: classes.map(\.pictures.count), width: width,
    height: height, channels: channels, levels: levels)
}

extension ImageFormat {
  /// The size that all pictures get, where it was asked for.
  fileprivate var fixedSize: (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
  }
}

/// What is said about what was passed over.
private func passedOver(_ classes: [ImageFolder.Contents], _ others: [String]) -> [String] {
  func list(_ paths: [String]) -> String {
    let named = paths.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return paths.count > 3 ? "\(named), …" : named
  }
  let foreign = others + classes.flatMap(\.others)
  let empty = classes.filter(\.pictures.isEmpty).map(\.name)
  var sentences: [String] = []
  if !foreign.isEmpty {
    let what = foreign.count == 1 ? "one thing that is" : "\(foreign.count) things that are"
    sentences.append("passed over \(what) no PNG or JPEG in a class's folder: \(list(foreign))")
  }
  if !empty.isEmpty {
    let what = empty.count == 1 ? "a folder" : "\(empty.count) folders"
    sentences.append("passed over \(what) without a picture: \(list(empty))")
  }
  return sentences
}
