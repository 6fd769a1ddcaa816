internal import CellLanguage
internal import Notebook
internal import Synchronization

/// Where the output of one evaluation goes: to the presenter at once, and into a list of outputs.
final class CellConsole: Console {
  private let cell: String?
  private let presenter: any SessionPresenter
  private let keeper: OutputKeeper
  /// Also keeps the presenter from hearing two threads at once.
  private let state = Mutex(State())

  private struct State {
    var outputs = KeptOutputs()
    var imageCount = 0
  }

  /// A console for a cell, or for a line of the prompt where `cell` is nil.
  init(cell: String?, presenter: any SessionPresenter, keeper: OutputKeeper) {
    self.cell = cell
    self.presenter = presenter
    self.keeper = keeper
  }

  /// What was produced so far.
  var outputs: [Output] { state.withLock { $0.outputs.outputs } }

  func emit(_ event: OutputEvent) {
    state.withLock { state in
      switch event {
      case .text(let text):
        // A line of the prompt is not kept.
        if cell != nil { state.outputs.print(text) }
        presenter.present(.text(text))
      case .display(let bundle):
        let media = MediaBundle(bundle)
        state.outputs.append(Output.displayData, media)
        show(bundle, media, &state)
      case .progress(let report):
        presenter.present(.progress(report))
      case .note(let text):
        presenter.present(.note(text))
      }
    }
  }

  /// Shows the value of the last expression.
  ///
  /// - Returns: why it could not be shown.
  func emitResult(_ value: Value) -> SessionFailure? {
    let bundle: DisplayBundle
    do {
      bundle = try value.displayBundle()
    } catch {
      return .cannotDisplay("\(error)")
    }
    state.withLock { state in
      let media = MediaBundle(bundle)
      state.outputs.append(Output.executeResult, media)
      show(bundle, media, &state)
    }
    return nil
  }

  /// Ends the output, with the failure if there was one.
  func finish(_ failure: SessionFailure?) {
    state.withLock { state in
      presenter.present(.progress(nil))
      state.outputs.finish(failure?.output)
      if let failure { presenter.present(.failure(failure)) }
    }
  }

  /// Shows a bundle, after writing its images so that their files can be named.
  private func show(_ bundle: DisplayBundle, _ media: MediaBundle, _ state: inout State) {
    var file: String?
    for representation in media.representations {
      guard case .data(let bytes) = representation.content else { continue }
      state.imageCount += 1
      guard let cell else { continue }
      let name = Sidecar.imageName(
        cell: cell, number: state.imageCount, mediaType: representation.mediaType)
      let path = keeper.write(bytes, to: name)
      file = file ?? path
    }
    presenter.present(.display(bundle, file: file))
    if let note = bundle.note { presenter.present(.note(note)) }
  }
}

extension MediaBundle {
  /// What a notebook keeps of a bundle: all but the rendering for one terminal.
  init(_ bundle: DisplayBundle) {
    let representations =
      bundle.representations
      .filter { $0.mediaType != DisplayBundle.terminalMediaType }
      .map { representation in
        let isText = representation.mediaType.hasPrefix("text/")
        return Representation(
          mediaType: representation.mediaType,
          content: isText
            ? .text(String(decoding: representation.bytes, as: UTF8.self))
            : .data(representation.bytes))
      }
    self.init(representations.sorted { $0.mediaType < $1.mediaType })
  }
}
