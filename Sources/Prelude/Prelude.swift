public import CellLanguage
internal import Plotting

/// The libraries as cells see them: characters and tasks, tensors and gradients, networks and
/// learners, figures.
///
///     let prelude = Prelude(plotsFolder: "plots/quickstart", permissions: permissions)
///     let runner = CellRunner(library: prelude.library)
///
/// This is the only place where a cell's value meets a tensor. A host function checks what a
/// library would trap on, so that no cell can stop the process.
public struct Prelude: Sendable {
  /// What cells can reach.
  public let library: HostLibrary

  /// The libraries, with figures drawn into a folder and, where there is a terminal that can show
  /// them, as text for it.
  public init(
    plotsFolder: String, graphics: Graphics = .none,
    permissions: FilePermissions = FilePermissions()
  ) {
    let display = FigureDisplay(folder: plotsFolder, graphics: graphics)
    library = HostLibrary(
      types: [
        characterTypes, imageTypes, taskTypes, protocolTypes, networkTypes, learnerTypes,
        learningTypes, runTypes(permissions: permissions), [tensorType], figureParts,
        [figureType(permissions: permissions)],
      ].flatMap { $0 },
      functions: loadingFunctions(permissions: permissions)
        + trainingFunctions(permissions: permissions) + evaluationFunctions + tensorFunctions
        + gradientFunctions + figureFunctions(display: display),
      sources: learningProtocols)
  }
}
