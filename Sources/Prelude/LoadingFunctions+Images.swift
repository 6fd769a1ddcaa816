internal import CellLanguage
internal import FewShotData
internal import Images

/// What pictures are made as they are loaded, as a cell says it.
struct ImageOptions: HostParameter {
  /// The parameters of a declaration.
  static let declaration = """
    size: Int? = nil, width: Int? = nil, height: Int? = nil, channels: Int? = nil, \
    crops: Bool = false
    """

  let size, width, height, channels: Int?
  let crops: Bool

  static var cellTypeNames: [String] { ["Int?", "Int?", "Int?", "Int?", "Bool"] }

  static func read(from call: inout HostCall) throws -> ImageOptions {
    ImageOptions(
      size: try call.next(), width: try call.next(), height: try call.next(),
      channels: try call.next(), crops: try call.next())
  }
}

/// The functions that read pictures, as cells see them.
func imageLoadingFunctions(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      "func loadImages(_ folder: String, \(ImageOptions.declaration)) throws -> ImageCollection",
      """
      The pictures of a folder that has a folder of them for each class, PNG or JPEG, in the order of \
      their names. With `size:` all become squares of so many pixels, with `width:` and `height:` \
      rectangles, stretched or, with `crops: true`, cut out of the middle; without, all must have one \
      size. `channels:` is 1 for gray or 3 for colour; without it, gray where all files are. What is no \
      picture is passed over, and said.
      """
    ) { (context: HostContext, folder: String, options: ImageOptions) in
      let reading = ReadingProgress("reading images", context)
      defer { reading.end() }
      return try FewShotData.loadImages(
        folder, size: options.size, width: options.width, height: options.height,
        channels: options.channels, crops: options.crops, in: permissions.files,
        notice: { context.emit(.note($0)) }, progress: reading.report, interrupt: context.interrupt)
    },
    HostFunction(
      "func loadImage(_ path: String, \(ImageOptions.declaration)) throws -> Image",
      """
      The picture of a PNG or JPEG file, as it is, or resized as `loadImages` does; with one of `width:` \
      and `height:`, the other keeps the aspect.
      """
    ) { (path: String, options: ImageOptions) in
      try FewShotData.loadImage(
        path, size: options.size, width: options.width, height: options.height,
        channels: options.channels, crops: options.crops, in: permissions.files)
    },
  ]
}

/// What is told of long reading, once it takes long enough to be noticed.
struct ReadingProgress {
  private let title: String
  private let context: HostContext
  private let start = ContinuousClock.now

  init(_ title: String, _ context: HostContext) {
    self.title = title
    self.context = context
  }

  /// Tells how far it has come.
  func report(_ progress: LoadingProgress) {
    guard start.duration(to: .now) > .milliseconds(500) else { return }
    context.emit(
      .progress(
        ProgressReport(title: title, completed: progress.completed, total: progress.total)))
  }

  /// Tells that it is over.
  func end() { context.emit(.progress(nil)) }
}
