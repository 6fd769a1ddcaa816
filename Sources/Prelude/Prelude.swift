public import CellLanguage
public import Plotting
package import SystemFiles

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
  public private(set) var library: HostLibrary

  /// The curve of a training that asked to be watched.
  public let liveCurve: LiveCurve

  private let display: FigureDisplay

  /// The libraries, with figures drawn into a folder and, where there is a terminal that can show
  /// them, as text for it.
  ///
  /// - Parameters:
  ///   - plotsFolder: The folder that figures are drawn into.
  ///   - graphics: How the terminal shows figures.
  ///   - gnuplot: The program that draws.
  ///   - permissions: What cells may read and write.
  ///   - typed: Is given what somebody typed while the terminal was asked what it can show.
  public init(
    plotsFolder: String, graphics: Graphics = .none, gnuplot: String = "gnuplot",
    permissions: FilePermissions = FilePermissions(),
    typed: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) {
    self.init(
      plots: .named(plotsFolder), graphics: graphics, gnuplot: gnuplot, permissions: permissions,
      typed: typed)
  }

  /// The libraries, with figures drawn into a folder that is the custom or that a person named.
  package init(
    plots: AllowedFolder, graphics: Graphics = .none, gnuplot: String = "gnuplot",
    permissions: FilePermissions = FilePermissions(),
    typed: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) {
    let display = FigureDisplay(
      folder: plots, noting: permissions.uses, graphics: graphics, gnuplot: gnuplot, typed: typed)
    let liveCurve = LiveCurve(display: display)
    self.liveCurve = liveCurve
    self.display = display
    library = HostLibrary(
      types: [
        (collectionTypes + imageTypes + tableTypes).filed(under: "Data"),
        (taskTypes + protocolTypes).filed(under: "Tasks"),
        networkTypes(permissions: permissions).filed(under: "Networks"),
        (learnerTypes + learnerParts + learningTypes + runTypes(permissions: permissions)
          + [adaptationType] + optimizerTypes).filed(under: "Training"),
        [tensorType, paddingType].filed(under: "Tensors"),
        [timingType].filed(under: "Measuring"),
        (figureParts + [figureType(permissions: permissions)]).filed(under: "Figures"),
      ].flatMap { $0 },
      protocols: [
        parameterTreeProtocol.filed(under: "Gradients"),
        optimizerProtocol.filed(under: "Training"),
      ],
      functions: loadingFunctions(permissions: permissions).filed(under: "Data")
        + trainingFunctions(permissions: permissions, liveCurve: liveCurve)
        .filed(under: "Training")
        + (evaluationFunctions + [confusionFunction]).filed(under: "Training")
        + gradientFunctions.filed(under: "Gradients") + tensorFunctions.filed(under: "Tensors")
        + (figureFunctions(display: display) + tensorFigures(display: display))
        .filed(under: "Figures")
        + (concurrencyFunctions + learnerDefaults).filed(under: "Training")
        + measuringFunctions.filed(under: "Measuring"),
      sources: learningProtocols + [ownCode, tensorPlaces, randomTensorSource, formerNames],
      display: { try ValueDisplay(figures: display).bundle(for: $0, interrupt: $1) })
    library.resources[FigureDisplay.resource] = display
  }
}

// MARK: - Figures of commands

extension Prelude {
  /// A figure as cells show theirs: a PNG, also written to the plots folder, and text for a terminal.
  public func bundle(
    for figure: Figure, interrupt: @Sendable () -> Bool = { false }
  ) throws -> DisplayBundle {
    try display.bundle(for: figure, interrupt: interrupt)
  }

  /// The figures that cells have shown and that were written to the plots folder, in the order in
  /// which they were shown last.
  public var writtenFigures: [WrittenFigure] { display.written }
}
